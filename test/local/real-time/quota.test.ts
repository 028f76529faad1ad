import {once} from 'node:events';
import {describe, expect, it} from 'vitest';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {endOfStream, openRawClient, openSession, startRecognition} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';

const minuteMs = 60_000;

/**
The usage that a new session is told.
*/
const usageOf = async (url: string): Promise<unknown> => {
	const client = await openSession(url);
	const {usage} = await client.until('Info');
	client.socket.terminate();
	return usage;
};

describe('the quota', () => {
	it('R2: lets the third of two sessions in, then refuses it', async () => {
		const {url} = await startRealTimeServer();
		await openSession(url);
		await openSession(url);
		const third = await openRawClient(url);
		third.send(startRecognition());
		expect(await third.until('Error')).toEqual({
			message: 'Error',
			type: 'quota_exceeded',
			reason: 'Concurrent Quota Exceeded',
		});
		expect(await third.closed).toEqual({code: 4005, reason: 'quota_exceeded'});
	});

	it('R2: refuses a client that says nothing too, and does not count it', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers, quota: 1});
		const first = await openSession(url);
		const second = await openRawClient(url);
		first.send(endOfStream());
		await first.until('EndOfTranscript');
		expect(await usageOf(url)).toBe(1);

		timers.advance(100);
		expect(await second.until('Error')).toMatchObject({type: 'quota_exceeded'});
	});

	it('can be larger', async () => {
		const {url} = await startRealTimeServer({quota: 3});
		await openSession(url);
		await openSession(url);
		const third = await openSession(url);
		expect(await third.until('Info')).toMatchObject({
			usage: 3,
			quota: 3,
			reason: '3 concurrent sessions active out of quota 3',
		});
	});

	it('R50: counts two sessions, which know nothing of each other, and one again when one has closed', async () => {
		const {url} = await startRealTimeServer();
		const first = await openSession(url);
		const second = await openSession(url);
		expect((await first.until('Info'))['usage']).toBe(1);
		expect((await second.until('Info'))['usage']).toBe(2);
		expect((await first.until('RecognitionStarted'))['id']).not.toBe(
			(await second.until('RecognitionStarted'))['id'],
		);

		first.sendAudio(new Uint8Array(3200), new Uint8Array(3200));
		await first.until('AudioAdded', ({seq_no}) => seq_no === 2);
		second.sendAudio(new Uint8Array(3200));
		expect(await second.until('AudioAdded')).toMatchObject({seq_no: 1});

		first.socket.close();
		await first.closed;
		expect(await usageOf(url)).toBe(2);
	});

	it('counts a session no longer after EndOfTranscript, though its socket is open', async () => {
		const {url} = await startRealTimeServer({quota: 1});
		const first = await openSession(url);
		first.send(endOfStream());
		await first.until('EndOfTranscript');
		expect(await usageOf(url)).toBe(1);
	});

	it('R51: gives the place of a client that has vanished to another only after three minutes', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers, quota: 1});
		const vanished = await openRawClient(url, {autoPong: false});
		vanished.send(startRecognition());
		await vanished.until('RecognitionStarted');
		timers.advance(2.9 * minuteMs);
		const early = await openRawClient(url);
		early.send(startRecognition());
		expect(await early.until('Error')).toMatchObject({type: 'quota_exceeded'});

		timers.advance(0.1 * minuteMs);
		await openSession(url);
	});
});

describe('the limits of a connection', () => {
	it('R41: end it with 1008 after an Error, when nothing comes for three minutes', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers});
		const client = await openRawClient(url, {autoPong: false});
		timers.advance(3 * minuteMs);
		expect(await client.until('Error')).toMatchObject({type: 'idle_timeout'});
		expect(await client.closed).toEqual({code: 1008, reason: 'policy_violation'});
	});

	it('R42: warn of an hour without audio, then end it with 1008', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers});
		const client = await openSession(url);
		const live = async (minutes: number): Promise<void> => {
			for (let minute = 0; minute < minutes; minute++) {
				timers.advance(minuteMs);
				client.socket.ping();
				await once(client.socket, 'pong');
			}
		};

		await live(55);
		await client.until('Warning', ({reason}) => String(reason).includes('within the last 55m'));
		await live(4);
		timers.advance(minuteMs);
		expect(await client.until('Error')).toMatchObject({type: 'idle_timeout'});
		expect(await client.closed).toEqual({code: 1008, reason: 'policy_violation'});
		expect(client.messages.filter(({message}) => message === 'Warning')).toHaveLength(3);
	});

	it('R43: are reached later by a client that answers pings', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers});
		const client = await openSession(url);
		for (let ping = 0; ping < 12; ping++) {
			const pinged = once(client.socket, 'ping');
			timers.advance(20_000);
			await pinged;
			client.send({message: 'GetSpeakers'});
		}

		expect(client.socket.readyState).toBe(client.socket.OPEN);
	});
});
