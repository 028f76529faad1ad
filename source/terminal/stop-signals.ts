import process from 'node:process';

/**
What the user's signals ask for.
*/
export type StopSignals = {
	/**
	The first signal: come to an orderly end.
	*/
	readonly stop: AbortSignal;

	/**
	The second: leave at once.
	*/
	readonly abort: AbortSignal;

	/**
	128 and the number of the first signal, or nothing where there was none.
	*/
	readonly exitCode: () => number | undefined;

	/**
	As two signals at once, for when nobody reads the results any more. The exit code is that of the results.
	*/
	readonly leave: () => void;

	/**
	Gives the signals back to the system's own handling.
	*/
	readonly dispose: () => void;
};

const numbers = {SIGINT: 2, SIGTERM: 15, SIGHUP: 1} as const;

/**
One Ctrl-C can arrive twice: the terminal sends it to the whole process group, and a parent such as npm passes it on.
*/
const sameKeyMs = 250;

/**
Listens for SIGINT, SIGTERM and SIGHUP.

@param nowMs - A monotonic clock.
*/
export const listenForStopSignals = (nowMs: () => number): StopSignals => {
	const stop = new AbortController();
	const abort = new AbortController();
	let exitCode: number | undefined;
	let firstMs = 0;

	const listen = (signal: NodeJS.Signals) => {
		if (exitCode === undefined) {
			exitCode = 128 + numbers[signal as keyof typeof numbers];
			firstMs = nowMs();
			stop.abort();
		} else if (nowMs() - firstMs > sameKeyMs) {
			abort.abort();
		}
	};

	const signals = Object.keys(numbers) as NodeJS.Signals[];
	for (const signal of signals) {
		process.on(signal, listen);
	}

	return {
		stop: stop.signal,
		abort: abort.signal,
		exitCode: () => exitCode,
		leave() {
			stop.abort();
			abort.abort();
		},
		dispose() {
			for (const signal of signals) {
				process.off(signal, listen);
			}
		},
	};
};
