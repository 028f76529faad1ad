import {describe, expect, it} from 'vitest';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {endOfStream, openSession, type RawClient, silentFrames} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';

const stereo = {diarization: 'channel', channel_diarization_labels: ['agent', 'caller']};

const sendChannelAudio = (client: RawClient, channel: string, tenths: number): void => {
	for (const frame of silentFrames(tenths)) {
		client.send({message: 'AddChannelAudio', channel, data: Buffer.from(frame).toString('base64')});
	}
};

const endOfChannel = (channel: string) => ({message: 'EndOfChannel', channel, last_seq_no: 0});

const texts = (client: RawClient, wanted: string): string =>
	client.messages
		.filter(({message, channel}) => message === 'AddTranscript' && channel === wanted)
		.map(({metadata}) => (metadata as {transcript: string}).transcript)
		.join('');

describe('channels', () => {
	it('are named at the start', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, stereo);
		expect(await client.until('RecognitionStarted')).toMatchObject({
			channel_ids: ['agent', 'caller'],
			channels: ['agent', 'caller'],
		});
	});

	it('without labels are numbered', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {diarization: 'channel'});
		expect(await client.until('RecognitionStarted')).toMatchObject({channel_ids: ['Channel 1', 'Channel 2']});
	});

	it('are heard: an hour with nothing but their audio is no silence', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers});
		const client = await openSession(url, stereo);
		for (let minute = 0; minute < 70; minute++) {
			timers.advance(60_000);
			sendChannelAudio(client, 'agent', 1);
			await client.until('ChannelAudioAdded', ({seq_no}) => seq_no === minute + 1);
		}

		expect(client.messages.map(({message}) => message)).not.toContain('Error');
	});

	it('are acknowledged and transcribed each by itself', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, stereo);
		sendChannelAudio(client, 'agent', 40);
		sendChannelAudio(client, 'caller', 10);
		client.send(endOfStream());
		await client.until('EndOfTranscript');
		expect(texts(client, 'agent')).toBe('Ship it. We did! ');
		expect(texts(client, 'caller')).toBe('Ship it. ');

		const final = await client.until('AddTranscript', ({channel}) => channel === 'caller');
		expect(final['results']).toContainEqual(expect.objectContaining({channel: 'caller'}));

		const receipts = client.messages.filter(({message}) => message === 'ChannelAudioAdded');
		expect(receipts.filter(({channel}) => channel === 'caller').map(({seq_no}) => seq_no)).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
		]);
	});

	it('name speakers only when both are asked for', async () => {
		const {url} = await startRealTimeServer();
		for (const [diarization, speaker] of [
			['channel', undefined],
			['channel_and_speaker', 'S1'],
		] as const) {
			const client = await openSession(url, {...stereo, diarization});
			sendChannelAudio(client, 'agent', 10);
			client.send(endOfStream());
			await client.until('EndOfTranscript');
			const final = await client.until('AddTranscript');
			expect(final['results']).toMatchObject([{alternatives: [{content: 'Ship'}]}, {}, {}]);
			expect(
				(final['results'] as Array<{alternatives: Array<{speaker?: string}>}>)[0]?.alternatives[0]?.speaker,
			).toBe(speaker);
			client.socket.terminate();
		}
	});

	it('end one by one, and the session with the last', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, stereo);
		sendChannelAudio(client, 'agent', 10);
		client.send(endOfChannel('agent'));
		await client.until('AddTranscript', ({channel}) => channel === 'agent');
		sendChannelAudio(client, 'caller', 10);
		client.send(endOfChannel('caller'));
		await client.until('EndOfTranscript');
		expect(texts(client, 'caller')).toBe('Ship it. ');
	});

	it('take no audio after their end', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, stereo);
		client.send(endOfChannel('agent'));
		sendChannelAudio(client, 'agent', 1);
		expect(await client.until('Warning')).toMatchObject({type: 'add_audio_after_eos'});
	});

	it('have their own ends of utterance', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, stereo);
		sendChannelAudio(client, 'agent', 10);
		client.send({message: 'ForceEndOfUtterance', channel: 'agent'});
		expect(await client.until('EndOfUtterance')).toMatchObject({channel: 'agent', forced: true});
		sendChannelAudio(client, 'caller', 10);
		client.send(endOfStream());
		await client.until('EndOfTranscript');
		expect(client.messages.filter(({message}) => message === 'EndOfUtterance')).toHaveLength(1);
	});

	it.each([
		['a binary frame', new Uint8Array(3200), 'protocol_error'],
		['another channel', {message: 'AddChannelAudio', channel: 'boss', data: 'AAAA'}, 'protocol_error'],
		['the end of another channel', endOfChannel('boss'), 'protocol_error'],
		[
			'audio that is not base64',
			{message: 'AddChannelAudio', channel: 'agent', data: '?'},
			'invalid_message',
		],
	])('do not take %s', async (_what, frame, type) => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, stereo);
		client.socket.send(frame instanceof Uint8Array ? frame : JSON.stringify(frame));
		expect(await client.until('Error')).toMatchObject({type});
		expect((await client.closed).code).toBe(1003);
	});

	it('are not there in other sessions', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		sendChannelAudio(client, 'agent', 1);
		expect(await client.until('Error')).toMatchObject({type: 'protocol_error'});
	});
});
