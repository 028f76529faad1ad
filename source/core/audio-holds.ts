/**
When the audio stood still, on the run's clock: paused by the user, or with its microphone lost. The last one may go on.
*/
export type AudioHolds = ReadonlyArray<{readonly fromMs: number; readonly untilMs: number}>;

/**
The audio stands still from this moment on.
*/
export const withHoldFrom = (holds: AudioHolds, fromMs: number): AudioHolds =>
	isHeld(holds) ? holds : [...holds, {fromMs, untilMs: Number.POSITIVE_INFINITY}];

/**
It goes on from this moment.
*/
export const withHoldUntil = (holds: AudioHolds, untilMs: number): AudioHolds =>
	isHeld(holds) ? holds.with(-1, {fromMs: holds.at(-1)?.fromMs ?? untilMs, untilMs}) : holds;

/**
Whether the audio stands still now.
*/
export const isHeld = (holds: AudioHolds): boolean => holds.at(-1)?.untilMs === Number.POSITIVE_INFINITY;

/**
How long it is from the one moment to the other, without the time that the audio stood still: what an engine hears nothing
in, it cannot be late by.

@returns 0 where the other moment comes first: a word can be on screen before its end, which the engine may move later, has
been spoken, and nobody waits for it then.
*/
export const elapsedMs = (holds: AudioHolds, fromMs: number, untilMs: number): number =>
	holds.reduce(
		(elapsed, hold) => elapsed - Math.max(0, Math.min(untilMs, hold.untilMs) - Math.max(fromMs, hold.fromMs)),
		Math.max(0, untilMs - fromMs),
	);
