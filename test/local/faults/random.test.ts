import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createRandom} from '../../../source/local/faults/random.js';

const numbers = (seed: string, count: number): readonly number[] => {
	const random = createRandom(seed);
	return Array.from({length: count}, () => random());
};

describe('createRandom', () => {
	it('gives the same numbers for the same seed, on every machine', () => {
		expect(numbers('7/0', 3)).toEqual(numbers('7/0', 3));
		expect(numbers('', 1)).toEqual([0.6112444521859288]); // As the reference implementation from 0x811C9DC5 on.
	});

	it('gives other numbers for another seed', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, other) => {
				fc.pre(one !== other);
				expect(numbers(one, 4)).not.toEqual(numbers(other, 4));
			}),
		);
	});

	it('spreads them evenly from 0 up to but without 1', () => {
		const counts = Array.from({length: 10}, () => 0);
		for (const number of numbers('even', 100_000)) {
			const tenth = Math.floor(number * 10);
			counts[tenth] = (counts[tenth] ?? 0) + 1;
		}

		expect(counts).toHaveLength(10);
		expect(Math.min(...counts)).toBeGreaterThan(9500);
		expect(Math.max(...counts)).toBeLessThan(10_500);
	});
});
