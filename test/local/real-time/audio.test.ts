import {describe, expect, it} from 'vitest';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {
	endOfStream,
	names,
	openSession,
	sequenceNumbers,
	silentFrames,
	transcript,
	wholeSession,
} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';

describe('audio', () => {
	it('R12: is acknowledged frame by frame, from 1', async () => {
		const {url} = await startRealTimeServer();
		expect(sequenceNumbers(await wholeSession(url, 5))).toEqual([1, 2, 3, 4, 5]);
	});

	it('R13: counts a frame of no bytes', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		client.sendAudio(new Uint8Array(0), ...silentFrames(1));
		await client.until('AudioAdded', ({seq_no}) => seq_no === 2);
	});

	it('R14: sent faster than it can be worked off, is acknowledged later and never dropped', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers, pace: 1});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(120, 0.5));
		client.send(endOfStream(120));

		// Nothing is worked off but the frame in work and the one after it, so 20 more are within 10 s.
		await client.until('AudioAdded', ({seq_no}) => seq_no === 21);
		const seen = sequenceNumbers(client.messages).length;
		expect(seen).toBeLessThanOrEqual(23);

		await timers.advanceUntil(client.until('EndOfTranscript'));
		expect(sequenceNumbers(client.messages)).toEqual(Array.from({length: 120}, (_, index) => index + 1));
		expect(transcript(client.messages)).toBe('Ship it. We did! ');
	});

	it.each([0, 40, 1000])('R15: counts in full, with %i as the last number of EndOfStream', async number => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		client.sendAudio(...silentFrames(100));
		client.send(endOfStream(number));
		await client.until('EndOfTranscript');
		expect(sequenceNumbers(client.messages)).toHaveLength(100);
		expect(transcript(client.messages)).toBe('Ship it. We did! ');
	});

	it('R16: may be missing altogether', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 0);
		expect(names(messages)).toEqual(['Info', 'RecognitionStarted', 'Info', 'EndOfTranscript']);
	});

	it('R17: is ignored after EndOfStream, with a warning and no receipt', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers, pace: 1});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(2));
		client.send(endOfStream(2));
		client.sendAudio(...silentFrames(1));
		expect(await client.until('Warning')).toMatchObject({type: 'add_audio_after_eos'});

		await timers.advanceUntil(client.until('EndOfTranscript'));
		expect(sequenceNumbers(client.messages)).toEqual([1, 2]);
	});

	it('R40: of any encoding is as long as its bytes say', async () => {
		const {url} = await startRealTimeServer();
		const audioFormat = {type: 'raw', encoding: 'mulaw', sample_rate: 8000};
		const client = await openSession(url, {}, {audio_format: audioFormat});
		client.sendAudio(new Uint8Array(8000).fill(0xff));
		client.send(endOfStream(1));
		await client.until('EndOfTranscript');
		expect(transcript(client.messages)).toBe('Ship it. ');
	});

	it('beyond a limit of its length is acknowledged and ignored, as if the stream had ended there', async () => {
		const {url} = await startRealTimeServer({durationLimitSeconds: 2});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(50));
		expect(await client.until('Warning')).toMatchObject({type: 'duration_limit_exceeded', duration_limit: 2});
		await client.until('EndOfTranscript');
		expect(transcript(client.messages)).toBe('Ship it. ');
		expect(sequenceNumbers(client.messages).length).toBeGreaterThan(20);
		expect(names(client.messages).filter(name => name === 'Warning')).toHaveLength(1);
	});

	it('in a frame of more than 8 MB ends the session with 1009', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		client.sendAudio(new Uint8Array(8 * 1024 * 1024 + 1));
		expect((await client.closed).code).toBe(1009);
	});
});
