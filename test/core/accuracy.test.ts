import {describe, expect, it} from 'vitest';
import {wordErrorRate} from '../../source/core/accuracy.js';
import {mark, word} from '../helpers/words.js';

describe('wordErrorRate', () => {
	it('is substitutions, deletions and insertions per reference word', () => {
		// said:  we ship the new release on friday
		// heard: we shipped   new release on a friday
		expect(
			wordErrorRate('We ship the new release on Friday.', 'We shipped new release on a Friday.', 'en'),
		).toEqual({
			rate: 3 / 7,
			substitutions: 1,
			deletions: 1,
			insertions: 1,
			referenceCount: 7,
			unit: 'word',
			normalisation: {name: 'duet-whisper', version: 1},
		});
	});

	it('is 0 for a transcript that only writes it another way', () => {
		const said =
			"Um, it's March third: twelve hundred dollars, thirty six percent more. Mr. Smith organised it.";
		const heard = 'It is March 3rd. $1,200, 36% more. Mister Smith organized it.';
		expect(wordErrorRate(said, heard, 'en').rate).toBe(0);
	});

	it('is 1 for silence, and more than 1 where words were made up', () => {
		expect(wordErrorRate('two words', '', 'en').rate).toBe(1);
		expect(wordErrorRate('yes', 'no no no', 'en').rate).toBe(3);
	});

	it('takes the words of a transcript as well as its text', () => {
		const words = [word('Twenty', 0, 0.4), word('six', 0.4, 0.8), mark('.', 0.8), word('Yes', 1, 1.3)];
		expect(wordErrorRate('26, yes', words, 'en')).toEqual(wordErrorRate('26, yes', 'Twenty six. Yes', 'en'));
		expect(wordErrorRate('26, yes', words, 'en').rate).toBe(0);
	});

	it('counts characters in a language without spaces', () => {
		const words = [word('今日', 0, 0.4), word('は', 0.4, 0.5), word('晴れ', 0.5, 1), mark('。', 1)];
		expect(wordErrorRate('今日は雨。', words, 'ja')).toMatchObject({
			rate: 2 / 4,
			substitutions: 1,
			insertions: 1,
			referenceCount: 4,
			unit: 'character',
		});
	});

	it('refuses a reference that has no words', () => {
		expect(() => wordErrorRate('', 'yes', 'en')).toThrow(RangeError);
		expect(() => wordErrorRate(' (laughter) … um ', 'yes', 'en')).toThrow(RangeError);
	});
});
