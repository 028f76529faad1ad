import {once} from 'node:events';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {get, type IncomingMessage} from 'node:http';
import {createConnection} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {WebSocket} from 'ws';
import {ProblemError} from '../../source/core/problem.js';
import {startLocalServer} from '../../source/local/server.js';
import {knock} from '../helpers/knock.js';
import {jobForm, sixWordWav, startTestServer} from '../helpers/local-server.js';
import {plainWavDecoder} from '../helpers/plain-wav.js';
import {sixWordRecogniser} from '../helpers/six-word-recogniser.js';

const parts = {recognisers: [sixWordRecogniser()], decoder: plainWavDecoder};

/**
The first line of the answer to a raw request.
*/
const firstLine = async (port: string, lines: readonly string[]): Promise<string> => {
	const socket = createConnection(Number(port), '127.0.0.1');
	socket.write(`${lines.join('\r\n')}\r\n\r\n`);
	return (await text(socket)).split('\r\n', 1)[0] ?? '';
};

describe('startLocalServer', () => {
	it('says where it is, with which key, and who recognises', async () => {
		const {server} = await startTestServer();
		const {port} = new URL(server.batchUrl);
		expect(server).toEqual({
			apiKey: expect.stringMatching(/^[A-Za-z0-9]{32}$/v),
			batchUrl: `http://127.0.0.1:${port}/v2`,
			realTimeUrl: `ws://127.0.0.1:${port}/v2`,
			managementUrl: `http://127.0.0.1:${port}/v1`,
			recogniser: 'six-words',
			faultLog: expect.any(Function),
			close: expect.any(Function),
		});
	});

	it('fails on a port that is taken, without a recogniser, and with a fault that is none', async () => {
		const {server} = await startTestServer();
		const port = Number(new URL(server.batchUrl).port);
		await expect(startLocalServer({...parts, port})).rejects.toMatchObject({code: 'EADDRINUSE'});
		await expect(startLocalServer({...parts, recognisers: []})).rejects.toThrow(RangeError);
		await expect(startLocalServer({...parts, faults: 'earthquake'})).rejects.toThrow(ProblemError);
	});

	it('answers what it does not know with errors of its own form', async () => {
		const {callJson} = await startTestServer();
		expect(await callJson('/nothing')).toMatchObject({status: 404, body: {code: 404, error: 'Not Found'}});
		expect(await callJson('/jobs/x/y/z')).toMatchObject({status: 404});
		expect(await callJson('/jobs', {method: 'PUT'})).toMatchObject({
			status: 405,
			body: {code: 405, error: 'Method Not Allowed'},
		});
	});

	it('answers only to its own address, so that no web page gets in by a name of its own', async () => {
		const {server} = await startTestServer();
		const {port} = new URL(server.batchUrl);
		const statusFor = async (host: string): Promise<number | undefined> => {
			const headers = {Host: host, Authorization: `Bearer ${server.apiKey}`};
			const [response] = (await once(
				get({port, host: '127.0.0.1', path: '/v2/jobs', headers}),
				'response',
			)) as [IncomingMessage];
			response.resume();
			return response.statusCode;
		};

		expect(await statusFor(`127.0.0.1:${port}`)).toBe(200);
		expect(await statusFor(`localhost:${port}`)).toBe(200);
		for (const host of [
			`evil.example:${port}`,
			'127.0.0.1',
			'127.0.0.1:1',
			`127.0.0.1.evil.example:${port}`,
		]) {
			expect(await statusFor(host)).toBe(421);
		}
	});

	it('checks the address of upgrade requests, too', async () => {
		const {server} = await startTestServer();
		const {port} = new URL(server.batchUrl);
		const upgrade = async (host: string): Promise<string> =>
			firstLine(port, ['GET /v2 HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket']);
		expect(await upgrade(`evil.example:${port}`)).toBe('HTTP/1.1 421 Misdirected Request');
		expect(await upgrade(`127.0.0.1:${port}`)).toBe('HTTP/1.1 401 Unauthorized'); // The real-time API's.
	});

	it('never invites other origins', async () => {
		const {call} = await startTestServer();
		const response = await call('/jobs', {headers: {Origin: 'https://evil.example'}});
		expect([...response.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
	});

	it('ends running jobs and answers that are held when it closes', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'duet-test-'));
		vi.stubEnv('TMPDIR', folder);
		onTestFinished(async () => {
			vi.unstubAllEnvs();
			await rm(folder, {recursive: true});
		});
		const server = await startLocalServer({...parts, jobSeconds: 3600});
		const init = {headers: {Authorization: `Bearer ${server.apiKey}`}};
		const response = await fetch(`${server.batchUrl}/jobs`, {
			...init,
			method: 'POST',
			body: jobForm({transcription_config: {language: 'en'}}, sixWordWav),
		});
		const {id} = (await response.json()) as {id: string};
		expect(await readdir(folder)).toEqual([]); // Nothing of the recording is left even where the process is killed now.
		const held = fetch(`${server.batchUrl}/jobs/${id}?wait=3600`, init);
		const webSocket = new WebSocket(server.realTimeUrl, init);
		await once(webSocket, 'open');
		await Promise.all([server.close(), once(webSocket, 'close'), expect(held).rejects.toThrow()]);
		await expect(fetch(`${server.batchUrl}/jobs`, init)).rejects.toThrow();
	});
});

describe('the real-time address', () => {
	it('A4 A5 A6 A9 opens with a key in the header or a temporary one in the address, and with no other', async () => {
		let instantMs = Date.parse('2026-11-02T10:00:00Z');
		const {server, headers} = await startTestServer({nowMs: () => instantMs});
		const response = await fetch(`${server.managementUrl}/api_keys?type=rt`, {
			method: 'POST',
			headers,
			body: '{"ttl":60}',
		});
		const {key_value: minted} = (await response.json()) as {key_value: string};
		expect(await knock(`${server.realTimeUrl}?jwt=bad`)).toBe(401);
		expect(await knock(server.realTimeUrl)).toBe(401);
		expect(await knock(server.realTimeUrl, headers)).toBe('open');
		expect(await knock(`${server.realTimeUrl}?jwt=${minted}&sm-app=x&foo=1`)).toBe('open');
		instantMs += 60_000;
		expect(await knock(`${server.realTimeUrl}?jwt=${minted}`)).toBe(401);
	});
});

describe('faults', () => {
	it.each([
		['401-html', 401, 'text/html'],
		['401-json', 401, 'application/json'],
		['403', 403, 'application/json'],
		['429-html', 429, 'text/html'],
		['429-json', 429, 'application/json'],
		['503', 503, 'text/html'],
		['expired', 410, 'application/json'],
		['non-json', 200, 'application/json'],
	])('B36 B37 happen when they are asked for: %s', async (fault, status, contentType) => {
		const {call} = await startTestServer({allowFaults: true});
		const response = await call(`/jobs?x-fault=${fault}`);
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toBe(contentType);
		expect(response.headers.has('retry-after')).toBe(false);
		expect((await call('/jobs')).status).toBe(200); // The next request succeeds.
	});

	it('can break the connection', async () => {
		const {call} = await startTestServer({allowFaults: true});
		await expect(call('/jobs?x-fault=tcp-reset')).rejects.toThrow();
	});

	it('do not happen unless the server allows them', async () => {
		const {call} = await startTestServer();
		expect((await call('/jobs?x-fault=503')).status).toBe(200);
	});

	it('must be known ones', async () => {
		const {call} = await startTestServer({allowFaults: true});
		expect((await call('/jobs?x-fault=toString')).status).toBe(422);
	});
});
