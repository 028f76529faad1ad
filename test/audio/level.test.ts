import {describe, expect, it} from 'vitest';
import {createLevelMeter, levelOf, peakOf} from '../../source/audio/level.js';

/**
A square wave, whose root mean square is its amplitude.
*/
const square = (amplitude: number): Uint8Array =>
	new Uint8Array(
		Int16Array.from({length: 640}, (_, index) => (index % 2 === 0 ? 1 : -1) * amplitude * 32_768).buffer,
	);

describe('levelOf', () => {
	it.each([
		['silence', 0, 0],
		['−60 dB', 0.001, 0],
		['−20 dB', 0.1, 2 / 3],
		['−6 dB', 0.5, 0.9],
		['full scale', 0.9999, 1],
	])('of %s', (_, amplitude, level) => {
		expect(levelOf(square(amplitude))).toBeCloseTo(level, 2);
	});

	it('is 0 without samples', () => {
		expect(levelOf(new Uint8Array(0))).toBe(0);
	});
});

it('a peak is the loudest sample, above or below zero', () => {
	const peak = (...samples: readonly number[]) => peakOf(new Uint8Array(Int16Array.from(samples).buffer));
	expect([peak(0, 0), peak(100, -16_384, 8192), peak(-32_768), peak()]).toEqual([0, 0.5, 1, 0]);
});

it('a meter shows the loudest moment of each interval', () => {
	const meter = createLevelMeter();
	meter.hear(square(0.1));
	meter.hear(square(0.01));
	expect(meter.next().levels.map(level => level.toFixed(2))).toEqual(['0.67']);
	expect(meter.next().levels.map(level => level.toFixed(2))).toEqual(['0.67', '0.00']);
});

it('a meter tells the peak and the root mean square of each interval in decibels', () => {
	const meter = createLevelMeter();
	meter.hear(square(0.1));
	meter.hear(square(0.1));
	meter.hear(square(0));
	const {peakDb, rmsDb} = meter.next();
	expect(peakDb).toBeCloseTo(-20, 1);
	expect(rmsDb).toBeCloseTo(-20 + 10 * Math.log10(2 / 3), 1);
	expect(meter.next()).toMatchObject({
		peakDb: Number.NEGATIVE_INFINITY,
		rmsDb: Number.NEGATIVE_INFINITY,
	});
});
