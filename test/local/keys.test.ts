import {describe, expect, it} from 'vitest';
import {createApiKey, createKeys} from '../../source/local/keys.js';
import {startTestServer} from '../helpers/local-server.js';

describe('createKeys', () => {
	const nowMs = () => 1_000_000_000_000;

	it('accepts the API key for everything, and nothing else', () => {
		const keys = createKeys('good', nowMs);
		expect(keys.accepts('good', 'batch')).toEqual({});
		expect(keys.accepts('good', 'rt')).toEqual({});
		for (const wrong of [undefined, '', 'bad', 'Good', 'good ', 'a.b.c']) {
			expect(keys.accepts(wrong, 'batch')).toBeUndefined();
		}
	});

	it('mints keys of the form of a JSON web token, with the claims of the service', () => {
		const key = createKeys('good', nowMs).mint({type: 'rt', ttlSeconds: 60});
		const claims = JSON.parse(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString()) as object;
		expect(key.split('.')).toHaveLength(3);
		expect(claims).toMatchObject({iat: 1_000_000_000, nbf: 999_996_400, exp: 1_000_000_060, aud: ['rt']});
	});

	it('accepts a minted key only for its use, only unchanged, and only from its own server', () => {
		const keys = createKeys('good', nowMs);
		const key = keys.mint({type: 'rt', ttlSeconds: 60, clientRef: 'ann'});
		expect(keys.accepts(key, 'rt')).toEqual({clientRef: 'ann'});
		expect(keys.accepts(key, 'batch')).toBeUndefined();
		expect(keys.accepts(`${key}x`, 'rt')).toBeUndefined();
		expect(createKeys('good', nowMs).accepts(key, 'rt')).toBeUndefined();

		const [header, claims, signature] = key.split('.');
		const forged = Buffer.from(claims ?? '', 'base64url')
			.toString()
			.replace('rt', 'batch');
		expect(
			keys.accepts(`${header}.${Buffer.from(forged).toString('base64url')}.${signature}`, 'batch'),
		).toBeUndefined();
	});

	it('makes API keys of 32 letters and digits, never the same twice', () => {
		expect(createApiKey()).toMatch(/^[A-Za-z0-9]{32}$/v);
		expect(createApiKey()).not.toBe(createApiKey());
	});
});

describe('requests without a right to them', () => {
	it.each([
		['A1 without a header', {}],
		['A2 with a wrong key', {Authorization: 'Bearer bad'}],
		['with a key in another scheme', {Authorization: 'Basic good'}],
	])('%s get a page of HTML, as from the service', async (_name, headers) => {
		const {server} = await startTestServer({apiKey: 'good'});
		for (const [path, method] of [
			['/jobs', 'GET'],
			['/jobs', 'POST'],
			['/jobs/aaaaaaaaaa', 'DELETE'],
			['/usage', 'GET'],
		] as const) {
			const response = await fetch(server.batchUrl + path, {method, headers});
			expect(response.status).toBe(401);
			expect(response.headers.get('content-type')).toBe('text/html');
			expect(await response.text()).toContain('<h1>401 Authorization Required</h1>');
		}
	});

	it('A1 get the announced JSON where the server is told so', async () => {
		const {server} = await startTestServer({authErrors: 'json'});
		const response = await fetch(`${server.batchUrl}/jobs`);
		expect(response.status).toBe(401);
		expect(await response.json()).toEqual({code: 401, error: 'Unauthorized'});
	});

	it('A3 get 403 where the plan lacks something', async () => {
		const {callJson} = await startTestServer({allowFaults: true});
		expect(await callJson('/jobs?x-fault=403')).toEqual({
			status: 403,
			body: {code: 403, detail: 'Entitlement check failed', error: 'Forbidden'},
		});
	});
});

describe('temporary keys', () => {
	/**
	A server, and a way to ask it for temporary keys.
	*/
	const startMint = async () => {
		let instantMs = Date.parse('2026-11-02T10:00:00Z');
		const test = await startTestServer({nowMs: () => instantMs});
		const mint = async (
			body: unknown,
			path = '/api_keys?type=batch',
			headers: HeadersInit = test.headers,
		) => {
			const response = await fetch(test.server.managementUrl + path, {
				method: 'POST',
				headers,
				body: typeof body === 'string' ? body : JSON.stringify(body),
			});
			return {status: response.status, body: (await response.json()) as Record<string, string>};
		};

		const bearerOf = async (body: unknown): Promise<RequestInit> => ({
			headers: {Authorization: `Bearer ${(await mint(body)).body['key_value']}`},
		});

		return {
			...test,
			mint,
			bearerOf,
			pass: (ms: number) => {
				instantMs += ms;
			},
		};
	};

	it.each(['/api_keys?type=rt', '/api-keys?type=batch', '/api_keys'])('A7 are minted at %s', async path => {
		const {mint} = await startMint();
		expect(await mint({ttl: 60, region: 'eu'}, path)).toEqual({
			status: 201,
			body: {apikey_id: null, key_value: expect.stringMatching(/^[\w\-]+\.[\w\-]+\.[\w\-]+$/v)},
		});
	});

	it.each([{ttl: 59}, {ttl: 86_401}, {ttl: 60.5}, {ttl: '60'}, {}, '[', 'null'])(
		'A8 are refused for %o',
		async body => {
			const {mint} = await startMint();
			expect(await mint(body)).toEqual({status: 422, body: {code: 422, message: expect.any(String)}});
		},
	);

	it('are refused for an unknown type, to a wrong key, and to a temporary key', async () => {
		const {mint} = await startMint();
		expect((await mint({ttl: 60}, '/api_keys?type=flow')).status).toBe(422);
		const {body} = await mint({ttl: 60});
		for (const key of ['bad', body['key_value']]) {
			const refused = await mint({ttl: 60}, '/api_keys', {Authorization: `Bearer ${key}`});
			expect(refused).toMatchObject({status: 403, body: {code: 403, error: 'Forbidden'}});
		}
	});

	it('A9 open the batch API until they expire', async () => {
		const {bearerOf, call, pass} = await startMint();
		const bearer = await bearerOf({ttl: 60});
		expect((await call('/jobs', bearer)).status).toBe(200);
		pass(59_999);
		expect((await call('/jobs', bearer)).status).toBe(200);
		pass(1);
		expect((await call('/jobs', bearer)).status).toBe(401);
	});

	it('for real-time do not open the batch API', async () => {
		const {mint, call} = await startMint();
		const {body} = await mint({ttl: 60}, '/api_keys?type=rt');
		expect((await call('/jobs', {headers: {Authorization: `Bearer ${body['key_value']}`}})).status).toBe(401);
	});

	it('A10 with a client reference do not open the usage', async () => {
		const {bearerOf, callJson} = await startMint();
		expect(await callJson('/usage', await bearerOf({ttl: 60, client_ref: 'ann'}))).toMatchObject({
			status: 403,
			body: {error: 'Forbidden'},
		});
		expect((await callJson('/usage', await bearerOf({ttl: 60}))).status).toBe(200);
	});

	it('A11 with a client reference show only jobs made with the same one', async () => {
		const {bearerOf, callJson, finish} = await startMint();
		const id = await finish();
		const ann = await bearerOf({ttl: 60, client_ref: 'ann'});
		expect(await callJson(`/jobs/${id}`, ann)).toMatchObject({status: 404, body: {error: 'Job not found'}});
		expect((await callJson('/jobs', ann)).body).toEqual({jobs: []});
		expect((await callJson('/jobs')).body.jobs).toHaveLength(1);
	});
});
