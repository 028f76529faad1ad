import {setTimeout} from 'node:timers/promises';

/**
Resolves after a while.

@throws {Error} An `AbortError`, as soon as the signal is aborted.
*/
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
	await setTimeout(ms, undefined, {signal});
};

/**
Never resolves.

@throws The reason of the signal, as soon as it is aborted.
*/
export const pauseForEver = async (signal: AbortSignal): Promise<never> =>
	new Promise((_resolve, reject) => {
		const stop = (): void => {
			reject(signal.reason);
		};

		if (signal.aborted) {
			stop();
		}

		signal.addEventListener('abort', stop, {once: true});
	});
