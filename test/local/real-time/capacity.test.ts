import {describe, expect, it} from 'vitest';
import {createStreamPlaces} from '../../../source/local/real-time/stream-places.js';
import {
	endOfStream,
	names,
	openRawClient,
	openSession,
	type RawClient,
	startRecognition,
} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';
import {scriptedRecogniser, shipIt} from '../../helpers/scripted-recogniser.js';

const limited = (streamCount: number) =>
	scriptedRecogniser(shipIt, {capacity: {'real-time': streamCount, batch: 1}});

const stereo = {diarization: 'channel'};

/**
What a session gets that is one too many.
*/
const refusal = async (url: string, config: Readonly<Record<string, unknown>> = {}) => {
	const client = await openRawClient(url);
	client.send(startRecognition(config));
	await client.until('Error');
	return {messages: client.messages, closed: await client.closed};
};

const quotaExceeded = {
	messages: [{message: 'Error', type: 'quota_exceeded', reason: 'Concurrent Quota Exceeded'}],
	closed: {code: 4005, reason: 'quota_exceeded'},
};

describe('the streams that a recogniser keeps up with', () => {
	it('are never more than that: the next session is refused before anything is started', async () => {
		const recogniser = limited(2);
		const {url} = await startRealTimeServer({recognisers: [recogniser], quota: 9});
		const first = await openSession(url);
		await openSession(url);
		expect(await refusal(url)).toEqual(quotaExceeded);
		expect(recogniser.asked).toHaveLength(2);
		expect(names(first.messages)).not.toContain('Error');
	});

	it('are as many as the session has channels', async () => {
		const {url} = await startRealTimeServer({recognisers: [limited(3)], quota: 9});
		await openSession(url, stereo);
		expect(await refusal(url, stereo)).toEqual(quotaExceeded);
		await openSession(url);
		expect(await refusal(url)).toEqual(quotaExceeded);
	});

	it.each<[string, (client: RawClient) => Promise<unknown>]>([
		[
			'has ended as it should, though its socket is open',
			async client => {
				client.send(endOfStream());
				return client.until('EndOfTranscript');
			},
		],
		[
			'has failed',
			async client => {
				client.socket.send('{');
				return client.until('Error');
			},
		],
		[
			'has left by the WebSocket',
			async client => {
				client.socket.close();
				return client.closed;
			},
		],
	])('are fewer again when a session %s', async (_how, leave) => {
		const {url} = await startRealTimeServer({recognisers: [limited(1)], quota: 9});
		await leave(await openSession(url));
		const next = await openSession(url);
		expect(await refusal(url)).toEqual(quotaExceeded);
		expect(names(next.messages)).not.toContain('Error');
	});

	it('are fewer again when the recogniser has died at the start', async () => {
		let hasDied = false;
		const {recognise} = scriptedRecogniser(shipIt);
		const mortal = scriptedRecogniser(shipIt, {
			capacity: {'real-time': 1, batch: 1},
			recognise(...request) {
				if (hasDied) {
					return recognise(...request);
				}

				hasDied = true;
				throw new Error('Killed by SIGSEGV.');
			},
		});
		const {url} = await startRealTimeServer({recognisers: [mortal]});
		expect((await refusal(url)).closed).toEqual({code: 4013, reason: 'job_error'});
		await openSession(url);
	});

	it('are counted for each recogniser by itself', async () => {
		const german = scriptedRecogniser([], {
			languages: {de: 'German'},
			capacity: {'real-time': 1, batch: 1},
		});
		const {url} = await startRealTimeServer({recognisers: [limited(1), german], quota: 9});
		await openSession(url);
		await openSession(url, {language: 'de'});
	});
});

describe('a place', () => {
	it('that is given back twice is free once', () => {
		const {take} = createStreamPlaces();
		const recogniser = limited(2);
		const giveBack = take(recogniser, 1);
		take(recogniser, 1);
		giveBack();
		giveBack();
		take(recogniser, 1);
		expect(() => take(recogniser, 1)).toThrow('Concurrent Quota Exceeded');
	});

	it('is refused together with the others of its session, so that none is lost', () => {
		const {take} = createStreamPlaces();
		const recogniser = limited(2);
		expect(() => take(recogniser, 3)).toThrow('Concurrent Quota Exceeded');
		take(recogniser, 2);
	});
});
