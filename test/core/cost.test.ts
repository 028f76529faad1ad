import {describe, expect, it} from 'vitest';
import {costUsd, findPrice, type Price} from '../../source/core/cost.js';

const price = (usdPerHour: number, model = 'enhanced'): Price => ({
	mode: 'batch',
	model,
	usdPerHour,
	date: '2026-09-05',
	source: 'a test',
});

describe('costUsd', () => {
	it('is to the exact second, without a minimum', () => {
		expect(costUsd(3600, 0.4)).toBe(0.4);
		expect(costUsd(41.2, 0.4)).toBeCloseTo(0.004_577_8, 7);
		expect(costUsd(0, 0.4)).toBe(0);
	});
});

describe('findPrice', () => {
	it('takes the last one of a mode and model, so that the user’s own count', () => {
		expect(findPrice([price(0.4), price(0.3)], 'batch', 'enhanced')?.usdPerHour).toBe(0.3);
	});

	it('has none for a model without a price', () => {
		expect(findPrice([price(0.4)], 'batch', 'melia-1')).toBeUndefined();
		expect(findPrice([price(0.4)], 'real-time', 'enhanced')).toBeUndefined();
	});
});
