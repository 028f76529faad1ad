import {
	BatchClient,
	type CreateJobResponse,
	type RetrieveJobResponse,
	type RetrieveTranscriptResponse,
	type TranscriptionConfig,
} from '@speechmatics/batch-client';
import {UnexpectedAnswer} from './errors.js';
import {requestJson} from './http-request.js';
import type {Multipart} from './multipart.js';

/**
The calls of the batch API that Duet makes. They throw what `fetch` throws, an `HttpError` or a `SyntaxError`,
which is an `UnexpectedAnswer` for a job without a status and a transcript without results.
*/
export type JobsClient = {
	/**
	Creates a job with a body of our own.

	@param stop - Ends this request only.
	*/
	upload(multipart: Multipart, stop: AbortSignal): Promise<CreateJobResponse>;
	createFromUrl(url: string, config: TranscriptionConfig): Promise<CreateJobResponse>;

	/**
	Answers when the job has ended, or after a minute, or at once where the server knows no `wait`.
	*/
	job(jobId: string): Promise<RetrieveJobResponse>;
	transcript(jobId: string): Promise<RetrieveTranscriptResponse>;
};

/**
How long the server may hold an answer. It holds shorter if its own limit, which is not documented, is lower.
*/
const longestWaitSeconds = 60;

const graceMs = 30_000;

/**
The application's name in the service's usage figures, and the parameter that holds it.
*/
const application = {'sm-app': 'speechmatics-duet'};

/**
The SDK's client, carried by our own requests.

Its own ones lose the status of an answer and its headers, cannot be aborted, know no `wait`, and drop the path of the
address (its issue 209). All of them go through two methods, private only to TypeScript, which are replaced here; should
a later version call others, its own requests are used again.

@param batchUrl - Ends in `/v2`.
@param signal - Ends every request.
*/
export const createJobsClient = ({
	apiKey,
	batchUrl,
	signal,
}: {
	readonly apiKey?: string;
	readonly batchUrl: string;
	readonly signal: AbortSignal;
}): JobsClient => {
	const urlOf = (endpoint: string, query: Readonly<Record<string, string>>): string => {
		const url = new URL(batchUrl);
		url.pathname = url.pathname.replace(/\/v2$/, endpoint);
		url.search = new URLSearchParams({...query, ...application}).toString();
		return url.href;
	};

	const get = async (endpoint: string, _contentType?: string, query: Record<string, string> = {}) =>
		requestJson({
			method: 'GET',
			url: urlOf(endpoint, {...query, wait: String(longestWaitSeconds)}),
			apiKey,
			signal: AbortSignal.any([signal, AbortSignal.timeout(longestWaitSeconds * 1000 + graceMs)]),
		});

	const post = async (endpoint: string, body: BodyInit | null) =>
		requestJson({method: 'POST', url: urlOf(endpoint, {}), apiKey, body, signal});

	const sdk = new BatchClient({apiKey: apiKey ?? '', apiUrl: batchUrl, appId: application['sm-app']});
	Object.assign(sdk, {get, post});

	return {
		upload: async ({body, headers}, stop) =>
			(await requestJson({
				method: 'POST',
				url: urlOf('/v2/jobs', {}),
				apiKey,
				headers,
				body,
				signal: AbortSignal.any([signal, stop]),
			})) as CreateJobResponse,
		createFromUrl: async (url, config) => sdk.createTranscriptionJob({url}, {transcription_config: config}),
		async job(jobId) {
			const answer: Partial<RetrieveJobResponse> | null = await sdk.getJob(encodeURIComponent(jobId));
			if (typeof answer?.job?.status !== 'string') {
				throw new UnexpectedAnswer('a job');
			}

			return answer as RetrieveJobResponse;
		},
		async transcript(jobId) {
			const answer: Partial<RetrieveTranscriptResponse> | null = await sdk.getJobResult(
				encodeURIComponent(jobId),
			);
			if (!Array.isArray(answer?.results)) {
				throw new UnexpectedAnswer('a transcript');
			}

			return answer as RetrieveTranscriptResponse;
		},
	};
};
