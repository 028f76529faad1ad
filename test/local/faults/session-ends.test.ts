import {once} from 'node:events';
import {describe, expect, it} from 'vitest';
import {closeCodes, closeReason, type RealTimeErrorType} from '../../../source/local/real-time/errors.js';
import {startFaultyServer} from '../../helpers/faulty-server.js';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {
	endOfStream,
	names,
	openRawClient,
	openSession,
	sequenceNumbers,
	silentFrames,
	startRecognition,
	transcript,
	wholeSession,
} from '../../helpers/real-time-client.js';
import {clientFrame, openWire} from '../../helpers/wire.js';

const errorTypes = Object.keys(closeCodes) as readonly RealTimeErrorType[];

describe('an Error', () => {
	it.each(errorTypes)(
		'of type %s comes in answer to StartRecognition, and then its close frame',
		async type => {
			const {url} = await startFaultyServer(`error=${type}`);
			const client = await openRawClient(url);
			client.send(startRecognition());
			expect(await client.closed).toEqual({code: closeCodes[type], reason: closeReason(type)});
			expect(client.messages).toMatchObject([{message: 'Error', type}]);
		},
	);

	it.each(errorTypes)('of type %s comes after a second of audio', async type => {
		const {url, happened} = await startFaultyServer(`error=${type}@1s`);
		const client = await openSession(url);
		client.sendAudio(...silentFrames(9));
		await client.until('AudioAdded', ({seq_no}) => seq_no === 9);
		expect(happened()).toEqual([]);

		client.sendAudio(...silentFrames(1));
		expect(await client.closed).toEqual({code: closeCodes[type], reason: closeReason(type)});
		expect(client.messages.at(-1)).toMatchObject({message: 'Error', type});
		expect(happened()).toEqual(['error']);
	});

	it('is for one session only, and for as many as were ordered', async () => {
		const {url} = await startFaultyServer('error=quota_exceeded×1');
		const client = await openRawClient(url);
		client.send(startRecognition());
		await client.closed;
		expect(transcript(await wholeSession(url, 10))).toBe('Ship it. ');
	});

	it('may come as soon as the socket is open', async () => {
		const {url} = await startFaultyServer('error=not_allowed@open');
		const client = await openRawClient(url);
		expect((await client.closed).code).toBe(4003);
	});
});

describe('a close frame without an Error', () => {
	it.each([
		[1000, ''],
		[1001, ''],
		[1003, 'protocol_error'],
		[1008, 'policy_violation'],
		[1011, 'internal_error'],
		[1012, ''],
		[4001, 'not_authorised'],
		[4003, 'not_allowed'],
		[4004, 'invalid_model'],
		[4005, 'quota_exceeded'],
		[4006, 'timelimit_exceeded'],
		[4013, 'job_error'],
	])('of code %i comes before the start, or in the middle', async (code, reason) => {
		const {url} = await startFaultyServer(`close=${code}@start×1,close=${code}@1s`);
		const early = await openRawClient(url);
		early.send(startRecognition());
		expect(await early.closed).toEqual({code, reason});

		const late = await openSession(url);
		late.sendAudio(...silentFrames(10));
		expect(await late.closed).toEqual({code, reason});
		expect([...names(early.messages), ...names(late.messages)]).not.toContain('Error');
	});
});

describe('a connection that ends without a close frame', () => {
	it('does so after so many seconds of audio, and what was sent before arrives', async () => {
		const {url, happened} = await startFaultyServer('drop@1s');
		const client = await openSession(url);
		client.sendAudio(...silentFrames(30));
		expect((await client.closed).code).toBe(1006);
		expect(sequenceNumbers(client.messages)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(happened()).toEqual(['drop']);
	});

	it('counts the audio in the format of the session', async () => {
		const {url} = await startFaultyServer('drop@1s');
		const client = await openSession(
			url,
			{},
			{audio_format: {type: 'raw', encoding: 'mulaw', sample_rate: 8000}},
		);
		client.sendAudio(new Uint8Array(7999));
		await client.until('AudioAdded');
		client.sendAudio(new Uint8Array(1));
		expect((await client.closed).code).toBe(1006);
	});

	it('does so after so many messages', async () => {
		const {url} = await startFaultyServer('drop@5messages');
		const client = await openSession(url);
		client.sendAudio(...silentFrames(30));
		expect((await client.closed).code).toBe(1006);
		expect(client.messages).toHaveLength(5);
	});

	it('does so after so much time, whatever is sent', async () => {
		const timers = createManualTimers();
		const {url, happened} = await startFaultyServer('drop@12s-open', {timers});
		const client = await openSession(url);
		timers.advance(11_999);
		client.sendAudio(...silentFrames(1));
		await client.until('AudioAdded');
		expect(happened()).toEqual([]);

		timers.advance(1);
		expect((await client.closed).code).toBe(1006);
	});

	it('does so once the first words are final', async () => {
		const {url} = await startFaultyServer('drop');
		const client = await openSession(url, {max_delay: 1});
		client.sendAudio(...silentFrames(30));
		expect((await client.closed).code).toBe(1006);
		expect(transcript(client.messages)).toMatch(/^Ship /v);
	});

	it('is reset where that was ordered', async () => {
		const {url, happened} = await startFaultyServer('drop=reset@start');
		const client = await openRawClient(url);
		client.send(startRecognition());
		expect((await client.closed).code).toBe(1006);

		const wire = await openWire(url);
		wire.write(clientFrame(JSON.stringify(startRecognition())));
		expect(await once(wire.resume(), 'error')).toMatchObject([{code: 'ECONNRESET'}]);
		expect(happened()).toEqual(['drop', 'drop']);
	});

	it('is gone from the quota', async () => {
		const {url} = await startFaultyServer('drop@1s×1', {quota: 1});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(10));
		await client.closed;
		expect(transcript(await wholeSession(url, 10))).toBe('Ship it. ');
	});

	it.each(['drop@1s', 'close=1001@1s', 'error=job_error@1s'])(
		'is struck by nothing else: %s',
		async fault => {
			const {url, happened} = await startFaultyServer(`${fault},mute@1100ms,garbage@2s,freeze@3s`);
			const client = await openSession(url);
			client.sendAudio(...silentFrames(40));
			await client.closed;
			expect(happened()).toEqual([fault.split(/[=@]/v)[0]]);
		},
	);

	it('drops nothing where the session ends before', async () => {
		const {url, happened} = await startFaultyServer('drop@60s');
		const client = await openSession(url);
		client.sendAudio(...silentFrames(10));
		client.send(endOfStream(10));
		await client.until('EndOfTranscript');
		expect(happened()).toEqual([]);
	});
});
