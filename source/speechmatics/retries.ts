import type {BatchEvent} from '../core/transcript-event.js';
import type {BatchSession} from './batch-session.js';
import {toServiceError} from './errors.js';
import type {Patience, PatienceWith} from './request-patience.js';

/**
Tries until it succeeds or patience is at its end, and tells of each wait.

@param attempt - Is told which attempt it is, from 1.
@param patienceWith - Of this request alone. Failures count together where it returns the same object.
@throws {ProblemError} The last failure.
*/
export const withRetries = async function* <Value>(
	attempt: (number: number) => AsyncGenerator<BatchEvent, Value>,
	patienceWith: PatienceWith,
	{clock, service, signal, timings, wait}: BatchSession,
): AsyncGenerator<BatchEvent, Value> {
	const counts = new Map<Patience, number>();
	let firstFailureMs: number | undefined;
	for (let failures = 1; ; failures += 1) {
		try {
			return yield* attempt(failures);
		} catch (thrown) {
			const error = toServiceError(thrown, service);
			const patience = patienceWith(error);
			const alike = (counts.get(patience) ?? 0) + 1;
			counts.set(patience, alike);
			firstFailureMs ??= clock.nowMs();
			const isAtItsEnd = alike >= patience.tries && clock.nowMs() - firstFailureMs >= patience.forMs;
			if (isAtItsEnd || signal.aborted) {
				throw error;
			}

			const waitMs = nextWaitMs(failures, timings.firstRetryMs, error.problem.retryAfterMs);
			yield {type: 'retrying', attempt: failures + 1, waitMs, problem: error.problem};
			await wait(waitMs, signal);
		}
	}
};

/**
A server may ask for no wait at all, and go on to fail: it is believed this often.
*/
const trustedFailures = 3;

const nextWaitMs = (failures: number, firstWaitMs: number, retryAfterMs = Number.NaN): number => {
	const ownMs = retryWaitMs(failures, firstWaitMs, Math.random());
	if (Number.isNaN(retryAfterMs)) {
		return ownMs;
	}

	return failures > trustedFailures ? Math.max(retryAfterMs, ownMs) : retryAfterMs;
};

const longestInFirstWaits = 20;

/**
A wait that doubles with each failure, up to 20 times the first one, and of which a part is left to chance, so that many
clients that failed together do not come back together.

@param chance - From 0 to 1: that many halves are put on top.
*/
export const retryWaitMs = (failures: number, firstWaitMs: number, chance: number): number => {
	const shortestMs = firstWaitMs * Math.min(longestInFirstWaits, 2 ** (failures - 1));
	return Math.round(shortestMs * (1 + chance / 2));
};
