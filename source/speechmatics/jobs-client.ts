import {
	BatchClient,
	type CreateJobResponse,
	type JobDetails,
	type RetrieveJobResponse,
	type RetrieveTranscriptResponse,
} from '@speechmatics/batch-client';
import type {BatchTimings} from './batch-session.js';
import {UnexpectedAnswer} from './errors.js';
import {requestJson} from './http-request.js';
import type {Multipart} from './multipart.js';

/**
The calls of the batch API that Duet makes. They throw what `fetch` throws, an `HttpError` or a `SyntaxError`,
which is an `UnexpectedAnswer` for a job without an id or a status, a transcript without results and a list without jobs.
*/
export type JobsClient = {
	/**
	Creates a job with a body of our own.

	@param stop - Ends this request only.
	@returns The job's id.
	*/
	create(multipart: Multipart, stop: AbortSignal): Promise<string>;

	/**
	@param isHeld - Whether the answer may wait for the job's end, where the server knows `wait`.
	*/
	job(jobId: string, isHeld: boolean): Promise<RetrieveJobResponse>;
	transcript(jobId: string): Promise<RetrieveTranscriptResponse>;

	/**
	A page of jobs, the newest first.

	@param createdBefore - Only jobs that are older than this time in ISO 8601.
	*/
	jobs(createdBefore?: string): Promise<readonly ListedJob[]>;
};

/**
A job as the list shows it, or less.
*/
export type ListedJob = Partial<JobDetails> & Partial<Pick<RetrieveTranscriptResponse['job'], 'tracking'>>;

/**
The most that the list gives at once.
*/
export const jobsPerPage = 100;

/**
The application's name in the service's usage figures, and the parameter that holds it.
*/
const application = {'sm-app': 'speechmatics-duet'};

/**
The SDK's client, carried by our own requests.

Its own ones lose the status of an answer and its headers, cannot be aborted, know no `wait`, and drop the path of the
address (its issue 209). All of them that read go through one method, private only to TypeScript, which is replaced here;
should a later version call another, its own requests are used again. Jobs are created without it, as its form is one that
`fetch` sends again by itself.

@param batchUrl - Ends in `/v2`.
@param timings - How long the server may hold an answer, and how long the answer may take beyond that.
@param signal - Ends every request.
*/
export const createJobsClient = ({
	apiKey,
	batchUrl,
	timings: {holdSeconds, answerMs},
	signal,
}: {
	readonly apiKey?: string;
	readonly batchUrl: string;
	readonly timings: Pick<BatchTimings, 'holdSeconds' | 'answerMs'>;
	readonly signal: AbortSignal;
}): JobsClient => {
	const urlOf = (endpoint: string, query: Readonly<Record<string, string>>): string => {
		const url = new URL(batchUrl);
		url.pathname = url.pathname.replace(/\/v2$/, endpoint);
		url.search = new URLSearchParams({...query, ...application}).toString();
		return url.href;
	};

	const sdkThatWaits = (waitSeconds: number): BatchClient => {
		const wait = {wait: String(waitSeconds)};
		const timeoutMs = waitSeconds * 1000 + answerMs;
		const get = async (endpoint: string, _contentType?: string, query: Record<string, string> = {}) =>
			requestJson({
				method: 'GET',
				url: urlOf(endpoint, {...query, ...(endpoint !== '/v2/jobs' && wait)}), // The list knows no `wait`.
				apiKey,
				signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
			});

		const sdk = new BatchClient({apiKey: apiKey ?? '', apiUrl: batchUrl, appId: application['sm-app']});
		Object.assign(sdk, {get});
		return sdk;
	};

	const held = sdkThatWaits(holdSeconds);
	const atOnce = sdkThatWaits(0);

	return {
		async create({body, headers}, stop) {
			const answer = (await requestJson({
				method: 'POST',
				url: urlOf('/v2/jobs', {}),
				apiKey,
				headers,
				body,
				signal: AbortSignal.any([signal, stop]),
			})) as Partial<CreateJobResponse> | null;
			if (typeof answer?.id !== 'string') {
				throw new UnexpectedAnswer('a job');
			}

			return answer.id;
		},

		async job(jobId, isHeld) {
			const answer: Partial<RetrieveJobResponse> | null = await (isHeld ? held : atOnce).getJob(
				encodeURIComponent(jobId),
			);
			if (typeof answer?.job?.status !== 'string') {
				throw new UnexpectedAnswer('a job');
			}

			return answer as RetrieveJobResponse;
		},

		async transcript(jobId) {
			const answer: Partial<RetrieveTranscriptResponse> | null = await held.getJobResult(
				encodeURIComponent(jobId),
			);
			if (!Array.isArray(answer?.results)) {
				throw new UnexpectedAnswer('a transcript');
			}

			return answer as RetrieveTranscriptResponse;
		},

		async jobs(createdBefore) {
			const answer = (await atOnce.listJobs({
				limit: jobsPerPage,
				...(createdBefore !== undefined && {created_before: createdBefore}),
			})) as {readonly jobs?: ReadonlyArray<ListedJob | null>} | null;
			if (!Array.isArray(answer?.jobs)) {
				throw new UnexpectedAnswer('a list of jobs');
			}

			return answer.jobs.filter(job => job !== null);
		},
	};
};
