import {describe, expect, it} from 'vitest';
import {textWords} from '../../../source/core/normalise/text-words.js';

const texts = (text: string, language: string) => textWords(text, language).map(word => word.text);

describe('textWords', () => {
	it('are what stands between spaces', () => {
		expect(texts(' Good morning,\n everyone. ', 'en')).toEqual(['Good', 'morning,', 'everyone.']);
		expect(texts('', 'en')).toEqual([]);
	});

	it('are characters in a language without spaces', () => {
		expect(texts('今日は 雨。', 'ja')).toEqual(['今', '日', 'は', '雨', '。']);
	});
});
