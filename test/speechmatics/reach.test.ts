import {once} from 'node:events';
import {createServer, type Socket} from 'node:net';
import {describe, expect, it, onTestFinished} from 'vitest';
import {type Reach, type ReachOptions, reachServices} from '../../source/speechmatics/reach.js';
import {startTestServer} from '../helpers/local-server.js';
import {type ScriptedAnswer, startScriptedHttpServer} from '../helpers/scripted-http-server.js';

const wrongKey = 'wrong-key-of-thirty-characters';

const reach = async (options: Pick<ReachOptions, 'batchUrl' | 'realTimeUrl'> & Partial<ReachOptions>) => {
	const reaches = await reachServices({
		managementUrl: options.batchUrl.replace(/\/v2$/, '/v1'),
		clock: {nowMs: () => performance.now()},
		patienceMs: 10_000,
		signal: new AbortController().signal,
		...options,
	});
	const of = (name: Reach['service']) => reaches.find(({service}) => service === name);
	return {batch: of('batch'), tokens: of('tokens'), realTime: of('real-time')};
};

describe('asking the services', () => {
	it('tells that all accept the right key, how long each took, and that their time is ours', async () => {
		const {server} = await startTestServer();
		const {batch, tokens, realTime} = await reach(server);
		for (const reached of [batch, tokens, realTime]) {
			expect(reached).toMatchObject({host: new URL(server.batchUrl).host, isAccepted: true});
			expect(reached).not.toHaveProperty('problem');
			expect(reached?.roundTripMs).toBeGreaterThan(0);
		}

		expect(Math.abs(batch?.aheadMs ?? Number.NaN)).toBeLessThan(1500);
	});

	it('creates no job', async () => {
		const {server, callJson} = await startTestServer();
		await reach(server);
		expect((await callJson('/jobs')).body).toEqual({jobs: []});
	});

	it('tells that a wrong key is refused, of which no more than the end is shown', async () => {
		const {server} = await startTestServer();
		const reached = await reach({...server, apiKey: wrongKey});
		for (const refused of [reached.batch, reached.tokens]) {
			expect(refused).toMatchObject({
				isAccepted: false,
				roundTripMs: expect.any(Number),
				problem: {kind: 'not-authorised', message: expect.stringContaining('ters')},
			});
		}

		expect(reached.realTime?.problem).toBeUndefined(); // It answers, and had no token to accept.
		expect(reached.realTime?.isAccepted).toBeUndefined();
		expect(JSON.stringify(reached)).not.toContain(wrongKey);
	});

	it('asks no host for a token where there is no key, and is refused', async () => {
		const {server} = await startTestServer();
		const {batchUrl, realTimeUrl, managementUrl} = server;
		const {batch, tokens, realTime} = await reach({batchUrl, realTimeUrl, managementUrl});
		expect(tokens).toBeUndefined();
		expect(batch?.problem).toMatchObject({kind: 'not-authorised'});
		expect(realTime?.problem).toMatchObject({kind: 'not-authorised'});
	});

	it('tells where nothing answers, without a time', async () => {
		const {server} = await startTestServer();
		await server.close();
		const {batch, tokens, realTime} = await reach(server);
		expect(batch).toMatchObject({problem: {kind: 'network'}});
		expect(realTime).toMatchObject({problem: {kind: 'network'}});
		for (const reached of [batch, tokens, realTime]) {
			expect(reached).not.toHaveProperty('roundTripMs');
			expect(reached).not.toHaveProperty('aheadMs');
		}
	});

	it('gives up a host that takes a connection and says nothing', async () => {
		const sockets: Socket[] = [];
		const server = createServer(socket => {
			sockets.push(socket);
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		onTestFinished(() => {
			for (const socket of sockets) {
				socket.destroy();
			}

			server.close();
		});
		const {port} = server.address() as {port: number};
		const host = `127.0.0.1:${port}`;
		const {batch, realTime} = await reach({
			batchUrl: `http://${host}/v2`,
			realTimeUrl: `ws://${host}/v2`,
			apiKey: wrongKey,
			patienceMs: 50,
		});
		for (const silent of [batch, realTime]) {
			expect(silent).toMatchObject({problem: {kind: 'timeout', message: `${host} did not answer in time.`}});
		}
	});

	it.each<[string, ScriptedAnswer]>([
		['accepts the key', {body: {jobs: []}, headers: {date: 'Mon, 03 Mar 2025 10:00:00 GMT'}}],
		['refuses it', {status: 401, body: '<html>', headers: {date: 'Mon, 03 Mar 2025 10:00:00 GMT'}}],
	])('reads the time of day of a host that %s', async (_, answer) => {
		await using server = await startScriptedHttpServer(() => answer);
		const {batch} = await reach({
			batchUrl: `${server.url}/v2`,
			realTimeUrl: `${server.url.replace('http', 'ws')}/v2`,
			apiKey: wrongKey,
		});
		const aheadMs = Date.now() - Date.parse('2025-03-03T10:00:00Z');
		expect(Math.abs((batch?.aheadMs ?? 0) - aheadMs)).toBeLessThan(1500);
	});

	it('does not follow a host that points elsewhere with the key', async () => {
		await using server = await startScriptedHttpServer(() => ({
			status: 302,
			body: '',
			headers: {location: 'http://127.0.0.1:9/elsewhere'},
		}));
		const {batch, realTime} = await reach({
			batchUrl: `${server.url}/v2`,
			realTimeUrl: `${server.url.replace('http', 'ws')}/v2`,
			apiKey: wrongKey,
		});
		expect(batch?.problem?.message).toContain('redirects to another address');
		expect(realTime?.problem?.message).toContain('redirects to another address');
	});

	it('sends a key that is a token itself as it is, and asks for no other', async () => {
		const token = 'head.body.signature';
		await using server = await startScriptedHttpServer(() => ({body: {jobs: []}}));
		const {tokens, realTime} = await reach({
			batchUrl: `${server.url}/v2`,
			realTimeUrl: `${server.url.replace('http', 'ws')}/v2`,
			apiKey: token,
		});
		expect(tokens).toBeUndefined();
		expect(realTime?.problem).toMatchObject({kind: 'server'}); // It answers a handshake with JSON.
		expect(server.requests.find(({query}) => query.has('jwt'))?.query.get('jwt')).toBe(token);
	});
});
