import type {Timers} from '../../source/local/timers.js';

/**
Time that only moves when it is told to. What is due at once is called at once all the same.
*/
export type ManualTimers = Timers & {
	/**
	Moves on, and makes the calls that become due, each at its own time.
	*/
	readonly advance: (durationMs: number) => void;

	/**
	Moves on in steps of a tenth of a second until something has come.
	*/
	readonly advanceUntil: <Result>(event: Promise<Result>) => Promise<Result>;
};

export const createManualTimers = (): ManualTimers => {
	const calls = new Set<{readonly dueMs: number; readonly callback: () => void}>();
	let nowMs = 0;
	const advance = (durationMs: number): void => {
		const endMs = nowMs + durationMs;
		for (;;) {
			const [next] = [...calls].filter(({dueMs}) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs);
			if (!next) {
				break;
			}

			calls.delete(next);
			nowMs = Math.max(nowMs, next.dueMs);
			next.callback();
		}

		nowMs = endMs;
	};

	return {
		advance,
		nowMs: () => nowMs,
		after(delayMs, callback) {
			const call = {dueMs: nowMs + delayMs, callback};
			calls.add(call);
			if (delayMs <= 0) {
				setImmediate(() => {
					advance(0);
				});
			}

			return () => {
				calls.delete(call);
			};
		},
		async advanceUntil(event) {
			let hasCome = false;
			const stop = (): void => {
				hasCome = true;
			};

			event.then(stop, stop);
			while (!hasCome) {
				advance(100);
				await new Promise(setImmediate);
			}

			return event;
		},
	};
};
