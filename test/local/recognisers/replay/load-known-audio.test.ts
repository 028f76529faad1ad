import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {sentenceWords} from '../../../../source/local/recognisers/replay/known-audio.js';
import {loadKnownAudio} from '../../../../source/local/recognisers/replay.js';
import {assetsFolder, knownAudio} from '../listen.js';

describe('loadKnownAudio', () => {
	let folder: string;

	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'duet-known-'));
		for (const name of ['sample.wav', 'sample.words.json', 'replay.json']) {
			await cp(path.join(assetsFolder, name), path.join(folder, name));
		}
	});

	afterEach(async () => {
		await rm(folder, {recursive: true});
	});

	const change = async (from: RegExp | string, to: string, name = 'replay.json'): Promise<void> => {
		const text = await readFile(path.join(folder, name), 'utf8');
		expect(text.search(from)).not.toBe(-1);
		await writeFile(path.join(folder, name), text.replace(from, to));
	};

	it('reads the sample with a sentence for each sentence mark', () => {
		const [known] = knownAudio;
		expect(known?.words).toHaveLength(92);
		expect(sentenceWords(known?.words ?? [])).toHaveLength(known?.sentences.length ?? 0);
		expect(known?.words[1]).toMatchObject({
			text: 'morning',
			startSeconds: 0.633,
			endSeconds: 1.035,
			speaker: 'S1',
			mark: {text: ','},
		});
	});

	it.each([
		['a word that was not said', '"text": "Good"', '"text": "Bad"', 'word times[0]: "Bad" expected'],
		['a confidence above 1', '"confidence": 0.99', '"confidence": 99', 'words[0].confidence: a number'],
		['an unknown model', '"whenModel": "standard"', '"whenModel": "best"', 'standard or enhanced expected'],
		['an unknown sentiment', '"sentiment": "neutral"', '"sentiment": "meh"', 'sentences[1].sentiment'],
		['a missing sentence', /\t\t\{"sentiment": "neutral".*\n/v, '', 'sentences: 14 items expected'],
		['a chapter beyond the end', '"lastSentence": 14', '"lastSentence": 15', 'chapters[2].lastSentence'],
		['another version', '"version": 1', '"version": 2', 'version: a number from 1 to 1 expected'],
		['JSON that is none', '"version": 1', '"version": ', 'JSON'],
	])('says where %s is', async (_, from, to, message) => {
		await change(from, to);
		await expect(loadKnownAudio(folder)).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: expect.stringContaining(message)},
		});
	});

	it('refuses word times that run backwards', async () => {
		await change('"startSeconds":0.633', '"startSeconds":0.2', 'sample.words.json');
		await expect(loadKnownAudio(folder)).rejects.toThrow('word times[1].startSeconds');
	});

	it.each(['sample.wav', 'sample.words.json', 'replay.json'])('says that %s is missing', async name => {
		await rm(path.join(folder, name));
		await expect(loadKnownAudio(folder)).rejects.toThrow(name);
	});

	it('refuses a sample that is not 16 kHz', async () => {
		const file = await readFile(path.join(folder, 'sample.wav'));
		file.writeUInt32LE(8000, 24);
		await writeFile(path.join(folder, 'sample.wav'), file);
		await expect(loadKnownAudio(folder)).rejects.toThrow('not a 16 kHz mono 16-bit WAV file');
	});
});
