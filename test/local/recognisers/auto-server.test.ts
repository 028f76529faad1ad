import {describe, expect, it} from 'vitest';
import {createAutoRecogniser} from '../../../source/local/recognisers/auto.js';
import {startTestServer} from '../../helpers/local-server.js';
import {tone, wavFile} from '../../helpers/plain-wav.js';
import {openRawClient, startRecognition} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';
import {scriptedRecogniser} from '../../helpers/scripted-recogniser.js';
import {word} from '../../helpers/words.js';

/**
Knows whatever is longer than two seconds.
*/
const known = scriptedRecogniser([word('known', 0.2, 0.5)], {
	id: 'known',
	languages: {en: 'English'},
	async knows(audio) {
		let sampleCount = 0;
		for await (const samples of audio) {
			sampleCount += samples.length;
		}

		return sampleCount > 32_000;
	},
});
const general = scriptedRecogniser([word('heard', 0.2, 0.5)], {id: 'general', languages: {en: 'English'}});
const auto = createAutoRecogniser(known, general);

describe('a transcript says whose words it has', () => {
	it.each([
		['known', 3, 'known'],
		['unknown', 1, 'general'],
	])('of a recording that is %s', async (_, seconds, recogniserId) => {
		const {finish, transcript} = await startTestServer({recognisers: [auto]});
		const {metadata, results} = await transcript(await finish({audio: wavFile(tone(seconds))}));
		expect(metadata.orchestrator_version).toMatch(new RegExp(` duet-${recogniserId}$`));
		expect(results[0].alternatives[0].content).toBe(recogniserId === 'known' ? 'known' : 'heard');
	});

	it('of two channels that two recognisers have heard', async () => {
		const {finish, transcript} = await startTestServer({
			recognisers: [
				createAutoRecogniser(
					{
						...known,
						async knows(audio) {
							for await (const samples of audio) {
								return samples.some(sample => sample !== 0);
							}

							return false;
						},
					},
					general,
				),
			],
		});
		const {metadata} = await transcript(
			await finish({
				audio: wavFile(tone(3), tone(3, 3)),
				transcription: {diarization: 'channel'},
			}),
		);
		expect(metadata.orchestrator_version).toMatch(/ duet-known\+general$/);
	});
});

it('a session says at its start which recogniser it has, or that it is still to be decided', async () => {
	for (const recogniser of [auto, known]) {
		const {url} = await startRealTimeServer({recognisers: [recogniser]});
		const client = await openRawClient(url);
		client.send(startRecognition({language: 'en'}));
		expect((await client.until('RecognitionStarted'))['orchestrator_version']).toMatch(
			new RegExp(` duet-${recogniser.id}$`),
		);
	}
});
