import {describe, expect, it} from 'vitest';
import {agreement} from '../../source/core/agreement.js';
import {mark, word} from '../helpers/words.js';

const words = (...texts: readonly string[]) => texts.map((text, index) => word(text, index, index + 0.5));

describe('agreement', () => {
	it('is 1 less the edit distance over the longer transcript', () => {
		expect(agreement(words('a', 'b', 'c', 'd'), words('a', 'x', 'c'), 'en')).toBe(1 - 2 / 4);
	});

	it('is the same in both directions', () => {
		const [first, second] = [words('we', 'ship', 'it'), words('we', 'shipped', 'it', 'now')];
		expect(agreement(first, second, 'en')).toBe(agreement(second, first, 'en'));
	});

	it('is 1 where only case, punctuation or the spelling of numbers differs', () => {
		const first = [word('Twenty', 0, 0.3), word('six', 0.3, 0.6), mark('.', 0.6)];
		expect(agreement(first, [word('26', 0, 0.6)], 'en')).toBe(1);
	});

	it('is 1 for two empty transcripts and 0 where one is empty', () => {
		expect(agreement([], [], 'en')).toBe(1);
		expect(agreement(words('a'), [], 'en')).toBe(0);
	});
});
