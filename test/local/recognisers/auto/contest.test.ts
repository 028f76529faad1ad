import {describe, expect, it} from 'vitest';
import type {Hypothesis} from '../../../../source/core/recogniser.js';
import {createContest} from '../../../../source/local/recognisers/auto/contest.js';
import {word} from '../../../helpers/words.js';

const good = word('good', 0.4, 0.7);
const morning = word('morning', 0.7, 1.1);

const at = (audioSeconds: number, words: Hypothesis['words'] = [], isSettled = false): Hypothesis => ({
	audioSeconds,
	words,
	isSettled,
});

describe('before either is chosen', () => {
	it('the clock goes on with the known side, without words and unsettled', () => {
		const contest = createContest();
		expect(contest.hear('known', {...at(0.1), silenceSeconds: 0.1})).toEqual([
			{...at(0.1), silenceSeconds: 0.1},
		]);
		expect(contest.hear('known', at(0.2, [], true))).toEqual([at(0.2)]);
		expect(contest.chosen()).toBeUndefined();
	});

	it('nothing of the general side is said, neither open nor settled', () => {
		const contest = createContest();
		expect(contest.hear('general', at(1, [good]))).toEqual([]);
		expect(contest.hear('general', at(2.4, [good, morning], true))).toEqual([]);
		expect(contest.chosen()).toBeUndefined();
	});
});

describe('the known side', () => {
	it('is chosen by its first word, and the other one is not heard any more', () => {
		const contest = createContest();
		contest.hear('general', at(1, [good]));
		expect(contest.hear('known', at(1.1, [morning]))).toEqual([at(1.1, [morning])]);
		expect(contest.chosen()).toBe('known');
		expect(contest.hear('general', at(3, [good]))).toEqual([]);
		expect(contest.leave('general')).toEqual([]);
		expect(contest.hear('known', at(3, [morning]))).toEqual([at(3, [morning])]);
	});
});

describe('the general side', () => {
	it('is chosen 1.5 s of audio after its first word, and not before', () => {
		const contest = createContest();
		expect(contest.hear('general', at(5))).toEqual([]);
		expect(contest.hear('general', at(6, [good]))).toEqual([]);
		expect(contest.hear('general', at(7.4, [good]))).toEqual([]);
		expect(contest.hear('general', at(7.5, [good, morning]))).toEqual([at(7.5, [good, morning])]);
		expect(contest.chosen()).toBe('general');
		expect(contest.hear('known', at(8, [word('late', 7, 7.5)]))).toEqual([]);
	});

	it('is chosen when the known one leaves, and says what was held back', () => {
		const contest = createContest();
		contest.hear('general', at(1, [good]));
		expect(contest.leave('known')).toEqual([at(1, [good])]);
		expect(contest.chosen()).toBe('general');
	});

	it('says words that had settled as settled, and the others after them', () => {
		const contest = createContest();
		contest.hear('general', at(1, [good], true));
		contest.hear('general', at(1.5, [], true));
		contest.hear('general', at(1.6, [morning]));
		expect(contest.leave('known')).toEqual([at(1.6, [good], true), at(1.6, [morning])]);
	});

	it('ends settled where it had ended before it was chosen', () => {
		const contest = createContest();
		contest.hear('general', at(1, [good], true));
		contest.leave('general');
		expect(contest.leave('known')).toEqual([at(1, [good], true)]);
		const silent = createContest();
		silent.hear('general', at(1, [], true));
		expect(silent.leave('known')).toEqual([at(1, [], true)]);
	});

	it('never turns the clock back', () => {
		const contest = createContest();
		contest.hear('known', at(2));
		contest.hear('general', at(1.8, [good]));
		expect(contest.leave('known')).toEqual([at(2, [good])]);
		expect(contest.hear('general', at(1.9, [good]))).toEqual([at(2, [good])]);
		expect(contest.hear('general', at(2.1, [good]))).toEqual([at(2.1, [good])]);
	});
});
