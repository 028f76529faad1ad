import type {Problem} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';

/**
The run is not being saved, or not any more. It goes on all the same.

@param error - What the operating system said.
@param folder - Where journals are.
*/
export const notSavedProblem = (error: unknown, folder: string): Problem => ({
	kind: 'bad-input',
	message: `This run is not being saved: ${reasonOf(error)} in ${sanitise(folder)}.`,
	nextStep: 'It goes on. Export what you want to keep before you leave, and mend that for the next run.',
});

const reasonOf = (error: unknown): string => {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return reasons[code] ?? sanitise(error instanceof Error ? error.message : String(error));
};

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
