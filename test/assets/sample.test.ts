import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {wordErrorRate} from '../../source/core/accuracy.js';
import {assetsFolder, batchWords, knownAudio, sample} from '../local/recognisers/listen.js';

type TimedWord = {text: string; startSeconds: number; endSeconds: number; speaker: string};

const read = async (name: string): Promise<Buffer> => readFile(path.join(assetsFolder, name));
const reference = (await read('sample.txt')).toString().trim();
const words: readonly TimedWord[] = JSON.parse((await read('sample.words.json')).toString());

/**
Root mean square, in decibels below full scale.
*/
const levelDb = (startSeconds: number, endSeconds: number): number => {
	const part = sample.subarray(Math.round(startSeconds * 16_000), Math.round(endSeconds * 16_000));
	const meanSquare = part.reduce((sum, value) => sum + value * value, 0) / part.length;
	return 10 * Math.log10(meanSquare / 32_768 ** 2 + 1e-12);
};

describe('the sample', () => {
	it('is 30 to 40 s of 16 kHz mono s16le', async () => {
		const file = await read('sample.wav');
		expect(file.readUInt16LE(22)).toBe(1);
		expect(file.readUInt32LE(24)).toBe(16_000);
		expect(file.readUInt16LE(34)).toBe(16);
		expect(file.length).toBe(44 + sample.length * 2);
		expect(sample.length / 16_000).toBeGreaterThan(30);
		expect(sample.length / 16_000).toBeLessThan(40);
	});

	it('is a meeting of two with a name, a price and a date in it', () => {
		expect(reference).toMatch(/^Good morning, everyone\. Let's begin today's meeting\. Priya,/v);
		expect(reference).toContain('$4,250');
		expect(reference).toContain('March 14th');
		expect(words.length).toBeGreaterThanOrEqual(80);
		const turns = words.filter((word, index) => word.speaker !== words[index - 1]?.speaker);
		expect(new Set(turns.map(({speaker}) => speaker))).toEqual(new Set(['S1', 'S2']));
		expect(turns.length).toBeGreaterThanOrEqual(8);
	});

	it('has the same words in its reference and in its word times', () => {
		expect(words.map(({text}) => text)).toEqual(
			reference.split(' ').map(text => text.replace(/[.,?]$/v, '')),
		);
	});

	it('has sound where a word is, and silence between turns and at both ends', () => {
		for (const {startSeconds, endSeconds} of words) {
			expect(levelDb(startSeconds, endSeconds)).toBeGreaterThan(-40);
		}

		const ends = [0, ...words.map(({endSeconds}) => endSeconds)];
		const starts = [...words.map(({startSeconds}) => startSeconds), sample.length / 16_000];
		const pauses = starts.map((start, index) => [ends[index] ?? 0, start] as const);
		const long = pauses.filter(([from, to]) => to - from >= 0.29);
		expect(long.length).toBeGreaterThanOrEqual(12);
		for (const [from, to] of long) {
			expect(levelDb(from + 0.06, to - 0.06)).toBeLessThan(-60);
			expect(to - from).toBeLessThanOrEqual(0.81);
		}
	});
});

describe('what replay hears of the sample', () => {
	const rate = async (options: Parameters<typeof batchWords>[1]): Promise<number> =>
		wordErrorRate(reference, await batchWords(sample, options), 'en').rate;

	const known = knownAudio[0] ?? expect.fail();

	it('has 2 to 5 % of the words wrong in batch, fewer with the better model', async () => {
		const enhanced = await rate({});
		const standard = await rate({model: 'standard'});
		expect(enhanced).toBeGreaterThan(0.02);
		expect(standard).toBeGreaterThan(enhanced);
		expect(standard).toBeLessThan(0.05);
	});

	it('knows which words are hard: a vocabulary of them mends all', async () => {
		const vocabulary = known.words.filter(({heard}) => heard.length > 0).map(({text}) => ({content: text}));
		expect(await rate({vocabulary})).toBe(0);
	});
});
