import {setTimeout as sleep} from 'node:timers/promises';
import type {ProblemError} from '../core/problem.js';
import type {BatchEvent} from '../core/transcript-event.js';

/**
How often to try, and how patiently.
*/
export type RetryPlan = {
	/**
	How often to try in all, where this is how it fails.
	*/
	readonly tries: (error: ProblemError) => number;

	/**
	About how long to wait after the first failure; doubled after each further one.
	*/
	readonly firstWaitMs: number;
	readonly toError: (thrown: unknown) => ProblemError;
	readonly signal: AbortSignal;
};

/**
Tries until it succeeds or has failed often enough, and tells of each wait.

@throws {ProblemError} The last failure.
*/
export const withRetries = async function* <Value>(
	attempt: () => AsyncGenerator<BatchEvent, Value>,
	{tries, firstWaitMs, toError, signal}: RetryPlan,
): AsyncGenerator<BatchEvent, Value> {
	for (let failures = 1; ; failures += 1) {
		try {
			return yield* attempt();
		} catch (thrown) {
			const error = toError(thrown);
			if (failures >= tries(error) || signal.aborted) {
				throw error;
			}

			const waitMs = error.problem.retryAfterMs ?? retryWaitMs(failures, firstWaitMs, Math.random());
			yield {type: 'retrying', attempt: failures + 1, waitMs, problem: error.problem};
			await sleep(waitMs, undefined, {signal});
		}
	}
};

const longestRetryWaitMs = 30_000;

/**
A wait that doubles with each failure, up to 30 s, and of which the second half is left to chance, so that many clients
that failed together do not come back together.

@param chance - From 0 to 1.
*/
export const retryWaitMs = (failures: number, firstWaitMs: number, chance: number): number => {
	const fullMs = Math.min(longestRetryWaitMs, firstWaitMs * 2 ** (failures - 1));
	return Math.round((fullMs / 2) * (1 + chance));
};
