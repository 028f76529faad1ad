import type {Problem} from '../core/problem.js';

/**
How patiently lost sessions are replaced.
*/
export type PatienceLimits = {
	/**
	How often to try in all before any session of the run has started: somebody is looking on, nothing is lost yet, and
	a wrong address does not mend itself.
	*/
	readonly firstTries: number;

	/**
	How long to go on trying after a loss. The audio goes on meanwhile, so it is as long as audio is kept: ten minutes.
	*/
	readonly outageMs: number;

	/**
	How many sessions in a row may start and end without a single final. A line that comes and goes ends many before their
	first final; but audio that breaks every session would be sent, and paid for, again and again.
	*/
	readonly fruitlessSessions: number;

	/**
	The wait after the first failure is up to this long, and doubles up to the longest.
	*/
	readonly firstWaitMs: number;
	readonly longestWaitMs: number;

	/**
	How much of what the service asks to wait is granted.
	*/
	readonly longestRetryAfterMs: number;
};

/**
Decides after each failure whether and when there is a next session.
*/
export type SessionPatience = {
	/**
	@param nowMs - On any clock that does not go back.
	@param chance - From 0 to less than 1.
	@returns The number of the attempt that is next, the first one being 1, and how long to wait before it. Nothing where it
	is time to give up.
	*/
	failed(
		problem: Problem,
		nowMs: number,
		chance: number,
	): {readonly attempt: number; readonly waitMs: number} | undefined;

	/**
	A session has started.
	*/
	started(nowMs: number): void;

	/**
	A session has made audio final: the next loss is a new one.
	*/
	advanced(): void;
};

/**
A session that stood this long was a good one, even if nobody spoke, or a microphone was paused.
*/
const steadyMs = 60_000;

/**
Patience at the beginning of a run.
*/
export const createSessionPatience = (limits: PatienceLimits): SessionPatience => {
	let hasEverStarted = false;
	let startedMs: number | undefined; // Of a session that has not made anything final.
	let failureCount = 0;
	let fruitlessCount = 0;
	let lostMs: number | undefined;

	const reset = (): void => {
		startedMs = undefined;
		failureCount = 0;
		fruitlessCount = 0;
		lostMs = undefined;
	};

	return {
		failed(problem, nowMs, chance) {
			if (startedMs !== undefined && nowMs - startedMs >= steadyMs) {
				reset();
			}

			failureCount += 1;
			fruitlessCount += startedMs === undefined ? 0 : 1;
			startedMs = undefined;
			lostMs ??= nowMs;
			const waitMs =
				Math.min(problem.retryAfterMs ?? 0, limits.longestRetryAfterMs) +
				jitteredWaitMs(failureCount, limits, chance);
			const mayTry = hasEverStarted
				? nowMs + waitMs - lostMs <= limits.outageMs && fruitlessCount <= limits.fruitlessSessions
				: failureCount < limits.firstTries;
			return problem.isTransient && mayTry ? {attempt: failureCount + 1, waitMs} : undefined;
		},
		started(nowMs) {
			hasEverStarted = true;
			startedMs = nowMs;
		},
		advanced: reset,
	};
};

/**
A wait that is left to chance in full, so that many clients that lost one service together do not come back together.
What it may be at most doubles with each failure.
*/
export const jitteredWaitMs = (
	failureCount: number,
	{firstWaitMs, longestWaitMs}: Pick<PatienceLimits, 'firstWaitMs' | 'longestWaitMs'>,
	chance: number,
): number => Math.round(Math.min(longestWaitMs, firstWaitMs * 2 ** (failureCount - 1)) * chance);
