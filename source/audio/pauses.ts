import type {Clock} from '../core/clock.js';

/**
When a run was paused, on the run's clock.
*/
export type Pauses = {
	/**
	Does nothing where it is paused already, as `resume` where it is not.
	*/
	pause(): void;
	resume(): void;
	isPaused(): boolean;

	/**
	A clock that stands still in pauses, and the run's time of one of its moments. Of the moment at which it stood still,
	that is the start of the pause.
	*/
	readonly playingClock: Clock;
	toRunMs(playingMs: number): number;

	/**
	Whether a pause and this stretch of the run's time have more in common than a moment.
	*/
	overlap(fromMs: number, untilMs: number): boolean;

	/**
	Resolves at once where it is not paused, and when the signal is aborted.
	*/
	untilResumed(signal: AbortSignal): Promise<void>;
};

type Pause = {readonly fromMs: number; readonly untilMs: number};

/**
None yet.
*/
export const createPauses = (clock: Clock): Pauses => {
	let over: readonly Pause[] = [];
	let pausedFromMs: number | undefined;
	let resumed = Promise.withResolvers<void>();

	const all = (): readonly Pause[] =>
		pausedFromMs === undefined ? over : [...over, {fromMs: pausedFromMs, untilMs: Number.POSITIVE_INFINITY}];

	return {
		pause() {
			if (pausedFromMs === undefined) {
				pausedFromMs = clock.nowMs();
				resumed = Promise.withResolvers();
			}
		},

		resume() {
			if (pausedFromMs !== undefined) {
				over = [...over, {fromMs: pausedFromMs, untilMs: clock.nowMs()}];
				pausedFromMs = undefined;
				resumed.resolve();
			}
		},

		isPaused: () => pausedFromMs !== undefined,

		playingClock: {
			nowMs() {
				const runMs = pausedFromMs ?? clock.nowMs();
				return over.reduce((playingMs, {fromMs, untilMs}) => playingMs - (untilMs - fromMs), runMs);
			},
		},

		toRunMs: playingMs =>
			over.reduce(
				(runMs, {fromMs, untilMs}) => (runMs > fromMs ? runMs + untilMs - fromMs : runMs),
				playingMs,
			),

		overlap: (fromMs, untilMs) =>
			all().some(pause => Math.min(untilMs, pause.untilMs) > Math.max(fromMs, pause.fromMs)),

		async untilResumed(signal) {
			if (pausedFromMs === undefined || signal.aborted) {
				return;
			}

			const aborted = Promise.withResolvers<void>();
			const onAbort = () => aborted.resolve();
			signal.addEventListener('abort', onAbort);
			await Promise.race([resumed.promise, aborted.promise]);
			signal.removeEventListener('abort', onAbort);
		},
	};
};
