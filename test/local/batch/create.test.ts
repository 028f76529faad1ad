import {request} from 'node:http';
import {text} from 'node:stream/consumers';
import {describe, expect, it} from 'vitest';
import {jobForm, sixWordWav, startTestServer} from '../../helpers/local-server.js';

const english = {type: 'transcription', transcription_config: {language: 'en'}};

describe('POST /v2/jobs', () => {
	it('B1 takes the file before the configuration, and answers with an id of ten letters and digits', async () => {
		const {submit} = await startTestServer();
		const {status, body} = await submit();
		expect(status).toBe(201);
		expect(body).toEqual({id: expect.stringMatching(/^[0-9a-z]{10}$/v)});
	});

	it('B1 takes the configuration before the file, and a configuration that is itself a file', async () => {
		const {callJson} = await startTestServer();
		const form = new FormData();
		form.append('config', new Blob([JSON.stringify(english)]), 'config.json');
		form.append('data_file', new Blob([sixWordWav]), 'naïve call.wav');
		const {status, body} = await callJson('/jobs?wait=10', {method: 'POST', body: form});
		expect(status).toBe(201);
		expect((await callJson(`/jobs/${body.id}`)).body.job.data_name).toBe('naïve call.wav');
	});

	it('B2 takes a slash at the end, and the parameters that SDKs add', async () => {
		const {callJson} = await startTestServer();
		const {status, body} = await callJson('/jobs/?sm-sdk=js-5.1.0&sm-app=a+b', {
			method: 'POST',
			body: jobForm(english, sixWordWav),
		});
		expect(status).toBe(201);
		expect((await callJson(`/jobs/${body.id}/?wait=10`)).body.job.status).toBe('done');
	});

	it('B3 refuses a job without audio', async () => {
		const {callJson} = await startTestServer();
		const {status, body} = await callJson('/jobs', {method: 'POST', body: jobForm(english)});
		expect(status).toBe(400);
		expect(body).toMatchObject({code: 400, error: 'Missing data_file'});
	});

	it.each([
		['B4 that is not JSON', '{"type": ', 'JSON'],
		['B5 without a language', {transcription_config: {}}, 'transcription_config.language is required'],
		['without a transcription_config', {type: 'transcription'}, 'transcription_config is required'],
		[
			'in an unknown language',
			{transcription_config: {language: 'xx'}},
			'The language xx is not known here, only en',
		],
		[
			'B43 with both names of the model',
			{transcription_config: {language: 'en', model: 'enhanced', operating_point: 'enhanced'}},
			'two names of one setting',
		],
		[
			'for a model that is not here',
			{transcription_config: {language: 'multi', model: 'melia-1'}},
			'melia-1 is not available here',
		],
		[
			'B44 with an unknown language to identify',
			{
				transcription_config: {language: 'auto'},
				language_identification_config: {expected_languages: ['zz']},
			},
			'Language(s) [zz] are not supported for language id',
		],
		[
			'B44 with a locale of a language to identify',
			{transcription_config: {language: 'auto', output_locale: 'en-GB'}},
			'output_locale cannot be used',
		],
		[
			'with six languages to translate into',
			{
				transcription_config: {language: 'en'},
				translation_config: {target_languages: ['de', 'es', 'fr', 'it', 'nl', 'pl']},
			},
			'has 6 entries, and at most 5 are possible',
		],
	])('refuses a configuration %s', async (_name, config, reason) => {
		const {callJson} = await startTestServer();
		const {status, body} = await callJson('/jobs', {method: 'POST', body: jobForm(config, sixWordWav)});
		expect(status).toBe(400);
		expect(body).toEqual({
			code: 400,
			detail: expect.stringContaining(reason),
			error: 'Job rejected',
		});
		expect(body.detail).toMatch(/^Job config JSON is invalid/v);
	});

	it('B42 ignores fields that it does not know, and shows them again', async () => {
		const {submit, callJson} = await startTestServer();
		const transcription = {enable_partials: true, speed: 2};
		const others = {sentiment_analysis_config: {enable_sentiment: true}};
		const {body} = await submit({transcription, others});
		expect((await callJson(`/jobs/${body.id}`)).body.job.config).toEqual({
			type: 'transcription',
			transcription_config: {language: 'en', ...transcription},
			...others,
		});
	});

	it('B6 refuses a text file that is called .wav, and an empty file', async () => {
		const {submit} = await startTestServer();
		for (const audio of [new TextEncoder().encode('Not audio. '.repeat(20)), new Uint8Array()]) {
			const {status, body} = await submit({audio});
			expect(status).toBe(400);
			expect(body).toEqual({
				code: 400,
				detail: expect.stringContaining('Send one.'),
				error: 'Job rejected due to invalid audio',
			});
		}
	});

	it('refuses what is not multipart, and a body that breaks off', async () => {
		const {callJson} = await startTestServer();
		const malformed = {status: 400, body: expect.objectContaining({error: 'Malformed request'})};
		expect(await callJson('/jobs', {method: 'POST', body: '{}'})).toEqual(malformed);
		expect(
			await callJson('/jobs', {
				method: 'POST',
				headers: {'Content-Type': 'multipart/form-data; boundary=x'},
				body: '--x\r\nContent-Disposition: form-data; name="data_file"; filename="a"\r\n\r\nRIFF',
			}),
		).toEqual(malformed);
	});

	it('B48 refuses an upload over the limit, announced or not, and the connection survives', async () => {
		const {server, callJson} = await startTestServer({limits: {uploadBytes: 100_000}});
		const audio = new Uint8Array(5_000_000);
		const tooLarge = {code: 413, error: 'Payload Too Large'};
		const announced = await callJson('/jobs', {method: 'POST', body: jobForm(english, audio)});
		expect(announced).toMatchObject({status: 413, body: tooLarge});

		const chunked = request(`${server.batchUrl}/jobs`, {
			method: 'POST',
			headers: {
				Authorization: `Bearer ${server.apiKey}`,
				'Content-Type': 'multipart/form-data; boundary=x',
				'Transfer-Encoding': 'chunked',
			},
		});
		const answered = new Promise<string>((resolve, reject) => {
			chunked.on('error', reject);
			chunked.on('response', response => {
				resolve(text(response));
			});
		});
		chunked.write('--x\r\nContent-Disposition: form-data; name="data_file"; filename="a"\r\n\r\n');
		chunked.end(audio);
		expect(JSON.parse(await answered)).toMatchObject(tooLarge);
		expect((await callJson('/jobs')).body).toEqual({jobs: []});
	});

	it('B36 refuses more running jobs than there may be', async () => {
		const {submit} = await startTestServer({maxRunningJobs: 1, jobSeconds: 60});
		expect((await submit()).status).toBe(201);
		expect(await submit()).toEqual({
			status: 429,
			body: {code: 429, error: 'Max concurrent running jobs exceeded'},
		});
	});
});

describe('POST /v2/jobs with wait', () => {
	it('B12 answers when the job has ended, with the transcript in the format that was asked for', async () => {
		const {submit} = await startTestServer();
		const {status, body} = await submit({query: '?wait=60&format=txt'});
		expect(status).toBe(201);
		expect(body).toEqual({id: expect.any(String), status: 'done', txt: 'Ship it today. Um, not yet?'});
	});

	it('B13 answers without a transcript when the job takes longer', async () => {
		const {submit} = await startTestServer({jobSeconds: 60});
		expect((await submit({query: '?wait=1'})).body).toEqual({id: expect.any(String), status: 'created'});
	});

	it('B14 puts the default format under the key json-v2, as an object', async () => {
		const {submit} = await startTestServer();
		const {body} = await submit({query: '?wait=60'});
		expect(body['json-v2']).toMatchObject({format: '2.9', job: {id: body.id}});
	});

	it('B15 answers at once and says no status without it', async () => {
		const {submit} = await startTestServer({jobSeconds: 60});
		expect(Object.keys((await submit()).body as object)).toEqual(['id']);
	});

	it('says that a job was rejected or deleted meanwhile', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 60, allowFaults: true});
		expect((await submit({query: '?wait=60&x-fault=rejected'})).body).toEqual({
			id: expect.any(String),
			status: 'rejected',
		});
		const held = submit({query: '?wait=60'});
		const running = async (): Promise<string> => {
			const {body} = await callJson('/jobs');
			const job = body.jobs.find(({status}: {status: string}) => status === 'running');
			return job ? String(job.id) : running();
		};

		const id = await running();
		await callJson(`/jobs/${id}?force=true`, {method: 'DELETE'});
		expect((await held).body).toEqual({id, status: 'deleted'});
	});

	it('is ignored by a server that is like one on premises', async () => {
		const {submit} = await startTestServer({longPolling: false, jobSeconds: 60});
		expect(Object.keys((await submit({query: '?wait=60'})).body as object)).toEqual(['id']);
	});
});
