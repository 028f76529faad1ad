import {describe, expect, it} from 'vitest';
import {normaliseForScoring} from '../../../source/core/normalise/normalise.js';

describe('languages other than English', () => {
	it('are compared in lower case, without marks and symbols', () => {
		expect(normaliseForScoring('Straße 5, „Größe“ – C’est l’été!', 'de')).toEqual(
			'straße 5 größe c est l été'.split(' '),
		);
	});

	it('leave out what stands in brackets', () => {
		expect(normaliseForScoring('sí [risas] (baja) no', 'es')).toEqual(['sí', 'no']);
	});

	it('are the same however a letter is composed', () => {
		expect(normaliseForScoring('e\u{301}te\u{301} ｆｕｌｌ', 'fr')).toEqual(['\u{E9}t\u{E9}', 'full']);
	});

	it('keep combining marks, which are vowels in Hindi', () => {
		expect(normaliseForScoring('हिन्दी में।', 'hi')).toEqual(['हिन्दी', 'में']);
	});
});

describe('languages without spaces', () => {
	it('are compared by character', () => {
		expect(normaliseForScoring('東京で、会う。', 'ja')).toEqual(['東', '京', 'で', '会', 'う']);
	});

	it('take a letter and its marks as one character', () => {
		expect(normaliseForScoring('ที่นี่', 'th')).toEqual(['ที่', 'นี่']);
	});
});
