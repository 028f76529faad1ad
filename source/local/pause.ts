import {setTimeout} from 'node:timers/promises';

/**
Resolves after a while.

@throws {Error} An `AbortError`, as soon as the signal is aborted.
*/
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
	await setTimeout(ms, undefined, {signal});
};
