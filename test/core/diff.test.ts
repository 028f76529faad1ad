import {array, assert, constantFrom, property} from 'fast-check';
import {describe, expect, it} from 'vitest';
import {diffText, diffWords} from '../../source/core/diff.js';
import {textWords} from '../../source/core/normalise/text-words.js';
import {transcriptText} from '../../source/core/transcript-text.js';
import {mark, word} from '../helpers/words.js';

const diff = (first: string, second: string, language = 'en') =>
	diffWords(textWords(first, language), textWords(second, language), language).map(segment => [
		segment.kind,
		transcriptText(segment.first),
		transcriptText(segment.second),
	]);

describe('diffWords', () => {
	it('shows what both have, what differs and what one has alone, in their own words', () => {
		expect(diff('We shipped the release today, I think.', 'We ship the new release today.')).toEqual([
			['equal', 'We', 'We'],
			['changed', 'shipped', 'ship'],
			['equal', 'the', 'the'],
			['only-second', '', 'new'],
			['equal', 'release today,', 'release today.'],
			['only-first', 'I think.', ''],
		]);
	});

	it('does not count case, punctuation, fillers and how a number is written', () => {
		expect(diff('Um, it costs twenty six dollars.', 'it costs $26, uh, Right?')).toEqual([
			['equal', 'Um, it costs twenty six dollars.', 'it costs $26, uh,'],
			['only-second', '', 'Right?'],
		]);
	});

	it('never cuts a word: a contraction that is half right has changed as a whole', () => {
		expect(diff("I think it's late", 'I think it has late')).toEqual([
			['equal', 'I think', 'I think'],
			['changed', "it's", 'it has'],
			['equal', 'late', 'late'],
		]);
	});

	it('leaves punctuation with the word it belongs to', () => {
		const first = [word('Sí', 0, 1), mark('.', 1), mark('¿', 1, 'next'), word('Qué', 1, 2), mark('?', 2)];
		const second = [word('Sí', 0, 1), mark(',', 1), word('no', 1, 2), mark('.', 2)];
		const texts = diffWords(first, second, 'es').map(segment => [
			transcriptText(segment.first),
			transcriptText(segment.second),
		]);
		expect(texts).toEqual([
			['Sí.', 'Sí,'],
			['¿Qué?', 'no.'],
		]);
	});

	it('compares characters where a language writes no spaces', () => {
		const heard = [word('今日', 0, 1), word('は', 1, 2), word('晴れ', 2, 3), mark('。', 3)];
		const segments = diffWords(textWords('今日は雨。', 'ja'), heard, 'ja');
		expect(diffText(segments, '')).toBe('今日は[-雨。-]{+晴れ。+}');
	});

	it('says that nothing differs where nothing was said', () => {
		expect(diff('', '')).toEqual([]);
		expect(diff('Um.', 'uh')).toEqual([['equal', 'Um.', 'uh']]);
		expect(diff('Hm', '')).toEqual([['only-first', 'Hm', '']]);
	});

	it('has every word of both sides once, in order', () => {
		const texts = [
			'we',
			'um',
			"it's",
			'it',
			'is',
			'twenty',
			'six',
			'26',
			'(aside)',
			'and',
			'$2',
			'seventy',
			'cents',
		];
		const sentence = array(
			constantFrom(...texts).map(text => ({text})),
			{maxLength: 12},
		);
		assert(
			property(sentence, sentence, (first, second) => {
				const segments = diffWords(first, second, 'en');
				expect(segments.flatMap(segment => segment.first)).toEqual(first);
				expect(segments.flatMap(segment => segment.second)).toEqual(second);
				expect(segments.some(segment => segment.first.length + segment.second.length === 0)).toBe(false);
			}),
			{numRuns: 500},
		);
	});
});

describe('diffText', () => {
	it('marks what is missing and what is added, on one line', () => {
		const segments = diffWords(
			textWords('We ship it now.', 'en'),
			textWords('We shipped it right now.', 'en'),
			'en',
		);
		expect(diffText(segments)).toBe('We [-ship-]{+shipped+} it {+right+} now.');
	});
});
