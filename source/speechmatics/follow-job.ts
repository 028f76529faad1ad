import {setTimeout as sleep} from 'node:timers/promises';
import type {RetrieveJobResponse} from '@speechmatics/batch-client';
import type {Clock} from '../core/clock.js';
import {ProblemError} from '../core/problem.js';
import type {BatchEvent} from '../core/transcript-event.js';
import {jobProblem} from './job-problem.js';

/**
An answer that comes sooner was not held by the server: it knows no `wait`.
*/
const shortestHoldMs = 500;

/**
Looks at a job until it is done, however long it takes. A server that holds its answers is asked again at once; one that
does not is asked at growing intervals.

@throws {ProblemError} When the job ends without a transcript.
*/
export const followJob = async function* (
	jobId: string,
	look: () => AsyncGenerator<BatchEvent, RetrieveJobResponse>,
	clock: Clock,
	signal: AbortSignal,
): AsyncGenerator<BatchEvent, void> {
	const createdMs = clock.nowMs();
	yield {type: 'job-status', jobId, status: 'running'}; // The service knows no queue.
	for (;;) {
		const askedMs = clock.nowMs();
		const {job} = yield* look();
		switch (job.status) {
			case 'done': {
				yield {type: 'job-status', jobId, status: 'done'};
				return;
			}

			case 'rejected':
			case 'deleted':
			case 'expired': {
				yield {type: 'job-status', jobId, status: job.status};
				throw new ProblemError(jobProblem(jobId, job.status, job.errors?.map(({message}) => message) ?? []));
			}

			default: {
				const nowMs = clock.nowMs();
				if (nowMs - askedMs < shortestHoldMs) {
					await sleep(lookDelayMs(nowMs - createdMs), undefined, {signal});
				}
			}
		}
	}
};

/**
How long to wait before looking again, so that the end is noticed within a quarter of a second for jobs under 30 s,
within 1 % of its age for longer ones, and always within a second, at no more than ten looks a second.
*/
export const lookDelayMs = (ageMs: number): number => {
	const quickMs = Math.min(250, Math.max(100, ageMs / 10));
	return Math.min(1000, Math.max(quickMs, ageMs / 125));
};
