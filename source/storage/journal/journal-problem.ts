import {diskReason} from '../../core/disk-reason.js';
import type {Problem} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';

/**
The run is not being saved, or not any more. It goes on all the same.

@param error - What the operating system said.
@param folder - Where journals are.
*/
export const notSavedProblem = (error: unknown, folder: string): Problem => ({
	kind: 'bad-input',
	message: `This run is not being saved: ${sanitise(diskReason(error))} in ${sanitise(folder)}.`,
	nextStep: 'It goes on. Export what you want to keep before you leave, and mend that for the next run.',
});
