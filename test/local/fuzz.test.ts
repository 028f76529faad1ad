import {once} from 'node:events';
import {createConnection} from 'node:net';
import fc from 'fast-check';
import {expect, it, vi} from 'vitest';
import {WebSocket} from 'ws';
import {startTestServer} from '../helpers/local-server.js';
import {startRecognition} from '../helpers/real-time-client.js';

const line = fc.oneof(
	fc.string(),
	fc.constantFrom(
		'GET /v2/jobs HTTP/1.1',
		'POST /v2/jobs?wait=1 HTTP/1.1',
		'GET /v2?jwt= HTTP/1.1',
		'CONNECT 127.0.0.1:1 HTTP/1.1',
		'Host: 127.0.0.1:PORT',
		'Authorization: Bearer KEY',
		'Connection: Upgrade',
		'Upgrade: websocket',
		'Sec-WebSocket-Version: 13',
		'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
		'Content-Length: 5',
		'Content-Length: -1',
		'Transfer-Encoding: chunked',
		'Content-Type: multipart/form-data; boundary=x',
		'Content-Type: multipart/form-data',
		'Expect: 100-continue',
		'--x',
		'Content-Disposition: form-data; name="data_file"; filename="../../x"',
		'',
		'ffffffffffffffff',
	),
);

it('whatever bytes come, the server goes on', async () => {
	const {server, call} = await startTestServer();
	const {port} = new URL(server.batchUrl);
	await fc.assert(
		fc.asyncProperty(fc.array(line, {maxLength: 15}), fc.boolean(), async (lines, isReset) => {
			const socket = createConnection(Number(port), '127.0.0.1');
			socket.on('error', () => undefined);
			socket.resume();
			const text = lines.join('\r\n').replaceAll('PORT', port).replaceAll('KEY', server.apiKey);
			await new Promise(resolve => socket.write(`${text}\r\n\r\n`, resolve));
			if (isReset) {
				socket.resetAndDestroy();
			} else {
				socket.destroySoon();
				socket.setTimeout(50, () => socket.destroy());
			}

			await (socket.closed || once(socket, 'close'));
		}),
		{numRuns: 300},
	);
	expect((await call('/jobs')).status).toBe(200);
}, 60_000);

const json = fc.oneof(
	fc.jsonValue(),
	fc.record({
		message: fc.constantFrom('GetSpeakers', 'EndOfStream', 'AddChannelAudio', 'Nope'),
		x: fc.jsonValue(),
	}),
	fc.record({message: fc.constant('SetRecognitionConfig'), transcription_config: fc.jsonValue()}),
	fc.record({message: fc.constant('StartRecognition'), transcription_config: fc.jsonValue()}),
	fc.constant(startRecognition()),
	fc.constant({message: 'EndOfStream', last_seq_no: 1e308}),
	fc.constant({message: 'ForceEndOfUtterance', timestamp: -1}),
);

const frame = fc.oneof(
	json.map(value => JSON.stringify(value)),
	fc.string(),
	fc.uint8Array({maxLength: 5000}),
);

it('whatever frames come, the server answers them, ends the session, or waits for more', async () => {
	const {server, headers, call} = await startTestServer({realTime: {quota: 1000}});
	await fc.assert(
		fc.asyncProperty(fc.boolean(), fc.array(frame, {maxLength: 12}), async (isStarted, frames) => {
			const socket = new WebSocket(server.realTimeUrl, {headers});
			socket.on('error', () => undefined);
			const answers: unknown[] = [];
			socket.on('message', data => {
				answers.push(JSON.parse(String(data)));
			});
			const closed = once(socket, 'close');
			await once(socket, 'open');
			if (isStarted) {
				socket.send(JSON.stringify(startRecognition()));
				await vi.waitUntil(
					() => answers.some(answer => JSON.stringify(answer).includes('RecognitionStarted')),
					{
						interval: 1,
					},
				);
			}

			for (const one of frames) {
				socket.send(one);
			}

			socket.close();
			await closed;
			for (const answer of answers) {
				expect(answer).toHaveProperty('message', expect.any(String));
				expect(answer).not.toHaveProperty('type', 'unknown_error');
			}
		}),
		{numRuns: 500},
	);
	expect((await call('/jobs')).status).toBe(200);
}, 60_000);
