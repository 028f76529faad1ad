import {once} from 'node:events';
import {mkdtemp, readdir, readlink, rm} from 'node:fs/promises';
import {get, type IncomingMessage} from 'node:http';
import {createConnection, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {Readable} from 'node:stream';
import {text} from 'node:stream/consumers';
import {pipeline} from 'node:stream/promises';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {WebSocket} from 'ws';
import {knock as knockAt} from '../helpers/knock.js';
import {jobForm, startTestServer} from '../helpers/local-server.js';
import {tone, wavFile} from '../helpers/plain-wav.js';
import {openRawClient, silentFrames, startRecognition} from '../helpers/real-time-client.js';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;

const portOf = ({server}: TestServer): string => new URL(server.batchUrl).port;

const statusFor = async (test: TestServer, headers: Readonly<Record<string, string>>): Promise<unknown> => {
	const [response] = (await once(
		get({
			port: portOf(test),
			host: '127.0.0.1',
			path: '/v2/jobs',
			headers: {...test.headers, ...headers},
		}),
		'response',
	)) as [IncomingMessage];
	response.resume();
	return response.statusCode;
};

const knock = async (test: TestServer, headers: Readonly<Record<string, string>> = {}) =>
	knockAt(test.server.realTimeUrl, {...test.headers, ...headers});

/**
A connection that has sent this much and waits.
*/
const connect = (test: TestServer, ...lines: readonly string[]): Socket => {
	const socket = createConnection({port: Number(portOf(test)), host: '127.0.0.1', allowHalfOpen: true});
	onTestFinished(() => {
		socket.destroy();
	});
	socket.write(lines.join('\r\n'));
	return socket;
};

/**
Whether a new connection is served, or dropped at once.
*/
const isAnswered = async (test: TestServer): Promise<boolean> => {
	const socket = connect(test, 'GET / HTTP/1.1', `Host: x`, 'Connection: close', '', '');
	socket.on('error', () => undefined);
	return (await text(socket).catch(() => '')).startsWith('HTTP/1.1 421');
};

const uploadHead = ({server, headers}: TestServer): readonly string[] => [
	'POST /v2/jobs HTTP/1.1',
	`Host: ${new URL(server.batchUrl).host}`,
	`Authorization: ${headers.Authorization}`,
	'Content-Type: multipart/form-data; boundary=x',
	'Transfer-Encoding: chunked',
	'',
];

/**
A temporary folder for one test: what is in it by name, and which files in it this process holds open, with or without
one. The latter only on Linux.
*/
const uploadFolder = async () => {
	const folder = await mkdtemp(join(tmpdir(), 'duet-test-'));
	vi.stubEnv('TMPDIR', folder);
	onTestFinished(async () => {
		vi.unstubAllEnvs();
		await rm(folder, {recursive: true, force: true});
	});
	return {
		names: async () => readdir(folder),
		held: async () => {
			const descriptors = await readdir('/proc/self/fd').catch(() => []);
			const files = await Promise.all(
				descriptors.map(async name => readlink(join('/proc/self/fd', name)).catch(() => '')),
			);
			return files.filter(file => file.startsWith(folder));
		},
	};
};

describe('the names under which the server is reached', () => {
	it('are those of this machine with its port', async () => {
		const test = await startTestServer();
		for (const name of ['127.0.0.1', 'localhost', 'LocalHost', '[::1]']) {
			expect(await statusFor(test, {Host: `${name}:${portOf(test)}`})).toBe(200);
			expect(await knock(test, {Host: `${name}:${portOf(test)}`})).toBe('open');
		}
	});

	it('are no others, such as those that a web page makes point here', async () => {
		const test = await startTestServer();
		const port = portOf(test);
		for (const host of [
			`evil.example:${port}`,
			`127.0.0.1.nip.io:${port}`,
			`localhost.evil.example:${port}`,
			`localhost.:${port}`,
			`evil.localhost:${port}`,
			`0.0.0.0:${port}`,
			`[::]:${port}`,
			`[::ffff:127.0.0.1]:${port}`,
			`127.1:${port}`,
			`2130706433:${port}`,
			`127.0.0.1:${port}@evil.example`,
			`evil.example@127.0.0.1:${port}`,
			`127.0.0.1:${port}.evil.example`,
			`127.0.0.1:0${port}`,
			'localhost',
		]) {
			expect([host, await statusFor(test, {Host: host})]).toEqual([host, 421]);
			expect([host, await knock(test, {Host: host})]).toEqual([host, 421]);
		}
	});
});

describe('a web page', () => {
	it.each([
		'https://evil.example',
		'http://127.0.0.1.nip.io',
		'null',
		'http://localhost.evil.example:3000',
		'x',
	])('of %s is refused, even with the key', async origin => {
		const test = await startTestServer();
		expect(await statusFor(test, {Origin: origin})).toBe(403);
		expect(await knock(test, {Origin: origin})).toBe(403);
	});

	it.each(['http://localhost:3000', 'http://127.0.0.1', 'https://localhost:8443', 'http://[::1]:5173'])(
		'that this machine itself serves, at %s, may use its key',
		async origin => {
			const test = await startTestServer();
			expect(await statusFor(test, {Origin: origin})).toBe(200);
			expect(await knock(test, {Origin: origin})).toBe('open');
			expect(await statusFor(test, {Origin: origin, Authorization: 'Bearer other'})).toBe(401);
			expect(await knock(test, {Origin: origin, Authorization: 'Bearer other'})).toBe(401);
		},
	);
});

describe('a request that is too large', () => {
	it.each([
		['address', {}, `/v2/jobs?x=${'x'.repeat(20_000)}`],
		['header', {'X-Long': 'x'.repeat(20_000)}, '/v2/jobs'],
	])('in its %s is refused', async (_part, headers, path) => {
		const test = await startTestServer();
		const request = get({
			port: portOf(test),
			host: '127.0.0.1',
			path,
			headers: {...test.headers, ...headers},
		});
		const [response] = (await once(request, 'response')) as [IncomingMessage];
		response.resume();
		expect(response.statusCode).toBe(431);
		expect((await test.call('/jobs')).status).toBe(200);
	});

	it('in its body of unknown length is refused, and read to its end: some clients answer only then', async () => {
		const test = await startTestServer({limits: {uploadBytes: 100_000}});
		const piece = `${(100_000).toString(16)}\r\n${'x'.repeat(100_000)}\r\n`;
		const part = '--x\r\nContent-Disposition: form-data; name="data_file"; filename="a"\r\n\r\n';
		const socket = connect(test, ...uploadHead(test), `${part.length.toString(16)}\r\n${part}\r\n`);
		await pipeline(Readable.from([...Array.from({length: 200}, () => piece), '0\r\n\r\n']), socket, {
			end: false,
		});
		const [answer] = (await once(socket, 'data')) as [Buffer];
		expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
	});

	it('in its configuration is refused', async () => {
		const test = await startTestServer();
		const body = jobForm({type: 'transcription', padding: 'x'.repeat(3_000_000)}, wavFile(tone(1)));
		expect((await test.call('/jobs', {method: 'POST', body})).status).toBe(400);
	});

	it('for a temporary key is refused', async () => {
		const test = await startTestServer();
		const response = await fetch(`${test.server.managementUrl}/api_keys?type=rt`, {
			method: 'POST',
			headers: test.headers,
			body: JSON.stringify({ttl: 60, padding: 'x'.repeat(100_000)}),
		});
		expect(response.status).toBe(422);
	});

	it.each([
		['binary', new Uint8Array(9_000_000)],
		['text', 'x'.repeat(9_000_000)],
	])('is a %s frame, too, which closes the session and no other', async (_kind, frame) => {
		const test = await startTestServer();
		const other = await openRawClient(test.server.realTimeUrl, {headers: test.headers});
		const client = await openRawClient(test.server.realTimeUrl, {headers: test.headers});
		client.socket.send(frame);
		expect((await client.closed).code).toBe(1009);
		other.send(startRecognition());
		await other.until('RecognitionStarted');
	});
});

describe('a client that is too slow', () => {
	it.each([
		['with its first byte', ''],
		['in its headers', 'GET /v2/jobs HTTP/1.1\r\nHost: x\r\nX-A'],
	])('%s is cut off', async (_where, sent) => {
		const test = await startTestServer({limits: {headersMs: 100}});
		const socket = connect(test, sent);
		await once(socket.resume(), 'end');
	});

	it('in its upload is told so and cut off, and nothing is left of it', async () => {
		const {held} = await uploadFolder();
		const test = await startTestServer({limits: {silentBodyMs: 100}});
		const part = '--x\r\nContent-Disposition: form-data; name="data_file"; filename="a"\r\n\r\nRIFF';
		const socket = connect(test, ...uploadHead(test), `${part.length.toString(16)}`, part, '');
		const answer = await text(socket);
		expect(answer).toMatch(/^HTTP\/1\.1 408 /v);
		expect(await held()).toEqual([]);
		expect((await test.callJson('/jobs')).body).toEqual({jobs: []});
	});

	it('is cut off in the end, however steadily its upload drips', async () => {
		const {held} = await uploadFolder();
		const test = await startTestServer({limits: {headersMs: 200, requestMs: 400}});
		const part = '--x\r\nContent-Disposition: form-data; name="data_file"; filename="a"\r\n\r\nRIFF';
		const socket = connect(test, ...uploadHead(test), `${part.length.toString(16)}`, part, '');
		const drip = setInterval(() => socket.write('1\r\nx\r\n'), 20);
		onTestFinished(() => {
			clearInterval(drip);
		});
		await new Promise(resolve => {
			socket.resume().on('end', resolve).on('error', resolve); // What drips meanwhile may turn the end into a reset.
		});
		await vi.waitUntil(async () => (await held()).length === 0, {timeout: 10_000});
	});

	it('in the body for a temporary key is cut off', async () => {
		const test = await startTestServer({limits: {silentBodyMs: 100}});
		const socket = connect(
			test,
			'POST /v1/api_keys HTTP/1.1',
			`Host: ${new URL(test.server.batchUrl).host}`,
			`Authorization: ${test.headers.Authorization}`,
			'Content-Length: 100',
			'',
			'{',
		);
		expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /v);
	});

	it('is not one whose upload moves on, however long it takes', async () => {
		const test = await startTestServer({limits: {silentBodyMs: 1000}});
		const audio = wavFile(tone(2.4));
		const head =
			'--x\r\nContent-Disposition: form-data; name="config"\r\n\r\n' +
			'{"type":"transcription","transcription_config":{"language":"en"}}\r\n' +
			'--x\r\nContent-Disposition: form-data; name="data_file"; filename="a.wav"\r\n\r\n';
		const body = Buffer.concat([Buffer.from(head), audio, Buffer.from('\r\n--x--\r\n')]);
		const response = await test.call('/jobs', {
			method: 'POST',
			headers: {'Content-Type': 'multipart/form-data; boundary=x'},
			body: Readable.from(
				(async function* () {
					for (let piece = 0; piece < 6; piece += 1) {
						await new Promise(resolve => setTimeout(resolve, 250));
						yield body.subarray((piece * body.length) / 6, ((piece + 1) * body.length) / 6);
					}
				})(),
			),
			duplex: 'half',
		} as unknown as RequestInit);
		expect(response.status).toBe(201);
	});

	it('to read its answer is cut off', async () => {
		const test = await startTestServer({limits: {unreadAnswerMs: 100, connections: 2}});
		const id = String((await test.submit({audio: wavFile(tone(600))})).body.id);
		const socket = connect(
			test,
			`GET /v2/jobs/${id}/data HTTP/1.1`,
			`Host: ${new URL(test.server.batchUrl).host}`,
			`Authorization: ${test.headers.Authorization}`,
			'',
			'',
		);
		await vi.waitUntil(async () => isAnswered(test), {timeout: 10_000}); // There is room again for another connection.
		let received = 0;
		socket.on('data', (bytes: Buffer) => {
			received += bytes.length;
		});
		await once(socket, 'end');
		expect(received).toBeLessThan(19_000_000);
	});
});

describe('a real-time client', () => {
	it('that never starts is told so and closed', async () => {
		const test = await startTestServer({limits: {startMs: 100}});
		const client = await openRawClient(test.server.realTimeUrl, {headers: test.headers});
		expect(await client.until('Error')).toMatchObject({
			type: 'idle_timeout',
			reason: 'StartRecognition did not come within 0.1 s.',
		});
		expect((await client.closed).code).toBe(1008);
	});

	it('that has started in time may then be as slow as it likes', async () => {
		const test = await startTestServer({limits: {startMs: 1000}});
		const idle = await openRawClient(test.server.realTimeUrl, {headers: test.headers});
		const client = await openRawClient(test.server.realTimeUrl, {headers: test.headers});
		client.send(startRecognition());
		await client.until('RecognitionStarted');
		await idle.closed;
		client.sendAudio(...silentFrames(1));
		await client.until('AudioAdded');
	});

	it('that never reads is cut off before its messages fill the memory', async () => {
		const test = await startTestServer({limits: {unreadBytes: 100_000}, realTime: {pace: Infinity}});
		const client = await openRawClient(test.server.realTimeUrl, {headers: test.headers});
		client.send(startRecognition());
		await client.until('RecognitionStarted');
		client.socket.pause();
		const failed = new Promise<void>(resolve => {
			client.socket.on('close', () => resolve());
		});
		while (client.socket.readyState === WebSocket.OPEN && client.socket.bufferedAmount < 50_000_000) {
			for (let count = 0; count < 1000; count += 1) {
				client.send({message: 'GetSpeakers'});
			}

			await new Promise(setImmediate);
		}

		client.socket.resume();
		await failed;
	});

	it('that is refused at the handshake and stays is cut off', async () => {
		const test = await startTestServer({limits: {lingerMs: 100}});
		for (const host of [new URL(test.server.batchUrl).host, 'evil.example']) {
			const socket = connect(
				test,
				'GET /v2 HTTP/1.1',
				`Host: ${host}`,
				'Connection: Upgrade',
				'Upgrade: websocket',
				'',
				'',
			);
			await once(socket.resume(), 'end'); // The server has said all it has to say.
			socket.on('error', () => undefined);
			while (!socket.destroyed) {
				socket.write('x');
				await new Promise(setImmediate);
			}
		}
	});
});

describe('connections', () => {
	it('beyond the limit are dropped, and there is room again when others leave', async () => {
		const test = await startTestServer({limits: {connections: 3}});
		const held = [connect(test, 'GET '), connect(test, 'GET '), connect(test, 'GET ')];
		await vi.waitUntil(async () => !(await isAnswered(test)), {timeout: 10_000});
		for (const socket of held) {
			socket.destroy();
		}

		await vi.waitUntil(async () => isAnswered(test), {timeout: 10_000});
	});
});

describe('a request that is refused for who sends it', () => {
	it.each([
		['another host', 'Host: evil.example'],
		['no key', ''],
	])('is not read on for ever: %s', async (_name, hostLine) => {
		const test = await startTestServer({limits: {lingerMs: 100}});
		const socket = connect(
			test,
			'POST /v2/jobs HTTP/1.1',
			hostLine || `Host: ${new URL(test.server.batchUrl).host}`,
			'Content-Length: 1000000',
			'',
			'x',
		);
		socket.on('error', () => undefined);
		const drip = setInterval(() => socket.write('x'), 10);
		await new Promise(resolve => {
			socket.resume().on('close', resolve);
		});
		clearInterval(drip);
	});
});

describe('a request that offers another protocol', () => {
	it('is answered as if it did not', async () => {
		const test = await startTestServer();
		const offer = {Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': ''};
		expect(await statusFor(test, {Host: new URL(test.server.batchUrl).host, ...offer})).toBe(200);
	});
});

describe('a handshake that is left without an answer', () => {
	it('leaves room again when its client leaves', async () => {
		const test = await startTestServer({faults: 'no-answer@handshake×1'});
		const {host} = new URL(test.server.realTimeUrl);
		const socket = connect(
			test,
			'GET /v2 HTTP/1.1',
			`Host: ${host}`,
			`Authorization: ${test.headers.Authorization}`,
			'Connection: Upgrade',
			'Upgrade: websocket',
			'Sec-WebSocket-Version: 13',
			'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
			'',
			'',
		);
		await vi.waitUntil(() => test.server.faultLog().length > 0);
		socket.end('and that was all');
		await once(socket.resume(), 'end');
	});
});

describe('files of jobs', () => {
	it('have no name by which anybody finds them, and are gone with their jobs', async () => {
		const {names, held} = await uploadFolder();
		const test = await startTestServer();
		const id = await test.finish();
		expect(await names()).toEqual([]);
		expect(await held()).toHaveLength(process.platform === 'linux' ? 1 : 0);
		await test.call(`/jobs/${id}`, {method: 'DELETE'});
		expect(await held()).toEqual([]);
	});
});

describe('the key', () => {
	it('is in no answer to what a client does wrong with it', async () => {
		const test = await startTestServer({allowFaults: true});
		const {apiKey, batchUrl, managementUrl} = test.server;
		const answers = await Promise.all(
			[
				`${batchUrl}/${apiKey}`,
				`${batchUrl}/jobs/${apiKey}`,
				`${batchUrl}/jobs/${apiKey}/transcript?format=${apiKey}`,
				`${batchUrl}/jobs?limit=${apiKey}`,
				`${batchUrl}/jobs?created_before=${apiKey}`,
				`${batchUrl}/jobs?x-fault=${apiKey}`,
				`${batchUrl}/usage?since=${apiKey}`,
			].map(async url => (await fetch(url, {headers: test.headers})).text()),
		);
		const minted = await fetch(`${managementUrl}/api_keys?type=${apiKey}`, {
			method: 'POST',
			headers: test.headers,
			body: apiKey,
		});
		for (const answer of [...answers, await minted.text()]) {
			expect(answer).not.toContain(apiKey);
		}
	});

	it('is in no Error message', async () => {
		const test = await startTestServer();
		const {apiKey, realTimeUrl} = test.server;
		for (const message of [
			{message: apiKey},
			startRecognition({language: apiKey}),
			startRecognition({[apiKey]: 1}),
		]) {
			const client = await openRawClient(realTimeUrl, {headers: test.headers});
			client.send(message);
			expect(JSON.stringify(await client.until('Error'))).not.toContain(apiKey);
		}
	});

	it('is in no log of faults', async () => {
		const test = await startTestServer({faults: '503'});
		await test.call(`/jobs/${test.server.apiKey}?jwt=${test.server.apiKey}`);
		expect(test.server.faultLog()).toHaveLength(1);
		expect(JSON.stringify(test.server.faultLog())).not.toContain(test.server.apiKey);
	});
});
