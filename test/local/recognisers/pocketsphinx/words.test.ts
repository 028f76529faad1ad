import {describe, expect, it} from 'vitest';
import type {Segment} from '../../../../source/local/recognisers/pocketsphinx/decoder.js';
import {fullStop, isWord, toWords} from '../../../../source/local/recognisers/pocketsphinx/words.js';

const segment = (token: string, startSeconds: number, endSeconds: number, posterior?: number): Segment => ({
	token,
	startSeconds,
	endSeconds,
	...(posterior !== undefined && {posterior}),
});

const texts = (tokens: readonly string[], beginsSentence = true): readonly string[] =>
	toWords(
		tokens.map((token, index) => segment(token, index, index + 1)),
		{offsetSeconds: 0, texts: new Map([['@0', 'iPhone']]), beginsSentence},
	).map(({text}) => text);

describe('the words among the tokens of an utterance', () => {
	it.each(['<s>', '</s>', '<sil>', '[NOISE]', '++BREATH++'])('leave out %s', token => {
		expect(isWord(segment(token, 0, 1))).toBe(false);
		expect(texts([token])).toEqual([]);
	});

	it.each([
		{tokens: ['<s>', 'the(2)', 'cat'], shown: ['The', 'cat'], rule: 'without the way a word was said'},
		{tokens: ['and', 'i', "i'm"], shown: ['And', 'I', "I'm"], rule: 'with a capital I'},
		{tokens: ['it', 'is'], shown: ['It', 'is'], rule: 'though not every word with an i'},
		{
			tokens: ['@0(2)', 'works'],
			shown: ['iPhone', 'works'],
			rule: 'and the user’s words as the user writes them',
		},
	])('read $shown: $rule', ({tokens, shown}) => {
		expect(texts(tokens)).toEqual(shown);
	});

	it('begin small where the sentence goes on', () => {
		expect(texts(['and', 'so'], false)).toEqual(['and', 'so']);
	});

	it('stand where the utterance does, with their posterior as confidence', () => {
		const reading = {offsetSeconds: 10, texts: new Map<string, string>(), beginsSentence: false};
		expect(toWords([segment('yes', 0.5, 0.9, 0.8)], reading)).toEqual([
			{text: 'yes', type: 'word', startSeconds: 10.5, endSeconds: 10.9, confidence: 0.8},
		]);
	});

	it('end with a full stop that has no length', () => {
		expect(
			fullStop({text: 'yes', type: 'word', startSeconds: 1, endSeconds: 1.4, confidence: 0.7}),
		).toMatchObject({text: '.', startSeconds: 1.4, endSeconds: 1.4, confidence: 0.7, isEndOfSentence: true});
	});
});
