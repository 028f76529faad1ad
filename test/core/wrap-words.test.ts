import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {wrapWords} from '../../source/core/wrap-words.js';

describe('wrapWords', () => {
	it('breaks at spaces', () => {
		expect(wrapWords('Good morning, everyone.', 14, stringWidth)).toEqual(['Good morning,', 'everyone.']);
	});

	it('cuts a word that is longer than a line', () => {
		expect(wrapWords('an incomprehensibility', 8, stringWidth)).toEqual([
			'an',
			'incompre',
			'hensibil',
			'ity',
		]);
	});

	it('counts full-width characters as two columns and keeps combined ones together', () => {
		expect(wrapWords('你好世界', 5, stringWidth)).toEqual(['你好', '世界']);
		expect(wrapWords('e\u0301e\u0301e\u0301', 2, stringWidth)).toEqual(['e\u0301e\u0301', 'e\u0301']);
	});

	it('is one empty line for an empty text', () => {
		expect(wrapWords('', 10, stringWidth)).toEqual(['']);
	});

	it('keeps every character but the spaces it breaks at, and no line is too wide', () => {
		fc.assert(
			fc.property(
				fc.array(fc.stringMatching(/^[a-z你]{1,12}$/u), {minLength: 1}),
				fc.integer({min: 2, max: 20}),
				(words, columns) => {
					const lines = wrapWords(words.join(' '), columns, stringWidth);
					expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
					expect(Math.max(...lines.map(line => stringWidth(line)))).toBeLessThanOrEqual(columns);
				},
			),
		);
	});
});
