import {describe, expect, it} from 'vitest';
import {wordTimings} from '../../../../source/local/recognisers/replay/word-timing.js';
import {word} from '../../../helpers/words.js';

const timings = (words: ReadonlyArray<readonly [number, number]>, maxDelaySeconds = 4) =>
	wordTimings(
		words.map(([start, end]) => ({word: word('word', start, end)})),
		maxDelaySeconds,
	);

describe('wordTimings', () => {
	it('shows each word 0.30 to 0.45 s after its end, and not each after the same time', () => {
		const words = Array.from({length: 40}, (_, index) => [index, index + 0.9] as const);
		const delays = timings(words).map(({showSeconds}, index) => showSeconds - index - 0.9);
		expect(Math.min(...delays)).toBeGreaterThanOrEqual(0.3 - 1e-6);
		expect(Math.max(...delays)).toBeLessThanOrEqual(0.45 + 1e-6);
		expect(new Set(delays.map(delay => delay.toFixed(2))).size).toBeGreaterThan(10);
	});

	it('shows no word before the one before it', () => {
		const shown = timings([
			[0, 1],
			[1, 1.04],
			[1.04, 1.06],
			[1.06, 1.08],
		]).map(({showSeconds}) => showSeconds);
		expect(shown).toEqual(shown.toSorted((one, other) => one - other));
	});

	it('settles a word and its mark when the next word shows', () => {
		const [first, second] = timings([
			[0, 0.4],
			[0.4, 0.6],
		]);
		expect(first?.settleSeconds).toBe(second?.showSeconds);
		expect(first?.markSeconds).toBe(second?.showSeconds);
	});

	it('settles 0.48 s after the end before a pause, and 0.8 s after it before a long word', () => {
		const [beforePause, beforeLong, last] = timings([
			[0, 1],
			[2, 3],
			[3, 5],
		]);
		expect(beforePause?.settleSeconds).toBeCloseTo(1.48, 6);
		expect(beforeLong?.settleSeconds).toBeCloseTo(3.8, 6);
		expect(last?.settleSeconds).toBeCloseTo(5.48, 6);
	});

	it('settles in time for the maximum delay: 0.46 s before its end at the latest', () => {
		expect(
			timings(
				[
					[0, 1],
					[1, 3],
				],
				1,
			)[0],
		).toMatchObject({settleSeconds: 1.54, markSeconds: 1.54});
	});

	it('shows a word right at once, its mark later, where it becomes final as it shows', () => {
		const [first] = timings(
			[
				[0, 1],
				[2, 3],
			],
			0.7,
		);
		expect(first?.settleSeconds).toBe(first?.showSeconds);
		expect(first?.markSeconds).toBeCloseTo(1.48, 6);
	});
});
