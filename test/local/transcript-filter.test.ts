import {describe, expect, it} from 'vitest';
import {transcriptText} from '../../source/core/transcript-text.js';
import {filterWords} from '../../source/local/transcript-filter.js';
import {mark, word} from '../helpers/words.js';

type Filtering = NonNullable<Parameters<typeof filterWords>[2]['transcript_filtering_config']>;

/**
A text's words and marks, a second each.
*/
const wordsOf = (text: string) =>
	(text.match(/[\w'\-]+|[,.?!]/gv) ?? []).map((item, index) =>
		/\w/v.test(item) ? word(item, index, index + 1) : mark(item, index),
	);

const filtered = (text: string, transcript_filtering_config: Filtering, language = 'en'): string =>
	transcriptText(filterWords(wordsOf(text), language, {language, transcript_filtering_config}));

describe('remove_disfluencies', () => {
	it.each([
		['Um, what would you like, hmm?', 'What would you like?'],
		['Well. Uh, uh, no.', 'Well. No.'],
		['I, um, agree.', 'I, agree.'],
		['He said um.', 'He said.'],
		['Mm. Right.', 'Right.'],
		['Hmm.', ''],
	])('makes of "%s" "%s"', (text, expected) => {
		expect(filtered(text, {remove_disfluencies: true})).toBe(expected);
	});

	it('is for English only, and only where it is asked for', () => {
		expect(filtered('Um, nein.', {remove_disfluencies: true}, 'de')).toBe('Um, nein.');
		expect(filtered('Um, no.', {})).toBe('Um, no.');
	});

	it('moves the end of the sentence to the word before', () => {
		const [, last] = filterWords(wordsOf('Fine um.'), 'en', {
			language: 'en',
			transcript_filtering_config: {remove_disfluencies: true},
		});
		expect(last).toMatchObject({text: '.', startSeconds: 1, endSeconds: 1});
	});
});

describe('replacements', () => {
	it.each([
		['foo Foo food', [{from: 'foo', to: 'bar'}], 'bar Foo food'],
		['hello Hello Othello', [{from: '/^[hH]ello$/', to: 'goodbye'}], 'goodbye goodbye Othello'],
		['cheese cheesecake', [{from: '/(cheese)/', to: '[$1]'}], '[cheese] [cheese]cake'],
		['banana', [{from: '/a/', to: 'o'}], 'bonono'],
		[
			'cat',
			[
				{from: '/c/', to: 'r'},
				{from: 'cat', to: 'dog'},
			],
			'dog',
		],
		[
			'cat',
			[
				{from: '/c/', to: 'r'},
				{from: '/t/', to: 'p'},
			],
			'rat',
		],
	])('make of "%s" by %j "%s"', (text, replacements, expected) => {
		expect(filtered(text, {replacements})).toBe(expected);
	});

	it('reject a job for what is not a regular expression', () => {
		expect(() => filtered('a', {replacements: [{from: '/(/', to: 'b'}]})).toThrow(
			expect.objectContaining({problem: expect.objectContaining({kind: 'rejected'})}),
		);
	});
});

describe('permitted_marks', () => {
	it.each([
		[['all'], 'One, two. Three?'],
		[['.'], 'One two. Three'],
		[[], 'One two Three'],
	])('%j leave "%s"', (permitted_marks, expected) => {
		const config = {language: 'en', punctuation_overrides: {permitted_marks}};
		expect(transcriptText(filterWords(wordsOf('One, two. Three?'), 'en', config))).toBe(expected);
	});
});
