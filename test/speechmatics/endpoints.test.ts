import {describe, expect, it} from 'vitest';
import {ProblemError} from '../../source/core/problem.js';
import {resolveEndpoints} from '../../source/speechmatics/endpoints.js';

describe('resolveEndpoints', () => {
	it.each([
		['eu', 'https://eu1.asr.api.speechmatics.com/v2', 'wss://eu.rt.speechmatics.com/v2'],
		['us', 'https://us1.asr.api.speechmatics.com/v2', 'wss://us.rt.speechmatics.com/v2'],
		['US1', 'https://us1.asr.api.speechmatics.com/v2', 'wss://us.rt.speechmatics.com/v2'],
		['au', 'https://au1.asr.api.speechmatics.com/v2', 'wss://global.rt.speechmatics.com/v2'],
		['global', 'https://eu1.asr.api.speechmatics.com/v2', 'wss://global.rt.speechmatics.com/v2'],
	])('knows the region %s', (region, batchUrl, realTimeUrl) => {
		expect(resolveEndpoints({region})).toMatchObject({
			batchUrl,
			realTimeUrl,
			managementUrl: 'https://mp.speechmatics.com/v1',
		});
	});

	it('is in the EU unless told otherwise', () => {
		expect(resolveEndpoints({})).toEqual(resolveEndpoints({region: 'eu'}));
	});

	it('says that real-time has no host in Australia', () => {
		expect(resolveEndpoints({region: 'au'}).warnings).toEqual([expect.stringContaining('Australia')]);
	});

	it.each(['mars', '', 'constructor'])('refuses the region “%s”', region => {
		expect(() => resolveEndpoints({region})).toThrow(ProblemError);
	});

	it.each([
		['http://localhost:9000', 'http://localhost:9000/v2'],
		['http://localhost:9000/', 'http://localhost:9000/v2'],
		['http://localhost:9000/v2', 'http://localhost:9000/v2'],
		['http://localhost:9000/v2/', 'http://localhost:9000/v2'],
		['https://speech.example.com/proxy', 'https://speech.example.com/proxy/v2'],
		[' https://speech.example.com/proxy/v2/ ', 'https://speech.example.com/proxy/v2'],
	])('takes %s for batch', (given, batchUrl) => {
		expect(resolveEndpoints({batchUrl: given}).batchUrl).toBe(batchUrl);
	});

	it.each([
		['ws://127.0.0.1:9000', 'ws://127.0.0.1:9000/v2', 'http://127.0.0.1:9000/v1'],
		['wss://speech.example.com/rt/v2/', 'wss://speech.example.com/rt/v2', 'https://speech.example.com/rt/v1'],
		[
			'wss://preview.rt.speechmatics.com/v2',
			'wss://preview.rt.speechmatics.com/v2',
			'https://mp.speechmatics.com/v1',
		],
	])(
		'takes %s for real-time, and mints tokens where its keys come from',
		(given, realTimeUrl, managementUrl) => {
			expect(resolveEndpoints({realTimeUrl: given})).toMatchObject({realTimeUrl, managementUrl});
		},
	);

	it.each([
		'nonsense',
		'localhost:9000',
		'ftp://host',
		'ws://host/v2',
		'https://user:word@host',
		'',
		'https://',
	])('refuses “%s” for batch, and says what an address looks like', batchUrl => {
		expect(() => resolveEndpoints({batchUrl})).toThrow(
			expect.objectContaining({
				problem: {
					kind: 'bad-input',
					message: expect.stringContaining(batchUrl),
					nextStep: expect.stringContaining('https://host/v2'),
				},
			}),
		);
	});

	it('refuses an https address for real-time', () => {
		expect(() => resolveEndpoints({realTimeUrl: 'https://host'})).toThrow(ProblemError);
	});

	it.each([
		['http://speech.example.com', 1],
		['http://192.168.1.5:9000', 1],
		['http://127.evil.example.com', 1],
		['https://speech.example.com', 0],
		['http://localhost:9000', 0],
		['http://127.0.0.1:9000', 0],
		['http://[::1]:9000', 0],
	])('for %s gives %i warnings about a connection that others can read', (batchUrl, count) => {
		expect(resolveEndpoints({batchUrl}).warnings).toHaveLength(count);
	});
});
