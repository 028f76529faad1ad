import {setTimeout as sleep} from 'node:timers/promises';
import type {CreateJobResponse, TranscriptionConfig} from '@speechmatics/batch-client';
import {ProblemError} from '../core/problem.js';
import type {Recording} from '../core/recording.js';
import type {BatchEvent} from '../core/transcript-event.js';
import {HttpError, toServiceError, UnexpectedAnswer} from './errors.js';
import type {JobsClient} from './jobs-client.js';
import {createMultipart, type Multipart} from './multipart.js';
import {failedBeforeSending} from './network-problem.js';
import type {Service} from './service.js';

/**
How much the service takes in one upload.

@see https://docs.speechmatics.com/speech-to-text/batch/limits
*/
const mostBytes = 1_000_000_000;

const progressEveryMs = 200;
const mostSilentLooks = 120_000 / progressEveryMs;

/**
Creates the job, once: tells how much is uploaded, at least 4 times a second, and returns the job's id.

@throws {ProblemError} Transient only where it is certain that there is no job, so that trying again makes no second one.
*/
export const createJob = async function* (
	client: JobsClient,
	recording: Recording,
	config: TranscriptionConfig,
	service: Service,
): AsyncGenerator<BatchEvent, string> {
	let isSentWhole = () => true;
	try {
		let answer: CreateJobResponse | null;
		if (recording.type === 'url') {
			answer = await client.createFromUrl(recording.url, config);
		} else {
			refuseTooLarge(recording.byteCount);
			const multipart = createMultipart(recording, config);
			isSentWhole = () => multipart.takenBytes() >= recording.byteCount;
			answer = yield* upload(client, multipart, recording.byteCount);
		}

		if (typeof answer?.id !== 'string') {
			throw new UnexpectedAnswer('a job');
		}

		return answer.id;
	} catch (thrown) {
		const error = toServiceError(thrown, service);
		throw error.problem.isTransient && isSentWhole() && !isCertainlyRefused(thrown)
			? uncertain(error)
			: error;
	}
};

const upload = async function* (
	client: JobsClient,
	multipart: Multipart,
	totalBytes: number,
): AsyncGenerator<BatchEvent, CreateJobResponse> {
	const stopped = new AbortController();
	let isAnswered = false;
	const answer = client.upload(multipart, stopped.signal);
	const answered = answer.then(
		() => {
			isAnswered = true;
		},
		() => {
			isAnswered = true;
		},
	);

	try {
		let shownBytes = -1;
		let silentLooks = 0;
		while (!isAnswered) {
			const sentBytes = multipart.takenBytes();
			silentLooks = sentBytes === shownBytes ? silentLooks + 1 : 0;
			if (silentLooks > mostSilentLooks) {
				stopped.abort(new DOMException('The upload does not move.', 'TimeoutError'));
			}

			shownBytes = sentBytes;
			yield {type: 'uploading', sentBytes, totalBytes};
			await Promise.race([answered, sleep(progressEveryMs, undefined, {ref: false})]);
		}

		const created = await answer;
		if (shownBytes < totalBytes) {
			yield {type: 'uploading', sentBytes: totalBytes, totalBytes};
		}

		return created;
	} finally {
		stopped.abort(); // Whoever leaves early, or tries again, leaves no upload behind.
	}
};

const refuseTooLarge = (byteCount: number): void => {
	if (byteCount >= mostBytes) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `The file has ${(byteCount / 1e9).toFixed(2)} GB; the service takes less than 1 GB in one upload.`,
			nextStep:
				'Compress it (FLAC halves a WAV, Opus makes it ten times smaller), cut it, or give a URL to fetch it from.',
		});
	}
};

/**
Answers that say that there is no job. After a gateway's 502 or 504 there may be one.
*/
const isCertainlyRefused = (thrown: unknown): boolean =>
	thrown instanceof HttpError ? [429, 500, 503].includes(thrown.answer.status) : failedBeforeSending(thrown);

const uncertain = (error: ProblemError): ProblemError =>
	new ProblemError(
		{
			...error.problem,
			isTransient: false,
			nextStep:
				'The job may have been created all the same: look at https://portal.speechmatics.com before you run it again.',
		},
		{cause: error},
	);
