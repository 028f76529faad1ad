import {describe, expect, it} from 'vitest';
import {wordErrorRate} from '../../../../source/core/accuracy.js';
import type {RecogniserOptions} from '../../../../source/core/recogniser.js';
import {heardWords} from '../../../../source/local/recognisers/replay/heard-words.js';
import type {KnownAudio, KnownWord} from '../../../../source/local/recognisers/replay/known-audio.js';
import {knownAudio, optionsWith} from '../listen.js';

const knownWord = (text: string, startSeconds: number, more: Partial<KnownWord> = {}): KnownWord => ({
	text,
	startSeconds,
	endSeconds: startSeconds + 0.4,
	speaker: 'S1',
	confidence: 0.9,
	heard: [],
	...more,
});

const hear = (words: readonly KnownWord[], options: Partial<RecogniserOptions> = {}) =>
	heardWords(
		{language: 'en', samples: new Int16Array(), words, sentences: [], summary: '', chapters: []},
		optionsWith(options),
	);

const texts = (...input: Parameters<typeof hear>): readonly string[] =>
	hear(...input).flatMap(({word, mark}) => [word.text, ...(mark ? [mark.text] : [])]);

describe('heardWords', () => {
	it('puts a mark at the end of its word, without length', () => {
		expect(hear([knownWord('Yes', 1, {mark: {text: '.', confidence: 0.8}})])).toEqual([
			{
				word: {
					text: 'Yes',
					type: 'word',
					startSeconds: 1,
					endSeconds: 1.4,
					confidence: 0.9,
					speaker: 'S1',
				},
				mark: {
					text: '.',
					type: 'punctuation',
					startSeconds: 1.4,
					endSeconds: 1.4,
					confidence: 0.8,
					speaker: 'S1',
					attachesTo: 'previous',
					isEndOfSentence: true,
				},
			},
		]);
	});

	it('puts times on the grid of the wire', () => {
		const [heard] = hear([knownWord('Yes', 0.633)]);
		expect(heard?.word).toMatchObject({startSeconds: 0.64, endSeconds: 1.04});
	});

	it('mishears by the model, in both modes', () => {
		const words = [knownWord('Priya', 0, {heard: [{as: 'Pria', whenModel: 'standard'}]})];
		for (const mode of ['batch', 'real-time'] as const) {
			expect(texts(words, {mode, model: 'standard'})).toEqual(['Pria']);
			expect(texts(words, {mode, model: 'enhanced'})).toEqual(['Priya']);
		}
	});

	it('mishears below a maximum delay, in real time only', () => {
		const words = [knownWord('Priya', 0, {heard: [{as: 'Pria', whenMaxDelayBelow: 1.5}]})];
		expect(texts(words, {maxDelaySeconds: 1.4})).toEqual(['Pria']);
		expect(texts(words, {maxDelaySeconds: 1.5})).toEqual(['Priya']);
		expect(texts(words, {mode: 'batch', maxDelaySeconds: 1.4})).toEqual(['Priya']);
	});

	it('hears two words for one, each with half of its time, or none, whose mark goes to the word before', () => {
		const mark = {text: ',', confidence: 1};
		const words = [
			knownWord('Kubernetes', 0, {heard: [{as: 'Cooper nets', confidence: 0.4}], first: 'cube'}),
			knownWord('so', 1, {heard: [{as: ''}], mark}),
		];
		expect(hear(words)).toMatchObject([
			{word: {text: 'Cooper', startSeconds: 0, endSeconds: 0.2, confidence: 0.4}},
			{word: {text: 'nets', startSeconds: 0.2, endSeconds: 0.4}, mark: {text: ',', startSeconds: 0.4}},
		]);
	});

	it('hears a word right that is in the vocabulary', () => {
		const words = [knownWord('Priya', 0, {heard: [{as: 'Pria'}]})];
		expect(texts(words, {vocabulary: [{content: 'priya'}]})).toEqual(['Priya']);
	});

	const known: KnownAudio = knownAudio[0] ?? expect.fail();
	const reference = known.words.map(({text}) => text).join(' ');
	const rate = (options: Partial<RecogniserOptions>): number =>
		wordErrorRate(
			reference,
			heardWords(known, optionsWith(options)).map(({word}) => word),
			'en',
		).rate;

	it.each(['enhanced', 'standard'] as const)(
		'makes more mistakes at a short maximum delay and the same as batch at the longest: %s',
		model => {
			const batch = rate({mode: 'batch', model});
			expect(rate({model, maxDelaySeconds: 4})).toBe(batch);
			expect(rate({model, maxDelaySeconds: 2})).toBeGreaterThan(batch);
			expect(rate({model, maxDelaySeconds: 1})).toBeGreaterThan(rate({model, maxDelaySeconds: 2}));
			expect(rate({model, maxDelaySeconds: 0.7})).toBeGreaterThan(0.05);
			expect(rate({model, maxDelaySeconds: 0.7})).toBeLessThan(0.1);
		},
	);
});
