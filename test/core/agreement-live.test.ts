import {describe, expect, it} from 'vitest';
import {agreement} from '../../source/core/agreement.js';
import {type GrowingWords, type LiveAgreement, updateAgreement} from '../../source/core/agreement-live.js';
import type {Word} from '../../source/core/word.js';
import {meetingWords, misheard, seededRandom} from '../helpers/noisy-transcript.js';
import {word} from '../helpers/words.js';

/**
Feeds finals to the agreement, a few words at a time, with the other transcript complete from the start.
*/
const live = (batch: GrowingWords, finals: readonly Word[], wordsPerUpdate: number) => {
	let result: LiveAgreement | undefined;
	for (let count = 0; count < finals.length; count += wordsPerUpdate) {
		const soFar = finals.slice(0, count + wordsPerUpdate);
		result = updateAgreement(result, batch, soFar, soFar.at(-1)?.endSeconds ?? 0, 'en');
	}

	return updateAgreement(result, batch, finals, Number.POSITIVE_INFINITY, 'en');
};

describe('updateAgreement', () => {
	const batch = meetingWords(1800, seededRandom(1));

	it.each([0.02, 0.1, 0.3])(
		'ends where the agreement of the whole ends, with %f of the words wrong',
		errorRate => {
			const {heard} = misheard(batch, errorRate, seededRandom(2));
			expect(live(batch, heard, 15).agreement).toBeCloseTo(agreement(batch, heard, 'en'), 12);
		},
	);

	it('compares only what both have heard', () => {
		expect(updateAgreement(undefined, batch, batch.slice(0, 100), 40, 'en').agreement).toBe(1);
		expect(updateAgreement(undefined, batch, batch.slice(0, 100), 80, 'en').agreement).toBe(0.5);
	});

	it('is 1 while there is nothing to compare', () => {
		expect(updateAgreement(undefined, [], [], 0, 'en').agreement).toBe(1);
	});

	it('looks only at the words since the last cut, however long the transcript', () => {
		const {heard} = misheard(batch, 0.1, seededRandom(3));
		let mostOpen = 0;
		let result: LiveAgreement | undefined;
		for (let count = 15; count <= heard.length; count += 15) {
			result = updateAgreement(result, batch, heard.slice(0, count), heard[count - 1]?.endSeconds ?? 0, 'en');
			mostOpen = Math.max(mostOpen, count - result.settled.secondLength);
		}

		expect(mostOpen).toBeLessThan(300);
	});

	it('stays quick where the transcripts have nothing in common, or one is empty', () => {
		const other = batch.map(({startSeconds, endSeconds}) => word('x', startSeconds, endSeconds));
		for (const second of [other, []]) {
			let result: LiveAgreement | undefined;
			for (let seconds = 0; seconds <= 720; seconds += 20) {
				result = updateAgreement(result, batch, second, seconds, 'en');
			}

			expect(result?.agreement).toBe(0);
			expect(result?.settled.firstLength).toBeGreaterThan(500);
		}
	});

	it('never cuts within a number or a contraction', () => {
		const spell = (texts: readonly string[]) =>
			Array.from({length: 600}, (_, index) =>
				word(texts[index % texts.length] ?? '', index * 0.4, index * 0.4 + 0.3),
			);
		const words = spell([
			'it',
			"hasn't",
			'cost',
			'two',
			'hundred',
			'and',
			'five',
			'dollars',
			"he's",
			'been',
			'told',
		]);
		expect(live(words, words, 10).agreement).toBe(1);
	});
});
