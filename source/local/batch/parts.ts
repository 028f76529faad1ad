import type {IncomingMessage} from 'node:http';
import type {AudioDecoder} from '../../core/audio-decoder.js';
import type {Recogniser} from '../../core/recogniser.js';
import {fileExpired, httpError, jobNotFound, unauthorised} from '../http/http-error.js';
import type {ApiRequest} from '../http/router.js';
import type {Access, Keys} from '../keys.js';
import type {ServerLimits} from '../server-limits.js';
import type {AudioStore} from './audio-store.js';
import {isExpired, type Job} from './job.js';
import type {JobRunner} from './job-runner.js';
import type {JobStore} from './job-store.js';

/**
What the handlers of the batch API share.
*/
export type BatchParts = {
	readonly keys: Keys;
	readonly store: JobStore;
	readonly runner: JobRunner;
	readonly recognisers: readonly Recogniser[];
	readonly decoder: AudioDecoder;

	readonly audioStore: AudioStore;
	readonly nowMs: () => number;
	readonly timeScale: number;

	/**
	Whether `wait` holds an answer, as in the cloud; an on-premises server answers at once.
	*/
	readonly longPolling: boolean;
	readonly authErrors: 'html' | 'json';
	readonly maxRunningJobs: number;
	readonly limits: ServerLimits;
};

/**
The credential of the Authorization header.
*/
export const bearer = (message: IncomingMessage): string | undefined =>
	/^Bearer +(\S+)$/iv.exec(message.headers.authorization ?? '')?.[1];

/**
What the sender of a request may see.

@throws {HttpError} 401 for a missing, unknown or expired credential.
*/
export const authorise = ({message}: ApiRequest, {keys, authErrors}: BatchParts): Access => {
	const access = keys.accepts(bearer(message), 'batch');
	if (!access) {
		throw unauthorised(authErrors);
	}

	return access;
};

/**
Whether a job may be seen with this access.
*/
export const isVisible = (job: Job, {clientRef}: Access): boolean =>
	clientRef === undefined || job.clientRef === clientRef;

/**
The job that the path names.

@throws {HttpError} 404 for an unknown one or another client's, 410 after its retention.
*/
export const findJob = (request: ApiRequest, parts: BatchParts): Job => {
	const access = authorise(request, parts);
	const job = parts.store.find(request.segments.get('id') ?? '');
	if (!job || !isVisible(job, access)) {
		throw jobNotFound();
	}

	if (isExpired(job, parts.nowMs())) {
		throw httpError(410, 'Job Expired');
	}

	return job;
};

/**
The same, for what a deleted job has no more.

@throws {HttpError} 410 for a deleted job, too.
*/
export const findKeptJob = (request: ApiRequest, parts: BatchParts): Job => {
	const job = findJob(request, parts);
	if (job.state.status === 'deleted') {
		throw fileExpired();
	}

	return job;
};
