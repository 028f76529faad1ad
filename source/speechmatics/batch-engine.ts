import type {Clock} from '../core/clock.js';
import type {BatchEngine} from '../core/engine.js';
import type {BatchEvent} from '../core/transcript-event.js';
import {batchConfig} from './batch-config.js';
import {type BatchSession, type BatchTimings, systemWait, usualTimings, type Wait} from './batch-session.js';
import {toTranscriptEvent} from './batch-transcript.js';
import {toServiceError} from './errors.js';
import {findJob} from './find-job.js';
import {fetchTranscript, followJob} from './follow-job.js';
import {createReference} from './job-reference.js';
import {createJobsClient} from './jobs-client.js';
import {quickPatience} from './request-patience.js';
import {describeService} from './service.js';
import {submitJob} from './submit-job.js';
import {withoutSecrets} from './without-secrets.js';

/**
Speechmatics' batch service, or one that speaks its protocol.

@param batchUrl - Ends in `/v2`.
@param timings - Those that shall not be the usual ones.
*/
export const createBatchEngine = ({
	apiKey,
	batchUrl,
	clock,
	timings = {},
	wait = systemWait,
}: {
	readonly apiKey?: string;
	readonly batchUrl: string;
	readonly clock: Clock;
	readonly timings?: Partial<BatchTimings>;
	readonly wait?: Wait;
}): BatchEngine => {
	const service = describeService(batchUrl, apiKey);
	const secrets = apiKey === undefined ? [] : [apiKey];

	/**
	Steps whose requests end with them. Where the signal is aborted they end without an error.
	*/
	const taken = async function* (
		signal: AbortSignal,
		steps: (session: BatchSession) => AsyncGenerator<BatchEvent, void>,
	): AsyncGenerator<BatchEvent, void> {
		const stopped = new AbortController();
		const stop = AbortSignal.any([signal, stopped.signal]);
		const allTimings = {...usualTimings, ...timings};
		const client = createJobsClient({apiKey, batchUrl, timings: allTimings, signal: stop});
		try {
			for await (const event of steps({client, service, clock, timings: allTimings, wait, signal: stop})) {
				yield event;
				if (signal.aborted) {
					return;
				}
			}
		} catch (thrown) {
			if (!signal.aborted) {
				throw toServiceError(thrown, service);
			}
		} finally {
			stopped.abort(); // A reader that leaves early ends the request that is under way.
		}
	};

	const take: typeof taken = (signal, steps) => withoutSecrets(taken(signal, steps), secrets);

	return {
		transcribe: (recording, options, signal) =>
			take(signal, async function* (session) {
				const reference = createReference(Date.now());
				const jobId = yield* submitJob(recording, batchConfig(options), reference, session);
				yield {type: 'job-created', jobId};
				yield* followJob(jobId, true, session);
				yield toTranscriptEvent(yield* fetchTranscript(jobId, session), options.language);
			}),

		resume: (jobId, {language}, signal) =>
			take(signal, async function* (session) {
				yield {type: 'job-created', jobId};
				yield* followJob(jobId, false, session);
				yield toTranscriptEvent(yield* fetchTranscript(jobId, session), language);
			}),

		async findJob(reference, signal) {
			let jobId: string | undefined;
			const search = take(signal, async function* (session) {
				jobId = yield* findJob(reference, quickPatience, session);
			});
			for await (const _event of search) {
				// Nobody watches a question that is asked once.
			}

			signal.throwIfAborted();
			return jobId;
		},
	};
};
