import type {Problem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';

/**
The audio cannot be written to where it was to be kept. It is recorded for this run all the same.

@param error - What the operating system said.
*/
export const notKeptProblem = (error: unknown, folder: string): Problem => ({
	kind: 'bad-input',
	message: `This recording is not being kept: ${reasonOf(error)} in ${sanitise(folder)}.`,
	nextStep: 'Make that a folder that you may write to, for the next run. This one goes on.',
});

/**
The recording ends before the audio does.

@param seconds - How much of it there is.
*/
export const recordingStoppedProblem = (error: unknown, seconds: number): Problem => ({
	kind: 'bad-input',
	message: `The recording ends at ${seconds.toFixed(1)} s: ${reasonOf(error)}.`,
	nextStep: 'Real-time goes on; batch gets what was recorded until then.',
});

const reasonOf = (error: unknown): string => {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return reasons[code] ?? (error instanceof Error ? error.message : String(error));
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
	EIO: 'the disk does not work',
};
