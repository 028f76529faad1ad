import {ProblemError} from '../../core/problem.js';
import {httpError, invalidAudio} from '../http/http-error.js';
import type {Reply} from '../http/http-reply.js';
import {readFormat} from '../http/query.js';
import type {ApiRequest} from '../http/router.js';
import type {Job} from './job.js';
import {probeAudio} from './job-audio.js';
import {readJobConfig} from './job-config.js';
import {holdUntilEnded} from './long-poll.js';
import {authorise, type BatchParts} from './parts.js';
import {knownLanguages} from './recognise-job.js';
import {transcriptIn} from './transcript-formats.js';
import {readUpload, type Upload} from './upload.js';

/**
`POST /v2/jobs`: takes the audio, answers with the id, and with `wait` also with how the job ended.

@throws {HttpError} For whatever keeps a job from being made.
*/
export const createJob = async (request: ApiRequest, parts: BatchParts): Promise<Reply> => {
	const {clientRef} = authorise(request, parts);
	const {query, signal} = request;
	const format = readFormat(query);
	const runningCount = parts.store.list().filter(({state}) => state.status === 'running').length;
	if (runningCount >= parts.maxRunningJobs) {
		throw httpError(429, 'Max concurrent running jobs exceeded');
	}

	const upload = await readUpload(request.message, parts.audioStore, parts.limits);
	const job = await admit(upload, clientRef, parts);
	parts.runner.start(job, request.fate);
	if (!parts.longPolling || !query.has('wait')) {
		return {type: 'json', status: 201, value: {id: job.id}};
	}

	const held = await holdUntilEnded(job, query, 0, parts, signal);
	const {status} = held.state;
	return {
		type: 'json',
		status: 201,
		value: {
			id: job.id,
			status: status === 'running' ? 'created' : status,
			[format]: transcriptIn(format, held),
		},
	};
};

/**
Makes a job of an upload that is fit for one; otherwise nothing is left of it.
*/
const admit = async (
	{configText, file}: Upload,
	clientRef: string | undefined,
	{store, recognisers, decoder}: BatchParts,
): Promise<Job> => {
	try {
		if (configText === undefined) {
			throw httpError(400, 'Malformed request', 'There is no config part, or it is too large.');
		}

		const config = readJobConfig(configText, knownLanguages(recognisers));
		if (!file && !config.fetch_data) {
			throw httpError(
				400,
				'Missing data_file',
				'Send the audio as the part data_file, or name it in fetch_data.',
			);
		}

		if (file) {
			await probeAudio(file.audio, decoder).catch(refuseAudio);
		}

		return store.create({
			config,
			dataName: file?.name ?? '',
			...(clientRef !== undefined && {clientRef}),
			...(file && {audio: file.audio}),
		});
	} catch (error) {
		await file?.audio.remove();
		throw error;
	}
};

const refuseAudio = (error: unknown): never => {
	throw error instanceof ProblemError && error.problem.kind === 'bad-input'
		? invalidAudio(`${error.problem.message} ${error.problem.nextStep}`)
		: error;
};
