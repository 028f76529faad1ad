import {ProblemError} from '../core/problem.js';
import type {BatchEvent} from '../core/transcript-event.js';
import type {BatchSession} from './batch-session.js';
import {referenceTimeMs} from './job-reference.js';
import {jobsPerPage, type ListedJob} from './jobs-client.js';
import {justReturn} from './just-return.js';
import type {PatienceWith} from './request-patience.js';
import {withRetries} from './retries.js';

/**
Looks in the list of jobs for the one with a reference; twice, if it is not there, as the list may lag behind.

@returns The job's id. Nothing only where the list was had, twice, and the job is not in it.
@throws {ProblemError} When the list cannot be had.
*/
export const findJob = async function* (
	reference: string,
	patience: () => PatienceWith,
	session: BatchSession,
): AsyncGenerator<BatchEvent, string | undefined> {
	const early = yield* searchPages(reference, patience, session);
	if (early !== undefined) {
		return early;
	}

	yield {
		type: 'retrying',
		attempt: 2,
		waitMs: session.timings.secondLookMs,
		problem: {
			kind: 'server',
			message: `${session.service.host} shows no job for this upload, so far.`,
			nextStep: 'Wait: Duet looks once more before it uploads again.',
			summary: 'job not listed yet',
			isTransient: true,
		},
	};
	await session.wait(session.timings.secondLookMs, session.signal);
	return yield* searchPages(reference, patience, session);
};

const mostPages = 100;

/**
The service's clock and this one may differ by so much.
*/
const clockMarginMs = 24 * 3600 * 1000;

/**
Reads the list from the newest job back to where the reference was made.
*/
const searchPages = async function* (
	reference: string,
	patience: () => PatienceWith,
	session: BatchSession,
): AsyncGenerator<BatchEvent, string | undefined> {
	const sinceMs = (referenceTimeMs(reference) ?? clockMarginMs) - clockMarginMs;
	let oldestMs = Number.POSITIVE_INFINITY;
	for (let page = 0; page < mostPages; page += 1) {
		// Jobs of the same millisecond may stand on both sides of a page's end, so that millisecond is asked for again.
		const before = Number.isFinite(oldestMs) ? new Date(oldestMs + 1).toISOString() : undefined;
		const jobs = yield* withRetries(() => justReturn(() => session.client.jobs(before)), patience(), session);
		const found = jobs.find(job => referenceOf(job) === reference && typeof job.id === 'string');
		if (found) {
			return found.id;
		}

		const pageOldestMs = Math.min(...jobs.map(createdMs));
		const isLonger = jobs.length >= jobsPerPage || pageOldestMs < oldestMs;
		if (jobs.length === 0 || pageOldestMs < sinceMs || !isLonger) {
			return undefined;
		}

		if (!(pageOldestMs < oldestMs)) {
			break;
		}

		oldestMs = pageOldestMs;
	}

	throw new ProblemError({
		kind: 'server',
		message: `${session.service.host} does not show its list of jobs to the end.`,
		nextStep: 'Look for the job in another way.',
	});
};

const createdMs = ({created_at: createdAt}: ListedJob): number => {
	const milliseconds = Date.parse(String(createdAt));
	return Number.isNaN(milliseconds) ? Number.POSITIVE_INFINITY : milliseconds;
};

const referenceOf = ({config, tracking}: ListedJob): unknown =>
	config?.tracking?.reference ?? tracking?.reference;
