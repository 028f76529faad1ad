import {describe, expect, it} from 'vitest';
import {transcriptText} from '../../../source/core/transcript-text.js';
import {
	between,
	coarse,
	gain,
	joined,
	noise,
	reversed,
	silence,
	telephone,
	throughRate,
	withNoise,
} from './degrade.js';
import {batchText, batchWords, hypotheses, replay, sample} from './listen.js';

const sampleText = await batchText(sample);

describe('replay finds the sample by its sound', () => {
	it.each([
		['as it is', sample],
		['at a tenth of the level', gain(0.1)(sample)],
		['so loud that it clips', gain(4)(sample)],
		['over an 8 kHz mu-law line', telephone(sample)],
		['through 11,025 Hz', throughRate(11_025)(sample)],
		['through 44,100 Hz', throughRate(44_100)(sample)],
		['with coarse steps of loudness', coarse(sample)],
		['with noise 30 dB below', withNoise(0.005)(sample)],
		['97 samples late', joined(silence(97 / 16_000), sample)],
	])('%s', async (_, samples) => {
		expect(await batchText(samples)).toBe(sampleText);
	});

	it('after silence, with its times moved by as much', async () => {
		const words = await batchWords(joined(silence(5), sample));
		expect(transcriptText(words)).toBe(sampleText);
		expect(words[0]).toMatchObject({text: 'Good', startSeconds: 5.4, endSeconds: 5.64});
	});

	it('joined in the middle of a word, from the next word on', async () => {
		const words = await batchWords(between(sample, 24.5));
		expect(transcriptText(words)).toMatch(/^a new certificate, and/v);
		expect([0.04, 0.08]).toContain(words[0]?.startSeconds);
	});

	it('again and again, as often as it is played', async () => {
		expect(await batchText(joined(sample, sample, sample))).toBe(
			[sampleText, sampleText, sampleText].join(' '),
		);
	});

	it('each word once, however short it is and wherever it lies: the place is found anew in the middle of it', async () => {
		const looped = new Int16Array(24 * sample.length);
		for (let index = 0; index < 24; index++) {
			looped.set(sample, index * sample.length);
		}

		const doubled = new Set<string>();
		for (const {words} of await hypotheses(looped)) {
			const spoken = words.filter(({type}) => type === 'word');
			for (const [index, {text, startSeconds}] of spoken.entries()) {
				if (text.toLowerCase() === spoken[index - 1]?.text.toLowerCase()) {
					doubled.add(`${text} at ${startSeconds}`);
				}
			}
		}

		expect([...doubled]).toEqual([]);
	});

	it('after a cut, without the words that were cut', async () => {
		const text = await batchText(joined(between(sample, 0, 15), between(sample, 25)));
		expect(text).toMatch(/What about the budget\? Hosting and are Quebec office/v);
	});

	it('between unknown sounds, for which there are no words', async () => {
		const unknown = between(reversed(sample), 2, 7);
		const words = await batchWords(joined(unknown, between(sample, 0, 20), unknown));
		expect(transcriptText(words)).toBe(sampleText.slice(0, sampleText.indexOf('So what is')).trim());
		expect(words[0]?.startSeconds).toBe(5.4);
	});
});

describe('replay invents nothing', () => {
	const rejected = {problem: {kind: 'rejected', nextStep: expect.stringContaining('SPEECHMATICS_API_KEY')}};

	it.each([
		['unknown speech', reversed(sample)],
		['speech at another speed', throughRate(16_000)(sample.filter((_, index) => index % 5 !== 0))],
		['noise', noise(160_000, 0.3)],
		['two seconds of unknown speech, at their end', between(reversed(sample), 2, 4)],
	])('refuses %s and says what to do', async (_, samples) => {
		await expect(hypotheses(samples)).rejects.toMatchObject(rejected);
		await expect(batchText(samples)).rejects.toMatchObject(rejected);
	});

	it('refuses a stream after 5 s of unknown sound, and waits longer with a file', async () => {
		const samples = joined(between(reversed(sample), 2, 12), sample);
		await expect(hypotheses(samples)).rejects.toMatchObject(rejected);
		expect(await batchText(samples)).toBe(sampleText);
	});

	it('has no words and no complaint for silence, a quiet room, half a second of noise, and nothing', async () => {
		for (const samples of [silence(20), noise(160_000, 0.004), noise(8000, 0.3), new Int16Array()]) {
			expect(await batchText(samples)).toBe('');
			expect((await hypotheses(samples)).flatMap(({words}) => words)).toEqual([]);
		}
	});
});

describe('replay tells what it knows', () => {
	const knows = async (samples: Int16Array, language = 'en') => {
		let takenCount = 0;
		const audio = async function* (): AsyncIterable<Int16Array> {
			for (let from = 0; from < samples.length; from += 640) {
				const piece = samples.subarray(from, from + 640);
				takenCount += piece.length;
				yield piece;
			}
		};
		const isKnown = await replay.knows?.(audio(), language, new AbortController().signal);
		return {isKnown, takenSeconds: takenCount / 16_000};
	};

	it('within a second and a half of the sample, wherever it begins', async () => {
		for (const fromSeconds of [0, 10.3, 24.5]) {
			const {isKnown, takenSeconds} = await knows(between(sample, fromSeconds));
			expect(isKnown).toBe(true);
			expect(takenSeconds).toBeLessThan(1.5);
		}
	});

	it.each([
		['over a telephone line', telephone(sample)],
		['after silence', joined(silence(8), sample)],
		['after unknown speech', joined(between(reversed(sample), 2, 12), sample)],
		['where it is all there is', between(sample, 0, 1.4)],
	])('%s', async (_, samples) => {
		expect(await knows(samples)).toMatchObject({isKnown: true});
	});

	it('after 20 s of unknown sound, without taking more', async () => {
		const {isKnown, takenSeconds} = await knows(joined(noise(40 * 16_000, 0.3), sample));
		expect(isKnown).toBe(false);
		expect(takenSeconds).toBeCloseTo(20, 0);
	});

	it('after two minutes in which there was hardly a sound', async () => {
		const {isKnown, takenSeconds} = await knows(joined(silence(150), sample));
		expect([isKnown, takenSeconds]).toEqual([false, 120]);
	});

	it.each([
		['unknown speech', reversed(sample)],
		['silence', silence(3)],
		['nothing', new Int16Array()],
	])('of %s it knows nothing', async (_, samples) => {
		expect(await knows(samples)).toMatchObject({isKnown: false});
	});

	it('in another language it knows nothing', async () => {
		expect(await knows(sample, 'de')).toMatchObject({isKnown: false});
	});

	it('and ends soon when it is stopped', async () => {
		const endless = async function* (): AsyncIterable<Int16Array> {
			for (;;) {
				yield silence(0.1);
			}
		};
		expect(await replay.knows?.(endless(), 'en', AbortSignal.abort())).toBe(false);
	});
});
