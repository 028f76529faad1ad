import type {TranscriptionConfig} from '@speechmatics/batch-client';
import {ProblemError, toProblem} from '../core/problem.js';
import type {Recording} from '../core/recording.js';
import type {BatchEvent} from '../core/transcript-event.js';
import type {BatchSession} from './batch-session.js';
import {createJob} from './create-job.js';
import {toServiceError} from './errors.js';
import {findJob} from './find-job.js';
import {madeNoJob, uncertainProblem} from './lost-answer.js';
import {createMultipart} from './multipart.js';
import {creationPatience, readPatience} from './request-patience.js';
import {withRetries} from './retries.js';

/**
How much the service takes in one upload.

@see https://docs.speechmatics.com/speech-to-text/batch/limits
*/
const mostBytes = 1_000_000_000;

/**
Makes one job of a recording, and never a second one, and returns its id.

An answer that is lost may be that of a job that was made. Before the next upload the list of jobs is therefore asked for
the reference of this one, and where the list cannot be had there is no next upload.

@throws {ProblemError} When there is no job, or when it cannot be known whether there is one.
*/
export const submitJob = async function* (
	recording: Recording,
	config: TranscriptionConfig,
	reference: string,
	session: BatchSession,
): AsyncGenerator<BatchEvent, string> {
	const totalBytes = recording.type === 'bytes' ? recording.byteCount : undefined;
	refuseTooLarge(totalBytes ?? 0);
	yield {type: 'submitting', reference};

	let lost: ProblemError | undefined;
	const attempt = async function* (): AsyncGenerator<BatchEvent, string> {
		const jobId = lost && (yield* findLostJob(lost, reference, session));
		if (jobId !== undefined) {
			return jobId;
		}

		const multipart = createMultipart(recording, config, reference);
		try {
			return yield* createJob(multipart, totalBytes, session);
		} catch (thrown) {
			const error = toServiceError(thrown, session.service);
			if (multipart.isTakenWhole() && !madeNoJob(thrown, error)) {
				lost = error;
			}

			throw error;
		}
	};

	try {
		return yield* withRetries(attempt, creationPatience(), session);
	} catch (error) {
		throw lost && error === lost ? uncertain(lost, reference, session) : error;
	}
};

const findLostJob = async function* (
	lost: ProblemError,
	reference: string,
	session: BatchSession,
): AsyncGenerator<BatchEvent, string | undefined> {
	try {
		return yield* findJob(reference, readPatience, session);
	} catch (thrown) {
		session.signal.throwIfAborted();
		const {message} = toProblem(thrown);
		yield {
			type: 'warned',
			message: `The list of jobs cannot be had, so it is not known whether there is a job already, and none is made again. ${message}`,
		};
		throw uncertain(lost, reference, session);
	}
};

const uncertain = (lost: ProblemError, reference: string, {service}: BatchSession): ProblemError =>
	new ProblemError(uncertainProblem(lost.problem, reference, service), {cause: lost});

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
