import {badQuery, fileExpired, httpError, jobNotFound} from '../http/http-error.js';
import type {Reply} from '../http/http-reply.js';
import {readFlag, readFormat, readInstantMs, readInteger} from '../http/query.js';
import type {ApiRequest, Route} from '../http/router.js';
import {createJob} from './create-job.js';
import {discoveryJson} from './discovery.js';
import {isExpired, jobJson} from './job.js';
import {jobLog} from './job-log.js';
import {defaultHoldSeconds, holdUntilEnded} from './long-poll.js';
import {authorise, type BatchParts, bearer, findJob, findKeptJob, isVisible} from './parts.js';
import {mintTemporaryKey} from './temporary-keys.js';
import {transcriptIn} from './transcript-formats.js';
import {usageReport} from './usage.js';

/**
Every line of the batch API, of feature discovery and of the one piece of the management API that clients need.
*/
export const batchRoutes = (parts: BatchParts): readonly Route[] => {
	const holdMs = (defaultHoldSeconds * 1000) / parts.timeScale;
	const mint = async ({message, query}: ApiRequest): Promise<Reply> =>
		mintTemporaryKey(parts, bearer(message), query, message);

	return [
		{
			method: 'POST',
			path: '/v2/jobs',
			occasion: 'create',
			handle: async request => createJob(request, parts),
		},
		{method: 'GET', path: '/v2/jobs', occasion: 'list', handle: request => listJobs(request, parts)},
		{
			method: 'GET',
			path: '/v2/jobs/:id',
			occasion: 'job',
			handle: async request => getJob(request, parts, holdMs),
		},
		{
			method: 'DELETE',
			path: '/v2/jobs/:id',
			occasion: 'delete',
			handle: async request => deleteJob(request, parts),
		},
		{
			method: 'GET',
			path: '/v2/jobs/:id/transcript',
			occasion: 'transcript',
			handle: async request => getTranscript(request, parts, holdMs),
		},
		{method: 'GET', path: '/v2/jobs/:id/data', occasion: 'other', handle: request => getData(request, parts)},
		{method: 'GET', path: '/v2/jobs/:id/log', occasion: 'other', handle: request => getLog(request, parts)},
		{
			method: 'GET',
			path: '/v2/jobs/:id/text',
			occasion: 'other',
			handle: request => getAlignment(request, parts),
		},
		{
			method: 'GET',
			path: '/v2/jobs/:id/alignment',
			occasion: 'other',
			handle: request => getAlignment(request, parts),
		},
		{method: 'GET', path: '/v2/usage', occasion: 'other', handle: request => getUsage(request, parts)},
		{
			method: 'GET',
			path: '/v1/discovery/features',
			occasion: 'other',
			handle: () => ({type: 'json', value: discoveryJson(parts.recognisers)}),
		},
		{method: 'POST', path: '/v1/api_keys', occasion: 'token', handle: mint},
		{method: 'POST', path: '/v1/api-keys', occasion: 'token', handle: mint}, // The specification's spelling.
	];
};

const listJobs = (request: ApiRequest, parts: BatchParts): Reply => {
	const access = authorise(request, parts);
	const {query} = request;
	const limit = readInteger(query, 'limit', 1, 100) ?? 100;
	const before = readInstantMs(query, 'created_before') ?? Number.POSITIVE_INFINITY;
	const after = readInstantMs(query, 'created_after') ?? Number.NEGATIVE_INFINITY;
	const includeDeleted = readFlag(query, 'include_deleted');
	const jobs = parts.store
		.list()
		.filter(
			job =>
				isVisible(job, access) &&
				!isExpired(job, parts.nowMs()) &&
				(includeDeleted || job.state.status !== 'deleted') &&
				job.createdMs < before &&
				job.createdMs > after,
		);
	return {type: 'json', value: {jobs: jobs.slice(0, limit).map(jobJson)}};
};

const getJob = async (request: ApiRequest, parts: BatchParts, holdMs: number): Promise<Reply> => {
	const job = findJob(request, parts);
	const held = await holdUntilEnded(job, request.query, holdMs, parts, request.signal);
	return {type: 'json', value: {job: jobJson(held)}};
};

/**
A deleted job is kept for the lists that ask for deleted ones, without its audio and its words.
*/
const deleteJob = async (request: ApiRequest, parts: BatchParts): Promise<Reply> => {
	const job = findJob(request, parts);
	if (job.state.status === 'deleted') {
		throw jobNotFound();
	}

	if (job.state.status === 'running' && !readFlag(request.query, 'force')) {
		throw httpError(423, 'Resource Locked', 'The job is running. To end and delete it, add force=true.');
	}

	const wasDone = job.state.status === 'done';
	const deleted = parts.store.update(job.id, before => ({
		...before,
		state: {status: 'deleted', finishedMs: parts.nowMs(), wasDone},
	}));
	parts.runner.cancel(job.id);
	await job.audio?.remove();
	return {type: 'json', value: {job: jobJson(deleted)}};
};

const getTranscript = async (request: ApiRequest, parts: BatchParts, holdMs: number): Promise<Reply> => {
	const format = readFormat(request.query);
	const job = findKeptJob(request, parts);
	const held = await holdUntilEnded(job, request.query, holdMs, parts, request.signal);
	const transcript = transcriptIn(format, held);
	if (transcript === undefined) {
		throw held.state.status === 'rejected'
			? httpError(404, 'Job rejected', held.errors.at(-1)?.message)
			: httpError(404, 'Transcription not ready', `The job is ${held.state.status}.`);
	}

	return typeof transcript === 'string'
		? {type: 'text', text: transcript}
		: {type: 'json', value: transcript};
};

const getData = (request: ApiRequest, parts: BatchParts): Reply => {
	const {audio} = findKeptJob(request, parts);
	if (!audio) {
		throw httpError(404, 'Job In Progress', 'The audio has not been fetched.');
	}

	if (audio.isGone()) {
		throw fileExpired();
	}

	return {type: 'file', contentType: audio.contentType, content: audio.open()};
};

const getLog = (request: ApiRequest, parts: BatchParts): Reply => {
	const job = findKeptJob(request, parts);
	if (job.state.status === 'running') {
		throw httpError(404, 'Log file not available', 'Could not read log file');
	}

	return {type: 'text', text: jobLog(job)};
};

const getAlignment = (request: ApiRequest, parts: BatchParts): Reply => {
	const tags = request.query.get('tags') ?? 'one_per_line';
	if (tags !== 'one_per_line' && tags !== 'word_start_and_end') {
		throw badQuery('tags', tags, 'one_per_line or word_start_and_end');
	}

	findKeptJob(request, parts);
	throw httpError(404, 'Job is not of type alignment');
};

const getUsage = (request: ApiRequest, parts: BatchParts): Reply => {
	const {clientRef} = authorise(request, parts);
	if (clientRef !== undefined) {
		throw httpError(403, 'Forbidden', 'A key with a client reference may not see the usage.');
	}

	return {type: 'json', value: usageReport(parts.store.list(), request.query, parts.nowMs())};
};
