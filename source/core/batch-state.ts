import type {Problem} from './problem.js';
import type {RetryWait} from './retry-wait.js';
import type {BatchEvent, JobStatus, Stamped} from './transcript-event.js';
import type {Word} from './word.js';

/**
All that is known about a batch run. Times are milliseconds since the run began.
*/
export type BatchState = {
	readonly phase: 'waiting' | 'uploading' | 'queued' | 'running' | 'downloading' | 'done' | 'failed';
	readonly problem?: Problem;
	readonly warnings: readonly string[];
	readonly retryCount: number;

	/**
	What failed and is tried again, until the next event.
	*/
	readonly waiting?: RetryWait;

	/**
	Of the upload under way: it goes back to 0 when that is tried again.
	*/
	readonly sentBytes: number;
	readonly totalBytes: number;

	/**
	What the job is found by where its id was lost.
	*/
	readonly jobReference?: string;
	readonly jobId?: string;
	readonly jobStatus?: JobStatus;

	readonly begunMs?: number;
	readonly jobCreatedMs?: number;

	/**
	When the job was first known to be no longer in a queue.
	*/
	readonly runningMs?: number;
	readonly noticedMs?: number;
	readonly transcriptMs?: number;
	readonly endedMs?: number;

	/**
	How long the server says the job took; missing where it does not tell.
	*/
	readonly serverMs?: number;

	readonly words: readonly Word[];
	readonly wordDelimiter: string;
	readonly document?: unknown;
};

/**
Before anything has happened.
*/
export const initialBatchState: BatchState = {
	phase: 'waiting',
	warnings: [],
	retryCount: 0,
	sentBytes: 0,
	totalBytes: 0,
	words: [],
	wordDelimiter: ' ',
};

/**
Folds one event into the state.
*/
export const reduceBatch = (before: BatchState, {event, receivedMs}: Stamped<BatchEvent>): BatchState => {
	const state = withoutWaiting(before);
	switch (event.type) {
		case 'begun': {
			return {...state, phase: 'uploading', begunMs: receivedMs};
		}

		case 'submitting': {
			// It is submitted again where an earlier job of it is gone.
			const {jobId, jobCreatedMs, jobStatus, runningMs, noticedMs, ...rest} = goingOn(state);
			return {
				...rest,
				phase: 'uploading',
				jobReference: event.reference,
				sentBytes: 0,
				totalBytes: 0,
			};
		}

		case 'uploading': {
			return {...state, sentBytes: event.sentBytes, totalBytes: event.totalBytes};
		}

		case 'job-created': {
			// A run that was broken off may go on with another job: what was known of the one before is not true of it.
			const again = goingOn(state);
			const {runningMs, noticedMs, jobStatus, ...rest} = again;
			const known = again.jobId === event.jobId ? again : rest;
			return {...known, phase: 'queued', jobId: event.jobId, jobCreatedMs: receivedMs};
		}

		case 'job-status': {
			return reduceJobStatus(goingOn(state), event.status, receivedMs);
		}

		case 'transcript': {
			return {
				...state,
				words: event.words,
				wordDelimiter: event.wordDelimiter,
				document: event.document,
				transcriptMs: receivedMs,
				...(event.serverMs !== undefined && {serverMs: event.serverMs}),
			};
		}

		case 'retrying': {
			return {
				...state,
				retryCount: state.retryCount + 1,
				waiting: {
					attempt: event.attempt,
					untilMs: receivedMs + event.waitMs,
					problem: event.problem,
				},
			};
		}

		case 'warned': {
			return {...state, warnings: [...state.warnings, event.message]};
		}

		case 'finished': {
			return {...goingOn(state), phase: 'done', endedMs: receivedMs};
		}

		case 'failed': {
			return {...state, phase: 'failed', endedMs: receivedMs, problem: event.problem};
		}
	}
};

const withoutWaiting = (state: BatchState): BatchState => {
	if (!state.waiting) {
		return state;
	}

	const {waiting: _over, ...rest} = state;
	return rest;
};

/**
A run that failed may be gone on with: what it failed by is mended then.
*/
const goingOn = (state: BatchState): BatchState => {
	const {problem: _mended, endedMs: _over, ...rest} = state;
	return rest;
};

const reduceJobStatus = (state: BatchState, status: JobStatus, receivedMs: number): BatchState => {
	if (status === 'queued') {
		return {...state, phase: 'queued', jobStatus: status};
	}

	// The service has no queue of its own: a job that never said `queued` ran from its creation.
	const wasQueued = state.jobStatus === 'queued';
	const runningMs = state.runningMs ?? (wasQueued ? receivedMs : (state.jobCreatedMs ?? receivedMs));
	return status === 'done'
		? {...state, phase: 'downloading', jobStatus: status, runningMs, noticedMs: receivedMs}
		: {...state, phase: 'running', jobStatus: status, runningMs};
};
