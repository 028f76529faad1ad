/**
A text as one word of a POSIX shell, for a command that is advised: in quotes where it needs them.
*/
export const shellWord = (text: string): string =>
	/^[\w\/.,:@%+\-]+$/v.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
