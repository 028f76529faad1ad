import type {Timers} from '../timers.js';

/**
A limit, and the warnings before it.
*/
export type CountdownOptions = {
	readonly limitMinutes: number;

	/**
	Falling, and closer to each other than the first is to the start.
	*/
	readonly warnMinutesBefore: readonly number[];
	readonly warn: (minutesLeft: number, minutes: number) => void;
	readonly end: () => void;
};

/**
A countdown under way.
*/
export type Countdown = {readonly restart: () => void; readonly stop: () => void};

/**
Counts down from when it was last restarted. Restarting is cheap: the pending call finds out when it comes.
*/
export const startCountdown = (
	timers: Timers,
	{limitMinutes, warnMinutesBefore, warn, end}: CountdownOptions,
): Countdown => {
	let sinceMs = timers.nowMs();
	let warningsGiven = 0;
	let cancel = (): void => undefined;

	const dueMinutes = (): number => limitMinutes - (warnMinutesBefore[warningsGiven] ?? 0);

	const arm = (): void => {
		cancel = timers.after(sinceMs + dueMinutes() * 60_000 - timers.nowMs(), check);
	};

	const check = (): void => {
		const minutesLeft = warnMinutesBefore[warningsGiven];
		if (timers.nowMs() < sinceMs + dueMinutes() * 60_000) {
			arm();
		} else if (minutesLeft === undefined) {
			end();
		} else {
			warn(minutesLeft, dueMinutes());
			warningsGiven += 1;
			arm();
		}
	};

	arm();
	return {
		restart() {
			sinceMs = timers.nowMs();
			warningsGiven = 0;
		},
		stop() {
			cancel();
		},
	};
};
