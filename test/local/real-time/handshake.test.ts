import {request} from 'node:http';
import {describe, expect, it} from 'vitest';
import {createKeys} from '../../../source/local/keys.js';
import {openRawClient, startRecognition} from '../../helpers/real-time-client.js';
import {apiKey, startRealTimeServer} from '../../helpers/real-time-server.js';

const upgradeHeaders = {
	connection: 'Upgrade',
	upgrade: 'websocket',
	'sec-websocket-version': '13',
	'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/**
The status with which an upgrade request is answered.
*/
const upgradeStatus = async (
	url: string,
	options: {readonly method?: string; readonly headers?: Readonly<Record<string, string>>} = {},
): Promise<number | undefined> =>
	new Promise((resolve, reject) => {
		request(url.replace('ws:', 'http:'), {headers: upgradeHeaders, ...options})
			.on('response', ({statusCode}) => {
				resolve(statusCode);
			})
			.on('upgrade', (_response, socket) => {
				socket.destroy();
				resolve(101);
			})
			.on('error', reject)
			.end();
	});

describe('the handshake', () => {
	it('A4: answers a wrong key, or none, with 401 and no session', async () => {
		const {url} = await startRealTimeServer();
		expect(await upgradeStatus(`${url}?jwt=bad`)).toBe(401);
		expect(await upgradeStatus(url)).toBe(401);
		expect(await upgradeStatus(url, {headers: {...upgradeHeaders, authorization: 'Bearer bad'}})).toBe(401);
		await expect(openRawClient(url, {headers: {authorization: 'Bearer bad'}})).rejects.toThrow('401');
	});

	it('A5: takes the API key in the header', async () => {
		const {url} = await startRealTimeServer();
		const headers = {...upgradeHeaders, authorization: `Bearer ${apiKey}`};
		expect(await upgradeStatus(url, {headers})).toBe(101);
	});

	it('A6: takes a temporary key in the query, and ignores what it does not know there', async () => {
		const {url, keys} = await startRealTimeServer();
		const jwt = keys.mint({type: 'rt', ttlSeconds: 60});
		expect(await upgradeStatus(`${url}?jwt=${jwt}&sm-app=x&foo=1`)).toBe(101);
	});

	it('A6: takes the API key in the query too', async () => {
		const {url} = await startRealTimeServer();
		expect(await upgradeStatus(`${url}?jwt=${apiKey}`)).toBe(101);
	});

	it('A6: refuses a temporary key that was made for batch', async () => {
		const {url, keys} = await startRealTimeServer();
		expect(await upgradeStatus(`${url}?jwt=${keys.mint({type: 'batch', ttlSeconds: 60})}`)).toBe(401);
	});

	it('A9: refuses a temporary key after its time, while a session opened with it goes on', async () => {
		let nowMs = 1_000_000_000_000;
		const {url, keys} = await startRealTimeServer({keys: createKeys(apiKey, () => nowMs)});
		const address = `${url}?jwt=${keys.mint({type: 'rt', ttlSeconds: 60})}`;
		const client = await openRawClient(address, {headers: {}});
		nowMs += 60_000;
		expect(await upgradeStatus(address)).toBe(401);

		client.send(startRecognition());
		await client.until('RecognitionStarted');
	});

	it.each(['', '/', '/en', '/cmn_en', '/en/'])('is at /v2%s', async path => {
		const {url} = await startRealTimeServer();
		expect(await upgradeStatus(`${url}${path}?jwt=${apiKey}`)).toBe(101);
	});

	it.each(['/v1', '/v2x', '/v2/jobs', '/v2/en/more', '/', '//'])('is not at %s: 404', async path => {
		const {url} = await startRealTimeServer();
		expect(await upgradeStatus(`${url.replace(/\/v2$/v, path)}?jwt=${apiKey}`)).toBe(404);
	});

	it('answers any method but GET with 405', async () => {
		const {url} = await startRealTimeServer();
		expect(await upgradeStatus(`${url}?jwt=${apiKey}`, {method: 'POST'})).toBe(405);
	});

	it('answers a malformed upgrade with 400', async () => {
		const {url} = await startRealTimeServer();
		const headers = {connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13'};
		expect(await upgradeStatus(`${url}?jwt=${apiKey}`, {headers})).toBe(400);
	});

	it('R55: declines compression, and works without it', async () => {
		const {url} = await startRealTimeServer();
		const client = await openRawClient(url, {perMessageDeflate: true});
		expect(client.socket.extensions).toBe('');

		client.send(startRecognition());
		await client.until('RecognitionStarted');
	});
});
