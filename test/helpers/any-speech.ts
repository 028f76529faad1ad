import fc from 'fast-check';
import type {Word} from '../../source/core/word.js';
import {mark, word} from './words.js';

/**
Words in order of time, some of them repeated at once, now and then with a mark.

@param gapHundredths - The time from one word to the next.
*/
export const anySpeech = ({
	gapHundredths,
	leastWords = 1,
	leastLengthHundredths = 12,
	mostWords,
}: {
	readonly gapHundredths: fc.Arbitrary<number>;
	readonly leastWords?: number;
	readonly leastLengthHundredths?: number;
	readonly mostWords: number;
}): fc.Arbitrary<readonly Word[]> =>
	fc
		.array(
			fc.record({
				text: fc.constantFrom('no', 'yes', 'ship', 'it', 'today'),
				lengthHundredths: fc.integer({min: leastLengthHundredths, max: 50}),
				gapHundredths,
				hasMark: fc.boolean(),
			}),
			{minLength: leastWords, maxLength: mostWords},
		)
		.map(items => {
			let hundredths = 0;
			return items.flatMap(item => {
				const start = hundredths + item.gapHundredths;
				hundredths = start + item.lengthHundredths;
				const spoken = word(item.text, start / 100, hundredths / 100);
				return item.hasMark ? [spoken, mark('.', hundredths / 100)] : [spoken];
			});
		});
