import {describe, expect, it} from 'vitest';
import {engine} from '../../../source/commands/doctor/engine.js';
import {localServer} from '../../../source/commands/doctor/local-server.js';
import {askRemoteServices} from '../../../source/commands/doctor/remote-services.js';
import {checkContext, withValues} from '../../helpers/check-context.js';
import {startTestServer} from '../../helpers/local-server.js';

const wrongKey = 'wrong-key-of-thirty-characters';

/**
The check with the real services behind it.
*/
const run = async (environment: Readonly<Record<string, string>>, values = {}) => {
	const context = withValues(await checkContext(environment), values);
	return engine.run({
		...context,
		askServices: async () => askRemoteServices(context.values, context.clock, context.signal),
	});
};

describe('the engine', () => {
	it('is the local one without a key, and then nobody is asked', async () => {
		const {status, says} = await run({});
		expect({status, first: says[0]}).toEqual({status: 'good', first: 'local, because no API key is set'});
	});

	it('is a server of one’s own: each host is named with its time, and that the key is accepted', async () => {
		const {server} = await startTestServer();
		const {status, says} = await run({
			SPEECHMATICS_API_KEY: server.apiKey,
			SPEECHMATICS_BATCH_URL: server.batchUrl,
			SPEECHMATICS_RT_URL: server.realTimeUrl,
		});
		const {host} = new URL(server.batchUrl);
		expect(status).toBe('good');
		expect(says.slice(0, 4)).toEqual([
			'own server, because of batch-url (environment) and rt-url (environment)',
			...[
				['batch', 'key'],
				['tokens', 'key'],
				['real-time', 'token'],
			].map(([label, credential]) => [
				label,
				expect.stringMatching(
					new RegExp(`^${host} · connects and answers in \\d+ ms · ${credential} accepted$`),
				),
			]),
		]);
	});

	it('that refuses the key is bad: which key, and where to get another', async () => {
		const {server} = await startTestServer();
		const result = await run({
			SPEECHMATICS_API_KEY: wrongKey,
			SPEECHMATICS_BATCH_URL: server.batchUrl,
			SPEECHMATICS_RT_URL: server.realTimeUrl,
		});
		expect(result.status).toBe('bad');
		expect(result.says[1]).toEqual([
			'batch',
			expect.stringContaining('did not accept the API key ending in ters'),
		]);
		expect(result.nextStep).toMatch(/portal\.speechmatics\.com/);
		expect(result.nextStep?.match(/portal/g)).toHaveLength(1);
		expect(JSON.stringify(result)).not.toContain(wrongKey);
	});

	it('is not bad where only the mode without an address of its own does not work', async () => {
		const {server} = await startTestServer();
		const context = await checkContext({SPEECHMATICS_BATCH_URL: server.batchUrl});
		const problem = {kind: 'network', message: 'Nothing answers.', nextStep: 'Check it.'} as const;
		const result = await engine.run({
			...context,
			askServices: async () => ({
				warnings: [],
				reaches: [
					{service: 'batch', host: 'own'},
					{service: 'real-time', host: 'cloud', problem},
				],
			}),
		});
		expect(result).toMatchObject({status: 'warning', nextStep: 'Check it.'});
	});

	it('in the cloud that cannot be reached is bad, with what works meanwhile', async () => {
		const context = await checkContext({SPEECHMATICS_API_KEY: wrongKey});
		const problem = {kind: 'network', message: 'Nothing answers.', nextStep: 'Check it.'} as const;
		const result = await engine.run({
			...context,
			askServices: async () => ({warnings: [], reaches: [{service: 'batch', host: 'cloud', problem}]}),
		});
		expect(result).toMatchObject({
			status: 'bad',
			says: ['cloud (eu), because an API key is set', ['batch', 'Nothing answers.']],
			nextStep: 'Check it. Until then --engine local works without a network.',
		});
	});

	it('that the options contradict each other about is refused', async () => {
		await expect(run({SPEECHMATICS_BATCH_URL: 'http://host/v2'}, {engine: 'local'})).rejects.toMatchObject({
			problem: {kind: 'bad-input'},
		});
	});
});

describe('the local server', () => {
	it('starts and answers', async () => {
		const context = withValues(await checkContext(), {recogniser: 'replay'});
		expect(await localServer.run(context)).toEqual({
			status: 'good',
			says: ['Batch, tokens and real-time answer and accept its key; recogniser replay.'],
		});
	});

	it.each([
		['bad', undefined],
		['warning', 'cloud'],
	] as const)('that does not start is %s where the engine is %s', async (status, wanted) => {
		const context = withValues(await checkContext(), {
			engine: wanted,
			'api-key': wanted && wrongKey,
			recogniser: 'pocketsphinx',
			'pocketsphinx-library': 'no/such/library.so',
		});
		expect(await localServer.run(context)).toMatchObject({
			status,
			says: ['It does not start: There is no no/such/library.so.'],
			nextStep: expect.stringContaining('library'),
		});
	});
});
