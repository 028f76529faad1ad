/**
The name of a run or of its recording: by date and time, so that names sort as they were given, and by chance, so that two
that are given in the same second do not meet.

@param chance - Six hexadecimal digits, in lower case.
*/
export const datedName = (date: Date, chance: string): string =>
	`${date.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')}-${chance}`;

/**
Whether something is named as {@link datedName} names it. What is not so is not Duet's to remove.

@param extension - What stands behind the name, with its dot.
*/
export const isDatedName = (name: string, extension = ''): boolean =>
	name.endsWith(extension) && form.test(name.slice(0, name.length - extension.length));

const form = /^\d{4}-\d{2}-\d{2}-\d{6}-[\da-f]{6}$/v;
