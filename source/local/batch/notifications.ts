import {sortedJson} from '../http/http-reply.js';
import {isLoopbackUrl} from '../http/loopback.js';
import type {TranscriptFormat} from '../http/query.js';
import {pause} from '../pause.js';
import {type FormFile, formBody} from './form-body.js';
import {type Job, jobJson} from './job.js';
import type {NotificationConfig} from './job-config.js';
import {requestHeaders} from './outgoing-headers.js';
import {transcriptFile} from './transcript-formats.js';

/**
How a job ended, for those who are told. Not the same words as a job's status.
*/
export type NotificationStatus = 'success' | 'error' | 'fetch_error' | 'trim_error';

/**
What telling needs.
*/
export type NotificationParts = {
	/**
	How much faster than the service it tries again.
	*/
	readonly timeScale: number;

	/**
	Told of each attempt that failed.
	*/
	readonly onFailure: (message: string) => void;
};

/**
Tells an address that a job has ended, and sends what it asked for. Only addresses on this machine are told.

@see The notifications page of the batch documentation.
*/
export const notify = async (
	job: Job,
	status: NotificationStatus,
	config: NotificationConfig,
	{timeScale, onFailure}: NotificationParts,
	signal: AbortSignal,
): Promise<void> => {
	if (!isLoopbackUrl(config.url)) {
		onFailure('Sending notification failed: this server tells only addresses on this machine.');
		return;
	}

	for (const [index, waitMs] of attemptWaitsMs.entries()) {
		await pause(waitMs / timeScale, signal);
		const reason = await send(job, status, config, signal);
		if (reason === undefined) {
			return;
		}

		signal.throwIfAborted();
		const isLast = index === attemptWaitsMs.length - 1;
		onFailure(
			isLast
				? `Sending notification failed: ${reason}`
				: `Error in sending notification: ${reason}, retrying`,
		);
	}
};

/**
The service waits about this long before each attempt.
*/
const attemptWaitsMs: readonly number[] = [0, 15_000, 20_000, 30_000];

const attemptTimeoutMs = 10_000;

/**
@returns Why it was not taken, or `undefined` when it was.
*/
const send = async (
	job: Job,
	status: NotificationStatus,
	config: NotificationConfig,
	signal: AbortSignal,
): Promise<string | undefined> => {
	const url = new URL(config.url);
	url.searchParams.set('id', job.id);
	url.searchParams.set('status', status);
	try {
		const response = await fetch(url, {
			method: (config.method ?? 'post').toUpperCase(),
			...withContents(job, config),
			redirect: 'error',
			signal: AbortSignal.any([signal, AbortSignal.timeout(attemptTimeoutMs)]),
		});
		await response.body?.cancel();
		return response.ok ? undefined : `Response status: ${response.status}`;
	} catch (error) {
		const cause = error instanceof Error ? (error.cause ?? error) : error;
		return cause instanceof Error ? cause.message : String(cause);
	}
};

/**
Without `contents` it is the transcript as a file. One text alone is the body itself; audio and several things are
the parts of a form.
*/
const withContents = (job: Job, {contents, auth_headers}: NotificationConfig): RequestInit => {
	const headers = requestHeaders(auth_headers);
	const addHeader = (name: string, value: string) => headers.has(name) || headers.set(name, value);
	const files = (contents ?? ['transcript'])
		.map(name => attach(job, name))
		.filter(file => file !== undefined);
	const [first] = files;
	if (!first) {
		return {headers};
	}

	if (contents?.length === 1 && typeof first.content === 'string') {
		addHeader('content-type', first.contentType);
		return {headers, body: first.content};
	}

	const {contentType, byteCount, bytes} = formBody(contents ? files : [{...first, name: 'data_file'}]);
	addHeader('content-type', contentType);
	headers.set('content-length', String(byteCount));
	const init = {headers, body: bytes, duplex: 'half'}; // The types of `fetch` do not know the last, which a stream needs.
	return init;
};

const attach = (job: Job, name: string): FormFile | undefined => {
	switch (name) {
		case 'jobinfo': {
			return {
				name,
				fileName: 'jobinfo.json',
				contentType: 'application/json',
				content: sortedJson({job: jobJson(job)}),
			};
		}

		case 'data': {
			return (
				job.audio && {
					name,
					fileName: job.dataName,
					contentType: job.audio.contentType,
					content: job.audio,
				}
			);
		}

		default: {
			const format = transcriptFormats[name];
			const file = format && transcriptFile(format, job);
			return (
				file && {
					name,
					fileName: `transcript.${format === 'json-v2' ? 'json' : format}`,
					contentType: file.contentType,
					content: file.text,
				}
			);
		}
	}
};

const transcriptFormats: Readonly<Record<string, TranscriptFormat>> = {
	transcript: 'json-v2',
	'transcript.json-v2': 'json-v2',
	'transcript.txt': 'txt',
	'transcript.srt': 'srt',
};
