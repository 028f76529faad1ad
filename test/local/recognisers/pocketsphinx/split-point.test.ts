import {describe, expect, it} from 'vitest';
import {splitPoint} from '../../../../source/local/recognisers/pocketsphinx/split-point.js';

const segment = (token: string, startSeconds: number, endSeconds: number) => ({
	token,
	startSeconds,
	endSeconds,
});

describe('where an utterance without a pause is split', () => {
	it('is the longest gap of its last three seconds', () => {
		const segments = [
			segment('<sil>', 10, 11),
			segment('one', 17, 17.5),
			segment('<sil>', 17.5, 17.6),
			segment('two', 17.6, 18),
			segment('<sil>', 18, 18.3),
			segment('three', 18.3, 19.9),
		];
		expect(splitPoint(segments, 20)).toBe(18.3);
	});

	it('is after the last word that is certain, where there is no gap', () => {
		expect(splitPoint([segment('one', 17, 18), segment('two', 18, 19), segment('three', 19, 20)], 20)).toBe(
			19,
		);
	});

	it('is the end, where there are no words', () => {
		expect(splitPoint([segment('<sil>', 0, 20)], 20)).toBe(20);
	});
});
