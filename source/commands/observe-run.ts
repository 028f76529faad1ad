import {initialRunState, type RunEvent, type RunState, reduceRun} from '../core/run-state.js';
import type {Output} from '../terminal/output.js';
import {noteOf, warningOf} from '../terminal/run-progress.js';

/**
The state of one run, kept up with its events.
*/
export type ObservedRun = {
	readonly state: () => RunState;
	readonly onEvent: (event: RunEvent) => void;
};

/**
Folds the events of a run, and says what has to stay readable: warnings always, and each step where nothing is drawn
in place.

@param subject - Put before each line, where several runs go on at once.
@param before - The state to go on from.
*/
export const observeRun = (output: Output, subject = '', before = initialRunState): ObservedRun => {
	let state = before;
	return {
		state: () => state,
		onEvent(event) {
			state = reduceRun(state, event);
			const note = warningOf(event) ?? (output.isLive ? undefined : noteOf(event));
			if (note !== undefined) {
				output.note(subject + note);
			}
		},
	};
};
