import {BatchClient} from '@speechmatics/batch-client';
import {describe, expect, it} from 'vitest';
import {WebSocket} from 'ws';
import {faults} from '../../../source/local/faults/catalogue.js';
import {type Json, sixWordWav, startTestServer} from '../../helpers/local-server.js';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;

const jobsOf = async ({callJson}: TestServer): Promise<readonly Json[]> =>
	(await callJson('/jobs')).body.jobs;

const happened = ({server}: TestServer) => server.faultLog().map(({name, occasion}) => `${name} ${occasion}`);

describe('a refusal', () => {
	it.each([
		['401', 401, 'text/html', null],
		['401-json', 401, 'application/json', null],
		['403', 403, 'application/json', null],
		['410', 410, 'application/json', null],
		['429', 429, 'text/html', null],
		['429=3s', 429, 'text/html', '3'],
		['429-json', 429, 'application/json', null],
		['429-json=1500ms', 429, 'application/json', '2'],
		['500', 500, 'application/json', null],
		['502', 502, 'text/html', null],
		['503', 503, 'text/html', null],
		['503=1s', 503, 'text/html', '1'],
	])('is answered in place of the real answer: %s', async (fault, status, contentType, retryAfter) => {
		const test = await startTestServer({faults: `${fault}@create×1`});
		const response = await test.call('/jobs', {method: 'POST', body: 'x'});
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toBe(contentType);
		expect(response.headers.get('retry-after')).toBe(retryAfter);
		expect(await jobsOf(test)).toEqual([]);
		expect(happened(test)).toHaveLength(1);
	});

	it('happens as often as it was ordered, and then no more', async () => {
		const test = await startTestServer({faults: '503×2'});
		const statuses: number[] = [];
		for (let count = 0; count < 4; count += 1) {
			statuses.push((await test.call('/jobs')).status);
		}

		expect(statuses).toEqual([503, 503, 200, 200]);
		expect(happened(test)).toEqual(['503 list', '503 list']);
	});

	it('of a token is one of the management API', async () => {
		const test = await startTestServer({faults: '500@token×1'});
		const mint = async () =>
			fetch(`${test.server.managementUrl}/api_keys?type=rt`, {
				method: 'POST',
				headers: test.headers,
				body: '{"ttl":60}',
			});
		expect((await mint()).status).toBe(500);
		expect((await mint()).status).toBe(201);
	});
});

describe('a connection that is reset', () => {
	it.each([
		['headers', 0],
		['body', 0],
		['answer', 1],
	])('after the %s leaves %i job', async (stage, jobCount) => {
		const test = await startTestServer({faults: `reset=${stage}@create×1`});
		await expect(test.submit()).rejects.toThrow();
		expect(await jobsOf(test)).toHaveLength(jobCount);
		expect(happened(test)).toEqual(['reset create']);
		expect((await test.submit()).status).toBe(201);
	});

	it('can be that of any other request', async () => {
		const test = await startTestServer({faults: 'reset=answer@transcript×1'});
		const id = await test.finish();
		await expect(test.transcript(id)).rejects.toThrow();
		expect(await test.transcript(id)).toMatchObject({format: '2.9'});
	});
});

describe('an answer', () => {
	it('that never comes is left to the client', async () => {
		const test = await startTestServer({faults: 'no-answer@list×1'});
		await expect(test.call('/jobs', {signal: AbortSignal.timeout(100)})).rejects.toThrow('timeout');
		expect(await jobsOf(test)).toEqual([]);
	});

	it('that is late is that of a request that was done at once', async () => {
		const test = await startTestServer({faults: 'late=60s@create×1'});
		const submitted = test.submit();
		submitted.catch(() => undefined); // It breaks when the server closes.
		while ((await jobsOf(test)).length === 0) {
			await new Promise(setImmediate);
		}

		await expect(Promise.race([submitted, Promise.resolve('no answer')])).resolves.toBe('no answer');
	});

	it('that is late comes after all', async () => {
		const test = await startTestServer({faults: 'late=20ms..40ms'});
		const startMs = performance.now();
		expect((await test.submit()).status).toBe(201);
		expect(performance.now() - startMs).toBeGreaterThanOrEqual(19);
	});

	it('can say that the transcript of a job that is done is not there', async () => {
		const test = await startTestServer({faults: 'not-ready×1'});
		const id = await test.finish();
		expect((await test.callJson(`/jobs/${id}`)).body.job.status).toBe('done');
		expect(await test.callJson(`/jobs/${id}/transcript`)).toMatchObject({
			status: 404,
			body: {error: 'Transcription not ready'},
		});
		expect(await test.transcript(id)).toMatchObject({format: '2.9'});
	});

	it('can break off in the middle, although more was announced', async () => {
		const test = await startTestServer({faults: 'truncated@transcript×1'});
		const id = await test.finish();
		const response = await test.call(`/jobs/${id}/transcript`);
		expect(response.status).toBe(200);
		expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
		await expect(response.text()).rejects.toThrow();
		expect(await test.transcript(id)).toMatchObject({format: '2.9'});
	});

	it.each([
		['bad-json', /^\{"id":/v],
		['non-json', /^<!doctype html>$/v],
	])('can be useless: %s, for a job that was created', async (fault, body) => {
		const test = await startTestServer({faults: `${fault}@create×1`});
		const form = new FormData();
		form.append('data_file', new Blob([sixWordWav]), 'a.wav');
		form.append('config', '{"type":"transcription","transcription_config":{"language":"en"}}');
		const response = await test.call('/jobs', {method: 'POST', body: form});
		expect(response.status).toBe(201);
		expect(response.headers.get('content-type')).toBe('application/json');
		const text = await response.text();
		expect(text).toMatch(body);
		expect(() => JSON.parse(text)).toThrow(SyntaxError);
		expect(await jobsOf(test)).toHaveLength(1);
	});
});

describe('a job', () => {
	it('can be rejected, at once or after a time, with a reason or without one', async () => {
		const test = await startTestServer({faults: 'rejected=30ms×1,rejected-noerrors×2'});
		const [first, second] = [await test.finish(), await test.finish()];
		expect((await test.callJson(`/jobs/${first}`)).body.job).toMatchObject({
			status: 'rejected',
			errors: [{message: 'The fault that was asked for.'}],
		});
		const {job} = (await test.callJson(`/jobs/${second}`)).body;
		expect(job.status).toBe('rejected');
		expect(job).not.toHaveProperty('errors');
		expect(happened(test)).toEqual(['rejected create', 'rejected-noerrors create']);
	});

	it('can run for longer than it needs to', async () => {
		const test = await startTestServer({faults: 'running=300ms'});
		const {body} = await test.submit();
		expect((await test.callJson(`/jobs/${body.id}?wait=0`)).body.job.status).toBe('running');
		expect((await test.callJson(`/jobs/${body.id}?wait=10`)).body.job.status).toBe('done');
	});

	it('can run for ever, until it is deleted', async () => {
		const test = await startTestServer({faults: 'running'});
		const {body} = await test.submit();
		expect((await test.callJson(`/jobs/${body.id}?wait=1`)).body.job.status).toBe('running');
		const deleted = await test.callJson(`/jobs/${body.id}?force=true`, {method: 'DELETE'});
		expect(deleted.body.job.status).toBe('deleted');
	});
});

describe('a handshake', () => {
	const knock = async ({server, headers}: TestServer): Promise<string> =>
		new Promise(resolve => {
			const webSocket = new WebSocket(server.realTimeUrl, {headers, handshakeTimeout: 100});
			webSocket.on('open', () => {
				webSocket.terminate();
				resolve('open');
			});
			webSocket.on('unexpected-response', (request, response) => {
				request.destroy();
				const {statusCode, headers: received} = response;
				resolve([statusCode, received['content-type'], received['retry-after']].join(' ').trim());
			});
			webSocket.on('error', ({message}) => {
				resolve(message);
			});
		});

	it.each([
		['401', '401 text/html'],
		['403', '403 application/json'],
		['429=3s', '429 text/html 3'],
		['503', '503 text/html'],
		['reset', 'read ECONNRESET'],
		['no-answer', 'Opening handshake has timed out'],
		['late=60s', 'Opening handshake has timed out'],
		['late=1ms', 'open'],
	])('can meet %s', async (fault, outcome) => {
		const [name = '', value] = fault.split('=');
		const test = await startTestServer({
			faults: `${name}${value === undefined ? '' : `=${value}`}@handshake×1`,
		});
		expect(await knock(test)).toBe(outcome);
		expect(await knock(test)).toBe('open');
		expect(happened(test)).toEqual([`${name} handshake`]);
	});
});

describe('the SDK of Speechmatics', () => {
	it.each([
		['401', 'SyntaxError'],
		['429', 'SyntaxError'],
		['503', 'SyntaxError'],
		['403', 'SpeechmaticsResponseError'],
		['500', 'SpeechmaticsResponseError'],
		['bad-json', 'SpeechmaticsInvalidTypeError'],
		['truncated', 'SpeechmaticsInvalidTypeError'],
		['reset', 'SpeechmaticsNetworkError'],
	])('fails at %s with a %s', async (fault, name) => {
		const {server} = await startTestServer({faults: `${fault}×1`});
		const client = new BatchClient({apiKey: server.apiKey, apiUrl: server.batchUrl, appId: 'duet test'});
		await expect(client.listJobs()).rejects.toMatchObject({name});
		expect(await client.listJobs()).toEqual({jobs: []});
	});
});

it('every fault of the layer is named in a test here', async () => {
	const {readFile} = await import('node:fs/promises');
	const text = await readFile(import.meta.filename, 'utf8');
	for (const {name} of faults.filter(({layer}) => layer === 'http')) {
		expect(text).toMatch(new RegExp(`['\`$]${name}\\b`, 'v'));
	}
});
