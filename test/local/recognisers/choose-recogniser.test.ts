import {describe, expect, it} from 'vitest';
import {ProblemError} from '../../../source/core/problem.js';
import type {Recogniser} from '../../../source/core/recogniser.js';
import {
	chooseForAnyAudio,
	chooseForRecording,
	type RecordingAtHand,
} from '../../../source/local/recognisers/choose-recogniser.js';
import {collect} from '../../helpers/collect.js';
import {scriptedRecogniser} from '../../helpers/scripted-recogniser.js';
import {reversed} from './degrade.js';
import {optionsWith, replay, sample} from './listen.js';

const general = scriptedRecogniser([], {languages: {en: 'English'}});

/**
Opens what it is given, and keeps a list.
*/
const openers = (...recognisers: ReadonlyArray<Recogniser | ProblemError>) => {
	const opened: string[] = [];
	return {
		opened,
		openers: recognisers.map(recogniser => async () => {
			if (recogniser instanceof Error) {
				throw recogniser;
			}

			opened.push(recogniser.id);
			return recogniser;
		}),
	};
};

const notInstalled = new ProblemError({
	kind: 'bad-input',
	message: 'The general one is not installed.',
	nextStep: 'Install it with: sudo apt install general',
});

const audioOf = async function* (samples: Int16Array): AsyncIterable<Int16Array> {
	for (let from = 0; from < samples.length; from += 32_000) {
		yield samples.subarray(from, from + 32_000);
	}
};

const recording = (samples: Int16Array, changes: Partial<RecordingAtHand> = {}): RecordingAtHand => ({
	openSamples: () => audioOf(samples),
	language: 'en',
	signal: new AbortController().signal,
	...changes,
});

const unknown = reversed(sample);

describe('for one recording', () => {
	it('it is replay where that knows it, and nothing else is even opened', async () => {
		const {openers: all, opened} = openers(replay, general);
		expect(await chooseForRecording(all, recording(sample))).toBe(replay);
		expect(opened).toEqual(['replay']);
		expect(await chooseForRecording(openers(replay, notInstalled).openers, recording(sample))).toBe(replay);
	});

	it('it is the general one where replay does not know it', async () => {
		expect(await chooseForRecording(openers(replay, general).openers, recording(unknown))).toBe(general);
	});

	it('is none where the audio is unknown and the general one is missing: what to do is said', async () => {
		await expect(
			chooseForRecording(openers(replay, notInstalled).openers, recording(unknown)),
		).rejects.toMatchObject({
			problem: {
				kind: 'bad-input',
				message:
					'No local recogniser has words for this audio. “replay” plays back the bundled sample wherever it is heard, and recognises nothing. The general one is not installed.',
				nextStep:
					'Install it with: sudo apt install general; or use the cloud with a key (SPEECHMATICS_API_KEY), or try the bundled sample.',
			},
		});
	});

	it('it is the one that knows the language', async () => {
		const german = scriptedRecogniser([], {languages: {de: 'German'}});
		const all = openers(replay, german).openers;
		expect(await chooseForRecording(all, recording(unknown, {language: 'de'}))).toBe(german);
	});

	it('it is the first where none knows the language: the server says which there are', async () => {
		for (const other of [general, notInstalled]) {
			const all = openers(replay, other).openers;
			expect(await chooseForRecording(all, recording(unknown, {language: 'xx'}))).toBe(replay);
		}
	});

	it('it is decided by the audio where the language is to be found out', async () => {
		const all = openers(replay, general).openers;
		expect(await chooseForRecording(all, recording(sample, {language: 'auto'}))).toBe(replay);
		expect(await chooseForRecording(all, recording(unknown, {language: 'auto'}))).toBe(general);
	});

	it('is not decided once it is stopped', async () => {
		const signal = AbortSignal.abort(new Error('Stopped.'));
		await expect(
			chooseForRecording(openers(replay, general).openers, recording(sample, {signal})),
		).rejects.toThrow('Stopped.');
	});

	it('does not hide a fault', async () => {
		const faulty = async () => {
			throw new TypeError('A fault.');
		};
		await expect(chooseForRecording([faulty], recording(sample))).rejects.toThrow('A fault.');
	});
});

describe('for any audio', () => {
	it('it is decided each time anew where both are there', async () => {
		expect(await chooseForAnyAudio(openers(replay, general).openers)).toMatchObject({
			id: 'auto',
			languages: {en: 'English'},
		});
	});

	it('it is replay alone where the general one is missing, and its refusal says what to do', async () => {
		const recogniser = await chooseForAnyAudio(openers(replay, notInstalled).openers);
		expect(recogniser.id).toBe('replay');
		const options = optionsWith({mode: 'batch'});
		const {signal} = new AbortController();
		const known = await collect(recogniser.recognise(audioOf(sample), options, signal));
		expect(known.items.flatMap(({words}) => words).length).toBeGreaterThan(80);
		const refused = await collect(recogniser.recognise(audioOf(unknown), options, signal));
		expect(refused.error).toMatchObject({
			problem: {
				kind: 'rejected',
				message: expect.stringContaining('replay recogniser does not know this audio'),
				nextStep:
					'The general one is not installed. Install it with: sudo apt install general; or use the cloud with a key (SPEECHMATICS_API_KEY), or try the bundled sample.',
			},
		});
	});

	it('it is the general one alone where replay cannot be had', async () => {
		const broken = new ProblemError({kind: 'bad-input', message: 'No assets.', nextStep: 'Mend it.'});
		expect(await chooseForAnyAudio(openers(broken, general).openers)).toBe(general);
		await expect(chooseForAnyAudio(openers(broken, notInstalled).openers)).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: expect.stringContaining('No assets. The general one is')},
		});
	});
});
