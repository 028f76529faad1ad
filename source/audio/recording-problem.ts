import {diskReason} from '../core/disk-reason.js';
import type {Problem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';

/**
The audio cannot be written to where it was to be kept. It is recorded for this run all the same.

@param error - What the operating system said.
*/
export const notKeptProblem = (error: unknown, folder: string): Problem => ({
	kind: 'bad-input',
	message: `This recording is not being kept: ${diskReason(error)} in ${sanitise(folder)}.`,
	nextStep: 'Make that a folder that you may write to, for the next run. This one goes on.',
});

/**
The recording ends before the audio does.

@param seconds - How much of it there is.
*/
export const recordingStoppedProblem = (error: unknown, seconds: number): Problem => ({
	kind: 'bad-input',
	message: `The recording ends at ${seconds.toFixed(1)} s: ${diskReason(error)}.`,
	nextStep: 'Real-time goes on; batch gets what was recorded until then.',
});
