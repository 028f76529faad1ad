import {array, assert, constantFrom, property} from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	normalisation,
	normaliseForScoring,
	normaliseWords,
	scoringUnit,
} from '../../../source/core/normalise/normalise.js';
import {mark, word} from '../../helpers/words.js';

describe('normaliseForScoring', () => {
	it('has a name and a version, to stand beside every rate', () => {
		expect(normalisation).toEqual({name: 'duet-whisper', version: 1});
	});

	it('chooses by the first part of the language code', () => {
		expect(normaliseForScoring("It's twenty six.", 'en')).toEqual(['it', 'is', '26']);
		expect(normaliseForScoring("It's twenty six.", 'en-GB')).toEqual(['it', 'is', '26']);
		expect(normaliseForScoring("It's twenty six.", 'nl')).toEqual(['it', 's', 'twenty', 'six']);
		expect(normaliseForScoring('你好。', 'cmn_en')).toEqual(['你', '好']);
	});

	it('gives nothing for nothing', () => {
		for (const text of ['', ' \n', '…', '[music]']) {
			expect(normaliseForScoring(text, 'en')).toEqual([]);
			expect(normaliseForScoring(text, 'de')).toEqual([]);
			expect(normaliseForScoring(text, 'ja')).toEqual([]);
		}
	});
});

describe('scoringUnit', () => {
	it('is the word', () => {
		expect(['en', 'de', 'ko', 'hi', 'auto'].map(scoringUnit)).toEqual(Array(5).fill('word'));
	});

	it('is the character in languages without spaces', () => {
		const languages = ['ja', 'cmn', 'cmn_en', 'yue', 'th', 'lo', 'my'];
		expect(languages.map(scoringUnit)).toEqual(Array(7).fill('character'));
	});
});

describe('normaliseWords', () => {
	it('knows which words a normalised one stands for, and when they were said', () => {
		const words = [word("It's", 0, 0.4), word('twenty', 0.5, 0.8), word('six', 0.8, 1), mark('.', 1)];
		expect(normaliseWords(words, 'en')).toEqual([
			{text: 'it', firstWord: 0, lastWord: 0, startSeconds: 0, endSeconds: 0.4},
			{text: 'is', firstWord: 0, lastWord: 0, startSeconds: 0, endSeconds: 0.4},
			{text: '26', firstWord: 1, lastWord: 2, startSeconds: 0.5, endSeconds: 1},
		]);
	});

	it('has no times where the words have none', () => {
		expect(normaliseWords([{text: 'yes'}], 'en')).toEqual([{text: 'yes', firstWord: 0, lastWord: 0}]);
	});

	it('leaves out what stands in brackets, across words', () => {
		const words = ['so', '(he', 'said', 'quietly)', 'yes'].map(text => ({text}));
		expect(normaliseWords(words, 'en')).toEqual([
			{text: 'so', firstWord: 0, lastWord: 0},
			{text: 'yes', firstWord: 4, lastWord: 4},
		]);
	});

	it('gives every character the word it is from', () => {
		expect(normaliseWords([word('今日', 0, 1), word('は', 1, 2), mark('。', 2)], 'ja')).toMatchObject([
			{text: '今', firstWord: 0},
			{text: '日', firstWord: 0},
			{text: 'は', firstWord: 1},
		]);
	});

	it('gives what the text of the same words gives', () => {
		const texts = [
			'So',
			'um',
			"it's",
			'been',
			'two',
			'hundred',
			'and',
			'$2',
			'26',
			'seventy',
			'cents',
			'[x',
			'y]',
			"'s",
		];
		assert(
			property(array(constantFrom(...texts), {maxLength: 15}), sentence => {
				const words = normaliseWords(
					sentence.map(text => ({text})),
					'en',
				);
				expect(words.map(({text}) => text)).toEqual(normaliseForScoring(sentence.join(' '), 'en'));
			}),
			{numRuns: 500},
		);
	});
});
