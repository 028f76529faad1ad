import {describe, expect, it} from 'vitest';
import type {ProblemError} from '../../source/core/problem.js';
import {createAccess} from '../../source/speechmatics/access.js';
import {type ScriptedAnswer, startScriptedHttpServer} from '../helpers/scripted-http-server.js';

const apiKey = 'key-of-thirty-characters-3f9c';
const signal = new AbortController().signal;

const startMint = async (answer: (count: number) => ScriptedAnswer | Promise<ScriptedAnswer>) => {
	let count = 0;
	return startScriptedHttpServer(async () => {
		count += 1;
		return answer(count);
	});
};

const minting = (count: number) => ({status: 201, body: {apikey_id: null, key_value: `token-${count}`}});

describe('createAccess', () => {
	it('mints a real-time token with the key in a header', async () => {
		await using server = await startMint(minting);
		const access = createAccess({apiKey, managementUrl: `${server.url}/v1`, clock: {nowMs: () => 0}});
		expect(await access.token(signal)).toBe('token-1');
		const [request] = server.requests;
		expect(request?.path).toBe('/v1/api_keys');
		expect(request?.query.get('type')).toBe('rt');
		expect(request?.headers.authorization).toBe(`Bearer ${apiKey}`);
		expect(JSON.parse(String(request?.body))).toMatchObject({ttl: 300});
	});

	it('keeps a token until shortly before it expires', async () => {
		await using server = await startMint(minting);
		let nowMs = 0;
		const access = createAccess({apiKey, managementUrl: `${server.url}/v1`, clock: {nowMs: () => nowMs}});
		expect(await access.token(signal)).toBe('token-1');
		nowMs = 270_000;
		expect(await access.token(signal)).toBe('token-1');
		nowMs = 270_001;
		expect(await access.token(signal)).toBe('token-2');
	});

	it.each([
		[401, '<html>401 Authorization Required</html>', 'not-authorised'],
		[403, {code: 403, error: 'Forbidden'}, 'not-authorised'],
		[422, {code: 422, message: 'ttl must be >= 60'}, 'bad-input'],
		[500, {code: 500, error: 'Internal Server Error'}, 'server'],
		[503, '<html>503</html>', 'server'],
	])('fails on %i, and asks again the next time', async (status, body, kind) => {
		await using server = await startMint(count => (count === 1 ? {status, body} : minting(count)));
		const access = createAccess({apiKey, managementUrl: `${server.url}/v1`, clock: {nowMs: () => 0}});
		const error = await access.token(signal).catch((thrown: unknown) => thrown as ProblemError);
		expect(error).toMatchObject({problem: {kind}});
		expect(JSON.stringify(error)).not.toContain(apiKey.slice(-5));
		expect(await access.token(signal)).toBe('token-2');
	});

	it.each([
		['404', {status: 404, body: {}}],
		['a page', {status: 200, body: '<html></html>'}],
		['a broken connection', 'reset' as const],
	])('does without a token where a host of the user’s own answers with %s', async (_name, answer) => {
		await using server = await startMint(() => answer);
		const access = createAccess({apiKey, managementUrl: `${server.url}/v1`, clock: {nowMs: () => 0}});
		expect(await access.token(signal)).toBe('none');
	});

	it.each([
		[
			'asks again where the connection broke, which need not be so the next time',
			'reset' as const,
			'token-2',
		],
		['does not ask again where a container answered that it has no tokens', {status: 404, body: {}}, 'none'],
	])('%s', async (_name, first, second) => {
		await using server = await startMint(count => (count === 1 ? first : minting(count)));
		const access = createAccess({apiKey, managementUrl: `${server.url}/v1`, clock: {nowMs: () => 0}});
		expect(await access.token(signal)).toBe('none');
		expect(await access.token(signal)).toBe(second);
	});

	it('does without a token where there is no key', async () => {
		const access = createAccess({managementUrl: 'http://127.0.0.1:1/v1', clock: {nowMs: () => 0}});
		expect(await access.token(signal)).toBe('none');
	});

	it('uses a key that is a token already', async () => {
		const access = createAccess({
			apiKey: 'aaaa.bbbb.cccc',
			managementUrl: 'http://127.0.0.1:1/v1',
			clock: {nowMs: () => 0},
		});
		expect(await access.token(signal)).toBe('aaaa.bbbb.cccc');
	});

	it('stops waiting when it is aborted', async () => {
		const abort = new AbortController();
		await using server = await startMint(() => {
			abort.abort(new Error('enough'));
			return new Promise(() => {});
		});
		const access = createAccess({apiKey, managementUrl: `${server.url}/v1`, clock: {nowMs: () => 0}});
		await expect(access.token(abort.signal)).rejects.toThrow('enough');
	});
});
