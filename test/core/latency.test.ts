import {describe, expect, it} from 'vitest';
import {AppendList} from '../../source/core/append-list.js';
import {percentile, summariseLatencies} from '../../source/core/latency.js';

const upTo = (count: number) => AppendList.from(Array.from({length: count}, (_, index) => index + 1));

describe('summariseLatencies', () => {
	it('has the median, the 95th percentile, the maximum and the count', () => {
		expect(summariseLatencies(upTo(101))).toEqual({p50: 51, p95: 96, max: 101, count: 101});
	});

	it('shows no 95th percentile under 20 words', () => {
		expect(summariseLatencies(upTo(19))).not.toHaveProperty('p95');
		expect(summariseLatencies(upTo(20))).toHaveProperty('p95');
	});

	it('says nothing without words', () => {
		expect(summariseLatencies(AppendList.from())).toBeUndefined();
	});

	it('does not care in which order the words came', () => {
		expect(summariseLatencies(AppendList.from([30, 10, 20]))).toEqual({p50: 20, max: 30, count: 3});
	});
});

describe('percentile', () => {
	it('lies between the two nearest ranks', () => {
		expect(percentile([10, 20], 0.5)).toBe(15);
		expect(percentile([10, 20, 30, 40], 0.25)).toBe(17.5);
		expect(percentile([7], 0.95)).toBe(7);
	});
});
