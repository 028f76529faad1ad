import type {JobDetails, RetrieveTranscriptResponse} from '@speechmatics/batch-client';
import {ProblemError} from '../core/problem.js';
import type {BatchEvent} from '../core/transcript-event.js';
import type {BatchSession} from './batch-session.js';
import {HttpError} from './errors.js';
import {goneProblem, jobProblem} from './job-problem.js';
import {justReturn} from './just-return.js';
import {readPatience} from './request-patience.js';
import {withRetries} from './retries.js';

/**
An answer that comes sooner was not held by the server: it knows no `wait`.
*/
const shortestHoldMs = 500;

/**
A proxy may cut every answer that is held. After so many failures in a row answers are no longer asked to be held.
*/
const mostFailedHolds = 2;

/**
Looks at a job until it is done, however long it takes. A server that holds its answers is asked again at once; one that
does not is asked at growing intervals.

@param isNew - It was created just now, so it is running, although a part of the service may not know it yet.
@throws {ProblemError} When the job ends without a transcript, or is not there.
*/
export const followJob = async function* (
	jobId: string,
	isNew: boolean,
	session: BatchSession,
): AsyncGenerator<BatchEvent, void> {
	const {clock} = session;
	const begunMs = clock.nowMs();
	let isShown = isNew;
	let failedHolds = 0;
	if (isNew) {
		yield {type: 'job-status', jobId, status: 'running'}; // The service knows no queue.
	}

	for (let isFirst = true; ; isFirst = false) {
		const askedMs = clock.nowMs();
		const look = async function* (attempt: number): AsyncGenerator<BatchEvent, JobDetails> {
			// After a failure it is good to know soon that all is well again.
			const isHeld = isShown && attempt === 1 && failedHolds < mostFailedHolds;
			failedHolds += isHeld ? 1 : 0; // Until it is answered.
			const {job} = await session.client.job(jobId, isHeld);
			failedHolds = isHeld ? 0 : failedHolds;
			if ((!isShown || attempt > 1) && isRunning(job.status)) {
				yield {type: 'job-status', jobId, status: 'running'};
			}

			return job;
		};

		const job = yield* orGone(
			jobId,
			`the job ${jobId}`,
			withRetries(look, readPatience(isNew && isFirst), session),
			session,
		);
		isShown = true;
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
					await session.wait(lookDelayMs(nowMs - begunMs), session.signal);
				}
			}
		}
	}
};

/**
Fetches the transcript of a job that is done, which the service may not have for a moment.

@throws {ProblemError} When it is not there.
*/
export const fetchTranscript = (
	jobId: string,
	session: BatchSession,
): AsyncGenerator<BatchEvent, RetrieveTranscriptResponse> =>
	orGone(
		jobId,
		`the transcript of the job ${jobId}`,
		withRetries(() => justReturn(() => session.client.transcript(jobId)), readPatience(true), session),
		session,
	);

/**
A status that nobody has documented is one of a job that goes on.
*/
const isRunning = (status: string): boolean => !['done', 'rejected', 'deleted', 'expired'].includes(status);

/**
@param what - The job, or what is asked for of it.
*/
const orGone = async function* <Value>(
	jobId: string,
	what: string,
	request: AsyncGenerator<BatchEvent, Value>,
	{service}: BatchSession,
): AsyncGenerator<BatchEvent, Value> {
	try {
		return yield* request;
	} catch (error) {
		const cause = error instanceof ProblemError ? error.cause : undefined;
		const status = cause instanceof HttpError ? cause.answer.status : undefined;
		if (status === 410) {
			yield {type: 'job-status', jobId, status: 'expired'};
		}

		throw status === 404 || status === 410
			? new ProblemError(goneProblem(what, service.host, status), {cause: error})
			: error;
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
