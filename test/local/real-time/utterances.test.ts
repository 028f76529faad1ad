import {describe, expect, it} from 'vitest';
import {
	endOfStream,
	type Message,
	metadata,
	named,
	openSession,
	silentFrames,
	wholeSession,
} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';

const transcripts = 'AddTranscript';
const partials = 'AddPartialTranscript';

describe('ends of utterance', () => {
	const trigger = (seconds: number) => ({
		enable_partials: true,
		conversation_config: {end_of_utterance_silence_trigger: seconds},
	});

	it('R29: come once for a silence: after a final and an empty partial, never before speech', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 30, trigger(0.5));
		const sequence = named(messages, transcripts, partials, 'EndOfUtterance');
		const end = sequence.findIndex(({message}) => message === 'EndOfUtterance');
		expect(named(messages, 'EndOfUtterance')).toHaveLength(1);
		expect(sequence.slice(end - 2, end).map(message => metadata(message).transcript)).toEqual([
			'Ship it. ',
			'',
		]);

		const {start_time: startTime, end_time: endTime} = metadata(sequence[end] as Message);
		expect(startTime).toBe(endTime);
		expect(startTime).toBeGreaterThanOrEqual(0.68 + 0.5);
		expect(startTime).toBeLessThan(1.5);
	});

	it('R29: come again after more speech', async () => {
		const {url} = await startRealTimeServer();
		expect(named(await wholeSession(url, 60, trigger(0.5)), 'EndOfUtterance')).toHaveLength(2);
	});

	it('R30: never come without a trigger, or with one of 0', async () => {
		const {url} = await startRealTimeServer();
		expect(named(await wholeSession(url, 60, trigger(0)), 'EndOfUtterance')).toEqual([]);
		expect(named(await wholeSession(url, 60), 'EndOfUtterance')).toEqual([]);
	});

	it('R31: are forced, with a forced final of what has been heard by then', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		client.sendAudio(...silentFrames(6));
		client.send({message: 'ForceEndOfUtterance'});
		client.sendAudio(...silentFrames(4));
		client.send(endOfStream(10));
		await client.until('EndOfTranscript');
		expect(named(client.messages, transcripts, 'EndOfUtterance')).toMatchObject([
			{message: transcripts, forced: true, metadata: {transcript: 'Ship '}},
			{message: 'EndOfUtterance', forced: true, metadata: {start_time: 0.6, end_time: 0.6}},
			{message: transcripts, metadata: {transcript: 'it. '}},
		]);
	});

	it('R31: are forced at a time that is still to come', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		client.send({message: 'ForceEndOfUtterance', timestamp: 0.8});
		client.sendAudio(...silentFrames(10));
		client.send(endOfStream(10));
		await client.until('EndOfTranscript');
		expect(named(client.messages, 'EndOfUtterance')).toMatchObject([
			{forced: true, metadata: {start_time: 0.8}},
		]);
	});
});
