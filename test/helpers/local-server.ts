import {onTestFinished} from 'vitest';
import {startLocalServer} from '../../source/local/server.js';
import type {LocalServerOptions} from '../../source/local/server-options.js';
import {plainWavDecoder, tone, wavFile} from './plain-wav.js';
import {sixWordRecogniser} from './six-word-recogniser.js';

/**
The JSON of an answer, to be looked into freely.
*/
// biome-ignore lint/suspicious/noExplicitAny: a test looks at untyped JSON.
export type Json = any;

/**
2.4 s in which the six words are all heard.
*/
export const sixWordWav = wavFile(tone(2.4));

/**
A local server for one test, with six words and short jobs, and requests to it that carry its key.
*/
export const startTestServer = async (options: Partial<LocalServerOptions> = {}) => {
	const server = await startLocalServer({
		recognisers: [sixWordRecogniser()],
		decoder: plainWavDecoder,
		jobSeconds: 0.02,
		timeScale: 10,
		...options,
	});
	onTestFinished(server.close);
	const headers = {Authorization: `Bearer ${server.apiKey}`};

	const call = async (path: string, init: RequestInit = {}) =>
		fetch(server.batchUrl + path, {...init, headers: {...headers, ...(init.headers as object)}});

	const callJson = async (path: string, init: RequestInit = {}) => {
		const response = await call(path, init);
		return {status: response.status, body: (await response.json()) as Json};
	};

	/**
	Sends a job whose transcription_config holds these fields besides the language, and other configurations.
	*/
	const submit = async ({transcription = {}, others = {}, audio = sixWordWav, query = ''}: JobRequest = {}) =>
		callJson(`/jobs${query}`, {
			method: 'POST',
			body: jobForm({transcription_config: {language: 'en', ...transcription}, ...others}, audio),
		});

	/**
	Sends a job, waits for its end, and gives its id.
	*/
	const finish = async (request: JobRequest = {}): Promise<string> => {
		const {body} = await submit({...request, query: '?wait=10'});
		return String(body.id);
	};

	const transcript = async (id: string, query = ''): Promise<Json> =>
		(await callJson(`/jobs/${id}/transcript${query}`)).body;

	return {server, headers, call, callJson, submit, finish, transcript};
};

export type JobRequest = {
	readonly transcription?: object;
	readonly others?: object;
	readonly audio?: Uint8Array<ArrayBuffer>;
	readonly query?: string;
};

/**
The multipart body that creates a job, the file first, as the JavaScript SDK sends it.
*/
export const jobForm = (config: unknown, audio?: Uint8Array<ArrayBuffer>): FormData => {
	const form = new FormData();
	if (audio) {
		form.append('data_file', new Blob([audio], {type: 'audio/wav'}), 'standup.wav');
	}

	form.append('config', typeof config === 'string' ? config : JSON.stringify(config));
	return form;
};
