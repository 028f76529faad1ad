import type {Clock} from '../core/clock.js';
import type {BatchEngine} from '../core/engine.js';
import type {ProblemError} from '../core/problem.js';
import type {BatchEvent} from '../core/transcript-event.js';
import {batchConfig} from './batch-config.js';
import {toTranscriptEvent} from './batch-transcript.js';
import {createJob} from './create-job.js';
import {HttpError, toServiceError} from './errors.js';
import {followJob} from './follow-job.js';
import {createJobsClient} from './jobs-client.js';
import {withRetries} from './retries.js';
import {describeService} from './service.js';
import {withoutSecrets} from './without-secrets.js';

const createTries = ({problem}: ProblemError): number => (problem.isTransient ? 4 : 1);

/**
The job is paid for and goes on, so its result is worth some minutes of patience. A job that is not found yet, and an
answer that makes no sense, may be those of a server that lags behind another one, which takes seconds.
*/
const readTries = ({problem, cause}: ProblemError): number => {
	if (problem.isTransient) {
		return 10;
	}

	const mayPass = cause instanceof SyntaxError || (cause instanceof HttpError && cause.answer.status === 404);
	return mayPass ? 4 : 1;
};

/**
Speechmatics' batch service, or one that speaks its protocol.

@param batchUrl - Ends in `/v2`.
@param firstRetryMs - About how long to wait after the first failure.
*/
export const createBatchEngine = ({
	apiKey,
	batchUrl,
	clock,
	firstRetryMs = 500,
}: {
	readonly apiKey?: string;
	readonly batchUrl: string;
	readonly clock: Clock;
	readonly firstRetryMs?: number;
}): BatchEngine => {
	const transcribe: BatchEngine['transcribe'] = async function* (recording, options, signal) {
		const stopped = new AbortController();
		const stop = AbortSignal.any([signal, stopped.signal]);
		const service = describeService(batchUrl, apiKey);
		const client = createJobsClient({apiKey, batchUrl, signal: stop});
		const plan = {
			firstWaitMs: firstRetryMs,
			signal: stop,
			toError: (thrown: unknown) => toServiceError(thrown, service),
		};
		const read = <Value>(request: () => Promise<Value>) =>
			withRetries(() => justReturn(request), {...plan, tries: readTries});

		try {
			const jobId = yield* withRetries(() => createJob(client, recording, batchConfig(options), service), {
				...plan,
				tries: createTries,
			});
			yield {type: 'job-created', jobId};
			yield* followJob(jobId, () => read(() => client.job(jobId)), clock, stop);
			const document = yield* read(() => client.transcript(jobId));
			yield toTranscriptEvent(document, options.language);
		} catch (thrown) {
			if (!signal.aborted) {
				throw toServiceError(thrown, service);
			}
		} finally {
			stopped.abort(); // A reader that leaves early ends the request that is under way.
		}
	};

	const secrets = apiKey === undefined ? [] : [apiKey];
	return {
		transcribe: (recording, options, signal) =>
			withoutSecrets(transcribe(recording, options, signal), secrets),
	};
};

/**
A request that has nothing to tell until it is answered.
*/
// biome-ignore lint/correctness/useYield: It has the shape of the requests that do.
const justReturn = async function* <Value>(request: () => Promise<Value>): AsyncGenerator<BatchEvent, Value> {
	return await request();
};
