import {diskReason} from '../core/disk-reason.js';
import type {Problem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';

/**
The audio cannot be written to where it was to be kept. It is recorded for this run all the same.

@param error - What the operating system said.
*/
export const notKeptProblem = (error: unknown, folder: string): Problem => ({
	kind: 'device',
	message: `This recording is not being kept: ${diskReason(error)} in ${sanitise(folder)}.`,
	nextStep: 'Mend that for the next run. This one goes on: its audio is recorded until its end.',
});

/**
The recording ends before the audio does.

@param seconds - How much of it there is.
*/
export const recordingStoppedProblem = (error: unknown, seconds: number): Problem =>
	seconds > 0
		? {
				kind: 'device',
				message: `The recording ends at ${seconds.toFixed(1)} s: ${diskReason(error)}.`,
				nextStep: 'Real-time goes on; batch gets what was recorded until then.',
			}
		: {
				kind: 'device',
				message: `Nothing is being recorded: ${diskReason(error)}.`,
				nextStep: 'Real-time goes on; batch gets nothing.',
			};
