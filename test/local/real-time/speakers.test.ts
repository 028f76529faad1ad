import {describe, expect, it} from 'vitest';
import {endOfStream, named, openSession, silentFrames, wholeSession} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';

const transcripts = 'AddTranscript';

describe('GetSpeakers', () => {
	const speakers = [
		{label: 'S1', speaker_identifiers: [expect.any(String)]},
		{label: 'S2', speaker_identifiers: [expect.any(String)]},
	];

	it('R35: is answered at once, with nobody at first', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {diarization: 'speaker'});
		client.send({message: 'GetSpeakers'});
		expect(await client.until('SpeakersResult')).toEqual({message: 'SpeakersResult', speakers: []});
	});

	it('R36: asked twice for the end, is answered once between the last final and EndOfTranscript', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {diarization: 'speaker'});
		client.send({message: 'GetSpeakers', final: true});
		client.sendAudio(...silentFrames(40));
		client.send({message: 'GetSpeakers', final: true});
		client.send(endOfStream(40));
		await client.until('EndOfTranscript');
		expect(named(client.messages, transcripts, 'SpeakersResult', 'EndOfTranscript').slice(-3)).toMatchObject([
			{message: transcripts},
			{message: 'SpeakersResult', speakers},
			{message: 'EndOfTranscript'},
		]);
	});

	it('R36: is answered at the end when the configuration asks for it', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 40, {
			diarization: 'speaker',
			speaker_diarization_config: {get_speakers: true},
		});
		expect(named(messages, 'SpeakersResult')).toEqual([{message: 'SpeakersResult', speakers}]);
	});

	it('cannot know speakers of an earlier session again, and says so', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {
			diarization: 'speaker',
			speaker_diarization_config: {speakers: [{label: 'Ann', speaker_identifiers: ['a']}]},
		});
		expect(await client.until('Warning')).toMatchObject({type: 'speaker_id'});
	});
});
