import {describe, expect, it} from 'vitest';
import {
	dueCount,
	dueSeconds,
	earliestFinalSeconds,
	finalSeconds,
	onTimeGrid,
} from '../../../source/local/real-time/finaliser-timing.js';
import {mark, word} from '../../helpers/words.js';

const settings = {
	maxDelaySeconds: 2,
	maxDelayMode: 'fixed',
	enablePartials: true,
	endOfUtteranceSilenceSeconds: 0,
} as const;

describe('onTimeGrid', () => {
	it('rounds to multiples of 0.04 that two decimals hold', () => {
		expect([0, 0.01, 0.02, 0.633, 1.035, 38.117].map(onTimeGrid)).toEqual([0, 0, 0.04, 0.64, 1.04, 38.12]);
		for (let step = 0; step < 2000; step++) {
			expect(String(onTimeGrid(step * 0.04)).split('.')[1]?.length ?? 0).toBeLessThanOrEqual(2);
		}
	});
});

describe('when a word becomes final', () => {
	it('is a tick of 0.36 s, the last that keeps the maximum delay with 0.1 s to spare', () => {
		expect(dueSeconds(1, 2)).toBeCloseTo(2.88, 6); // 3.24 would be too late for 2.9.
		for (let end = 0; end < 5; end += 0.04) {
			const delay = dueSeconds(end, 2) - end;
			expect(delay).toBeGreaterThan(1.9 - 0.36 - 1e-5);
			expect(delay).toBeLessThanOrEqual(1.9 + 1e-5);
			expect(dueSeconds(end, 2)).toBeGreaterThan(earliestFinalSeconds(end, 2) - 1e-5);
		}
	});

	it('is not before it shows', () => {
		expect(finalSeconds(1.4, 1, 0.7)).toBeCloseTo(1.44, 6);
		expect(finalSeconds(1.45, 1, 0.7)).toBe(1.45);
	});
});

describe('dueCount', () => {
	const words = [word('a', 0, 1), mark(',', 1), word('b', 1, 1.4), word('c', 1.4, 3)];

	it('counts the words that are due, with the marks after them', () => {
		expect(dueCount(words, 2.87, settings)).toBe(0);
		expect(dueCount(words, 2.88, settings)).toBe(2);
		expect(dueCount(words, 3.24, settings)).toBe(3);
		expect(dueCount([], 9, settings)).toBe(0);
	});

	const date = [word('March', 0, 0.4), word('14th', 0.4, 1), word('2027', 1.1, 2), word('or', 2, 2.2)];

	it('keeps the words of a number together in flexible mode', () => {
		expect(dueCount(date, 3.24, {...settings, maxDelayMode: 'flexible'})).toBe(1);
		expect(dueCount(date, 3.6, {...settings, maxDelayMode: 'flexible'})).toBe(3);
	});

	it('does not wait in fixed mode, nor for a number that is not spoken in one go', () => {
		expect(dueCount(date, 3.24, settings)).toBe(2);
		const apart = [word('14', 0, 1), word('20', 1.5, 3)];
		expect(dueCount(apart, 2.88, {...settings, maxDelayMode: 'flexible'})).toBe(1);
	});
});
