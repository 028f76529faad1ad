import type {Clock} from '../../source/core/clock.js';
import type {Wait} from '../../source/speechmatics/batch-session.js';

/**
A clock that stands still, but for the waits: each is over at once, and the clock has moved on by it.
*/
export const createManualWaits = () => {
	let passedMs = 0;
	const clock: Clock = {nowMs: () => passedMs};
	const wait: Wait = async (durationMs, signal) => {
		await new Promise(setImmediate);
		signal.throwIfAborted();
		passedMs += durationMs;
	};

	return {clock, wait};
};
