/**
Whether a value of a journal is what it should be. Journals are files, and anybody may have edited one.
*/
export type Shape = (value: unknown) => boolean;

export const anything: Shape = () => true;

export const text: Shape = value => typeof value === 'string';

export const flag: Shape = value => typeof value === 'boolean';

export const number: Shape = value => Number.isFinite(value);

/**
A number that is not below 0.
*/
export const amount: Shape = value => Number.isFinite(value) && Number(value) >= 0;

export const oneOf =
	(...choices: readonly unknown[]): Shape =>
	value =>
		choices.includes(value);

export const listOf =
	(item: Shape): Shape =>
	value =>
		Array.isArray(value) && value.every(item);

/**
An object with these fields, of which those in the second list may be missing. Others do not matter: a later Duet may
have put them there.
*/
export const objectOf =
	(fields: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
	value =>
		isRecord(value) &&
		Object.entries(fields).every(([name, shape]) => Object.hasOwn(value, name) && shape(value[name])) &&
		Object.entries(optional).every(([name, shape]) => value[name] === undefined || shape(value[name]));

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
