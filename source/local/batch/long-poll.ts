import {readInteger} from '../http/query.js';
import {pause} from '../pause.js';
import type {Job} from './job.js';
import type {BatchParts} from './parts.js';

/**
How long the answers about a running job are held where the client does not say, since 2026-08-07.
*/
export const defaultHoldSeconds = 2;

/**
The service has a limit, and does not say which.
*/
const longestHoldSeconds = 60;

const longestWaitSeconds = 86_400;

/**
Holds an answer until the job has ended, but not longer than `wait` says. An on-premises server ignores `wait`.

@param byDefaultMs - How long without a `wait`.
@returns The job as it then is.
@throws {HttpError} 422 for a `wait` that is not a number of seconds.
*/
export const holdUntilEnded = async (
	job: Job,
	query: URLSearchParams,
	byDefaultMs: number,
	{store, longPolling}: Pick<BatchParts, 'store' | 'longPolling'>,
	signal: AbortSignal,
): Promise<Job> => {
	const waitSeconds = readInteger(query, 'wait', 0, longestWaitSeconds);
	const holdMs = waitSeconds === undefined ? byDefaultMs : Math.min(waitSeconds, longestHoldSeconds) * 1000;
	if (longPolling && holdMs > 0 && job.state.status === 'running') {
		const answered = new AbortController();
		try {
			await Promise.race([store.ended(job.id), pause(holdMs, AbortSignal.any([signal, answered.signal]))]);
		} finally {
			answered.abort();
		}
	}

	return store.find(job.id) ?? job;
};
