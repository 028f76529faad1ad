/**
What the server waits by: a clock, and calls for later. Tests bring one that they move by hand.
*/
export type Timers = {
	/**
	Milliseconds since some fixed moment; never goes back.
	*/
	readonly nowMs: () => number;

	/**
	Calls back once, after that many milliseconds or a little more.

	@returns Takes the call back.
	*/
	readonly after: (delayMs: number, callback: () => void) => () => void;
};

/**
The computer's own time. A pending call does not keep the process alive.
*/
export const systemTimers: Timers = {
	nowMs: () => performance.now(),
	after(delayMs, callback) {
		const timeout = setTimeout(callback, delayMs);
		timeout.unref();
		return () => {
			clearTimeout(timeout);
		};
	},
};

/**
Waits. An aborted signal ends the wait at once and without an error.
*/
export const wait = async (timers: Timers, delayMs: number, signal: AbortSignal): Promise<void> =>
	new Promise(resolve => {
		if (signal.aborted) {
			resolve();
			return;
		}

		const stop = (): void => {
			cancel();
			resolve();
		};

		const cancel = timers.after(delayMs, () => {
			signal.removeEventListener('abort', stop);
			resolve();
		});
		signal.addEventListener('abort', stop, {once: true});
	});
