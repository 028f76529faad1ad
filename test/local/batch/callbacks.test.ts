import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {buffer} from 'node:stream/consumers';
import {describe, expect, it, onTestFinished} from 'vitest';
import {sixWordWav, startTestServer} from '../../helpers/local-server.js';
import {sixWordRecogniser} from '../../helpers/six-word-recogniser.js';

type Heard = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & {readonly body: Buffer};

/**
Another server on this machine, which remembers what it was asked.
*/
const startOther = async (answer: (response: ServerResponse, count: number) => void) => {
	const heard: Heard[] = [];
	const waiting: Array<() => void> = [];
	const server = createServer((message, response) => {
		void (async () => {
			const {method, url, headers} = message;
			heard.push({method, url, headers, body: await buffer(message)});
			answer(response, heard.length);
			for (const resolve of waiting.splice(0)) {
				resolve();
			}
		})();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(async () => {
		server.closeAllConnections();
		server.close();
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		heard,
		async heardCount(count: number): Promise<void> {
			while (heard.length < count) {
				await new Promise<void>(resolve => {
					waiting.push(resolve);
				});
			}
		},
	};
};

describe('fetch_data', () => {
	it('fetches the audio itself, with the headers it was given', async () => {
		const other = await startOther(response => response.end(sixWordWav));
		const {callJson, call} = await startTestServer();
		const form = new FormData();
		const fetchData = {url: `${other.url}/call.wav`, auth_headers: ['X-Pass: open: sesame']};
		form.append('config', JSON.stringify({transcription_config: {language: 'en'}, fetch_data: fetchData}));
		const {body} = await callJson('/jobs?wait=10&format=txt', {method: 'POST', body: form});
		expect(body).toMatchObject({status: 'done', txt: 'Ship it today. Um, not yet?'});
		expect(other.heard[0]?.headers).toMatchObject({
			'user-agent': 'Speechmatics-API/2.0',
			'x-pass': 'open: sesame',
		});
		const {job} = (await callJson(`/jobs/${body.id}`)).body;
		expect(job).toMatchObject({data_name: '', duration: 2, config: {fetch_data: fetchData}});
		const data = await call(`/jobs/${body.id}/data`);
		expect(new Uint8Array(await data.arrayBuffer())).toEqual(sixWordWav);
	});

	it('B7 makes a job that is rejected later, with an error for each attempt', async () => {
		const other = await startOther(response => response.writeHead(404).end());
		const {callJson} = await startTestServer({timeScale: 1000});
		const fetchData = {url: `${other.url}/none.wav`};
		const form = new FormData();
		form.append('config', JSON.stringify({transcription_config: {language: 'en'}, fetch_data: fetchData}));
		const created = await callJson('/jobs', {method: 'POST', body: form});
		expect(created.status).toBe(201);
		const {job} = (await callJson(`/jobs/${created.body.id}?wait=10`)).body;
		expect(job).toMatchObject({data_name: '', duration: 0, status: 'rejected'});
		expect(job.errors).toEqual(
			Array.from({length: 4}, () => ({
				message: 'unable to fetch audio: http status code 404',
				timestamp: expect.any(String),
			})),
		);
		expect(other.heard).toHaveLength(4);
	});

	const rejectionOf = async (
		answer: (response: ServerResponse) => void,
		limits: Partial<Record<'uploadBytes' | 'silentBodyMs', number>>,
	) => {
		const other = await startOther(answer);
		const {callJson} = await startTestServer({timeScale: 1000, limits});
		const form = new FormData();
		const fetchData = {url: `${other.url}/a.wav`};
		form.append('config', JSON.stringify({transcription_config: {language: 'en'}, fetch_data: fetchData}));
		const {body} = await callJson('/jobs?wait=10', {method: 'POST', body: form});
		return (await callJson(`/jobs/${body.id}?wait=10`)).body.job;
	};

	it('takes no more than may be uploaded, however much comes', async () => {
		const chunk = Buffer.alloc(64_000);
		const {status, errors} = await rejectionOf(
			response => {
				const pour = () => {
					while (!response.destroyed && response.write(chunk));
				};
				response.on('drain', pour);
				pour();
			},
			{uploadBytes: 1_000_000},
		);
		expect(status).toBe('rejected');
		expect(errors[0].message).toBe('unable to fetch audio: it is larger than 1000000 bytes');
	});

	it('waits for what does not go on only as long as for an upload', async () => {
		const {status, errors} = await rejectionOf(response => void response.write('RIFF'), {silentBodyMs: 100});
		expect(status).toBe('rejected');
		expect(errors[0].message).toBe('unable to fetch audio: nothing came for 0.1 s');
	});

	it('does not follow another address', async () => {
		const {errors} = await rejectionOf(
			response => void response.writeHead(302, {location: 'http://127.0.0.1/'}).end(),
			{},
		);
		expect(errors[0].message).toBe('unable to fetch audio: http status code 302');
	});

	it.each(['http://speechmatics.example/a.wav', 'file:///etc/hosts', 'http://127.0.0.1.example/a.wav'])(
		'never leaves this machine: %s',
		async url => {
			const {callJson} = await startTestServer();
			const form = new FormData();
			form.append('config', JSON.stringify({transcription_config: {language: 'en'}, fetch_data: {url}}));
			const {body} = await callJson('/jobs?wait=10', {method: 'POST', body: form});
			const {job} = (await callJson(`/jobs/${body.id}`)).body;
			expect(job.status).toBe('rejected');
			expect(job.errors[0].message).toContain('only from this machine');
		},
	);
});

describe('notification_config', () => {
	it('tells the address how the job ended, with the transcript as a file', async () => {
		const other = await startOther(response => response.end());
		const {finish} = await startTestServer();
		const id = await finish({
			others: {notification_config: [{url: `${other.url}/done?x=1`, auth_headers: ['Authorization: mine']}]},
		});
		await other.heardCount(1);
		const [told] = other.heard;
		expect(told).toMatchObject({
			method: 'POST',
			url: `/done?x=1&id=${id}&status=success`,
			headers: {'user-agent': 'Speechmatics-API/2.0', authorization: 'mine'},
		});
		expect(told?.body.toString()).toMatch(/name="data_file".+"format":"2\.9"/sv);
	});

	it.each([
		[[], undefined, /^$/v],
		[['jobinfo'], 'application/json', /^\{"job":\{"config"/v],
		[['transcript'], 'application/json', /^\{"format":"2\.9"/v],
		[['transcript.txt'], 'text/plain', /^Ship it today\. Um, not yet\?$/v],
		[['transcript.srt'], 'text/plain', /^1\n00:00:00,200/v],
		[['data'], 'multipart/form-data', /name="data".+RIFF/sv],
		[['jobinfo', 'transcript.txt'], 'multipart/form-data', /name="jobinfo".+name="transcript\.txt"/sv],
	])('sends %j', async (contents, contentType, body) => {
		const other = await startOther(response => response.end());
		const {finish} = await startTestServer();
		await finish({others: {notification_config: [{url: other.url, method: 'put', contents}]}});
		await other.heardCount(1);
		const [told] = other.heard;
		expect(told?.method).toBe('PUT');
		expect(told?.headers['content-type']?.split(';', 1)[0]).toBe(contentType);
		expect(told?.body.toString('latin1')).toMatch(body);
		expect(told?.headers['content-length']).toBe(String(told?.body.length)); // As small servers need it.
	});

	it('says error, and tells only about the job, where it was rejected', async () => {
		const other = await startOther(response => response.end());
		const {finish} = await startTestServer({recognisers: [sixWordRecogniser({rejects: true})]});
		const contents = ['transcript', 'jobinfo'];
		await finish({others: {notification_config: {url: other.url, contents}}}); // Alone, as the Python client sends it.
		await other.heardCount(1);
		expect(other.heard[0]?.url).toMatch(/&status=error$/v);
		expect(other.heard[0]?.body.toString()).toContain('name="jobinfo"');
		expect(other.heard[0]?.body.toString()).not.toContain('name="transcript"');
	});

	it('B41 tries again, and each failure joins the errors of a job that stays done', async () => {
		const other = await startOther((response, count) => response.writeHead(count < 3 ? 500 : 200).end());
		const {finish, callJson} = await startTestServer({timeScale: 1000});
		const id = await finish({others: {notification_config: [{url: other.url, contents: []}]}});
		await other.heardCount(3);
		const {job} = (await callJson(`/jobs/${id}`)).body;
		expect(job.status).toBe('done');
		expect(job.errors).toEqual(
			Array.from({length: 2}, () => ({
				message: 'Error in sending notification: Response status: 500, retrying',
				timestamp: expect.any(String),
			})),
		);
	});

	it('B41 gives up in the end, and tells only addresses on this machine', async () => {
		const other = await startOther(response => response.writeHead(500).end());
		const {finish, callJson} = await startTestServer({timeScale: 1000});
		const urls = [other.url, 'https://speechmatics.example/'];
		const id = await finish({others: {notification_config: urls.map(url => ({url, contents: []}))}});
		await other.heardCount(4);
		const messages = async (): Promise<readonly string[]> => {
			const {job} = (await callJson(`/jobs/${id}`)).body;
			const errors: ReadonlyArray<{message: string}> = job.errors;
			return errors.length < 5 ? messages() : errors.map(({message}) => message);
		};

		expect((await messages()).toSorted().slice(3)).toEqual([
			'Sending notification failed: Response status: 500',
			'Sending notification failed: this server tells only addresses on this machine.',
		]);
	});
});
