import {describe, expect, it} from 'vitest';
import type {Recogniser} from '../../../source/core/recogniser.js';
import {heldRecogniser} from '../../helpers/held-recogniser.js';
import {type Json, startTestServer} from '../../helpers/local-server.js';
import {plainWavDecoder, tone, wavFile} from '../../helpers/plain-wav.js';
import {scriptedRecogniser, shipIt} from '../../helpers/scripted-recogniser.js';

const limited = (recordingCount: number, changes: Partial<Recogniser> = {}) =>
	heldRecogniser(shipIt, {capacity: {'real-time': 1, batch: recordingCount}, ...changes});

type TestServer = Awaited<ReturnType<typeof startTestServer>>;

const submitMany = async ({submit}: TestServer, count: number): Promise<readonly string[]> => {
	const ids: string[] = [];
	for (let index = 0; index < count; index++) {
		ids.push(String((await submit()).body.id));
	}

	return ids;
};

const jobOf = async ({callJson}: TestServer, id: string | undefined, query = ''): Promise<Json> =>
	(await callJson(`/jobs/${id}${query}`)).body.job;

describe('the recordings that a recogniser keeps up with', () => {
	it('are never more than that: the other jobs are running by their state, and wait', async () => {
		const held = limited(2);
		const server = await startTestServer({recognisers: [held.recogniser]});
		const ids = await submitMany(server, 4);
		const [first] = await Promise.all([held.call(0), held.call(1)]);
		for (const id of ids) {
			expect((await jobOf(server, id, '?wait=0')).status).toBe('running');
		}

		expect(held.callCount()).toBe(2);
		first.release();
		await held.call(2);
		expect(held.callCount()).toBe(3);
	});

	it('are recognised in the order in which they came, ten jobs at once, and none is lost', async () => {
		const held = limited(1);
		const server = await startTestServer({recognisers: [held.recogniser], jobSeconds: 0});
		const ids = await submitMany(server, 10);
		for (const [index, id] of ids.entries()) {
			(await held.call(index)).release();
			expect((await jobOf(server, id, '?wait=10')).status).toBe('done');
			expect(held.callCount()).toBeLessThanOrEqual(index + 2);
		}
	});

	it('take the next one where one fails', async () => {
		const held = limited(1);
		const server = await startTestServer({recognisers: [held.recogniser]});
		const [first, second] = await submitMany(server, 2);
		(await held.call(0)).fail(new Error('Killed by SIGSEGV.'));
		(await held.call(1)).release();
		expect((await jobOf(server, first, '?wait=10')).status).toBe('rejected');
		expect((await jobOf(server, second, '?wait=10')).status).toBe('done');
	});

	it('do not wait for a job that was deleted in the queue', async () => {
		const held = limited(1);
		const server = await startTestServer({recognisers: [held.recogniser]});
		const [first, second, third] = await submitMany(server, 3);
		const call = await held.call(0);
		await server.call(`/jobs/${second}?force=true`, {method: 'DELETE'});
		call.release();
		(await held.call(1)).release();
		expect((await jobOf(server, first, '?wait=10')).status).toBe('done');
		expect((await jobOf(server, third, '?wait=10')).status).toBe('done');
		expect(held.callCount()).toBe(2);
	});

	it('are stopped when their job is deleted', async () => {
		const held = limited(1);
		const server = await startTestServer({recognisers: [held.recogniser]});
		const [id] = await submitMany(server, 1);
		const {signal, release} = await held.call(0);
		await server.call(`/jobs/${id}?force=true`, {method: 'DELETE'});
		expect(signal.aborted).toBe(true);
		release();
	});

	it('have a place for all channels of one together', async () => {
		const held = limited(1);
		const server = await startTestServer({recognisers: [held.recogniser]});
		const audio = wavFile(tone(2.4), tone(2.4));
		const {body} = await server.submit({transcription: {diarization: 'channel'}, audio});
		const other = await server.submit();
		(await held.call(0)).release();
		(await held.call(1)).release();
		expect((await jobOf(server, body.id, '?wait=10')).status).toBe('done');
		expect(held.callCount()).toBeLessThanOrEqual(3);
		(await held.call(2)).release();
		expect((await jobOf(server, other.body.id, '?wait=10')).status).toBe('done');
	});

	it('are all at once where there is no limit', async () => {
		const held = heldRecogniser(shipIt);
		const server = await startTestServer({recognisers: [held.recogniser]});
		const ids = await submitMany(server, 5);
		const calls = await Promise.all(ids.map(async (_, index) => held.call(index)));
		for (const {release} of calls) {
			release();
		}

		for (const id of ids) {
			expect((await jobOf(server, id, '?wait=10')).status).toBe('done');
		}
	});
});

describe('how long a job takes', () => {
	const slow = {jobSeconds: undefined, timeScale: 0.001, decoder: plainWavDecoder}; // A turnaround of half an hour.

	it('is what a recogniser needs whose capacity is limited', async () => {
		const recogniser = scriptedRecogniser(shipIt, {capacity: {'real-time': 1, batch: 1}});
		const server = await startTestServer({...slow, recognisers: [recogniser]});
		expect((await server.submit({query: '?wait=10'})).body.status).toBe('done');
	});

	it('is what the service would take where the recogniser’s work is light', async () => {
		const server = await startTestServer({...slow, recognisers: [scriptedRecogniser(shipIt)]});
		expect((await server.submit({query: '?wait=1'})).body.status).toBe('created');
	});
});

describe('a recogniser that dies', () => {
	it.each<[string, Recogniser['recognise']]>([
		[
			'before the first audio',
			() => {
				throw new Error('Out of memory.');
			},
		],
		[
			'in the middle',
			async function* (audio) {
				for await (const _ of audio) {
					yield {audioSeconds: 0.1, words: [], isSettled: true};
					throw new Error('Out of memory.');
				}
			},
		],
		[
			'at the end',
			async function* (audio) {
				for await (const _ of audio) {
					yield {audioSeconds: 0.1, words: [], isSettled: true};
				}

				throw 'Out of memory.';
			},
		],
	])('%s has its job rejected with the reason, and no other', async (_when, recognise) => {
		const mortal = scriptedRecogniser([], {id: 'mortal', languages: {cmn: 'Mandarin'}, recognise});
		const server = await startTestServer({recognisers: [mortal, scriptedRecogniser(shipIt)]});
		const lost = await server.submit({transcription: {language: 'cmn'}});
		const kept = await server.submit();
		expect(await jobOf(server, lost.body.id, '?wait=10')).toMatchObject({
			status: 'rejected',
			errors: [
				{
					message:
						'The recogniser mortal failed: Out of memory. Send the job again; if it fails again, take another recogniser.',
				},
			],
		});
		expect((await jobOf(server, kept.body.id, '?wait=10')).status).toBe('done');
	});
});
