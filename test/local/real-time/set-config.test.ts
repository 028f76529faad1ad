import {describe, expect, it} from 'vitest';
import {endOfStream, metadata, named, openSession, silentFrames} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';

const transcripts = 'AddTranscript';
const partials = 'AddPartialTranscript';

describe('SetRecognitionConfig', () => {
	const set = (config: Readonly<Record<string, unknown>>) => ({
		message: 'SetRecognitionConfig',
		transcription_config: config,
	});

	it('R32: is accepted silently, and shortens the delay', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {max_delay: 4});
		client.send(set({language: 'en', max_delay: 1}));
		client.sendAudio(...silentFrames(25));
		await client.until(transcripts, message => metadata(message).transcript.startsWith('it'));
		expect(named(client.messages, 'Info', 'Warning', 'Error')).toHaveLength(2);
	});

	it.each([
		['another language', {language: 'de'}],
		['diarization', {language: 'en', diarization: 'speaker'}],
	])('R33: with %s ends the session', async (_what, config) => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		client.send(set(config));
		expect(await client.until('Error')).toMatchObject({type: 'invalid_config'});
		expect(await client.closed).toEqual({code: 1003, reason: 'protocol_error'});
	});

	it('R34: stops and starts partials, from the audio on that comes after it', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {enable_partials: true});
		client.sendAudio(...silentFrames(10));
		client.send(set({language: 'en', enable_partials: false}));
		client.sendAudio(...silentFrames(25));
		client.send(set({language: 'en', enable_partials: true}));
		client.sendAudio(...silentFrames(5));
		client.send(endOfStream(40));
		await client.until('EndOfTranscript');
		const ends = named(client.messages, partials).map(message => metadata(message).end_time);
		expect(ends.filter(seconds => seconds > 0.68 && seconds < 3.5)).toEqual([]);
		expect(ends.some(seconds => seconds > 3.5)).toBe(true);
	});
});
