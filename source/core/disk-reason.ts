/**
Why something cannot be written, as it continues a sentence such as “This is not being saved:”.

@param error - What the operating system said.
*/
export const diskReason = (error: unknown): string => {
	return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
};

/**
Whether something cannot be written for want of room, on the disk or in what the user may take of it.

@param error - What the operating system said.
*/
export const isOutOfSpace = (error: unknown): boolean =>
	['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error));

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';

const forbidden = 'you may not write';

/**
By the error codes of POSIX.
*/
const reasons: Readonly<Record<string, string>> = {
	ENOSPC: 'there is no room left on the disk',
	EDQUOT: 'your share of the disk is used up',
	EFBIG: 'a file may not be larger',
	EROFS: 'the disk is read-only',
	EACCES: forbidden,
	EPERM: forbidden,
	ENOTDIR: 'there is a file in the place of a folder',
	EEXIST: 'there is a file in the place of a folder',
	ENOENT: 'the folder or the file is gone',
	EIO: 'the disk does not work',
};
