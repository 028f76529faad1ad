import {describe, expect, it} from 'vitest';
import {capturedAtMs, withChunk, withoutBefore} from '../../source/core/capture-times.js';

const chunk = (startSeconds: number, endSeconds: number, capturedMs: number) => ({
	startSeconds,
	endSeconds,
	capturedMs,
});

describe('capturedAtMs', () => {
	it('counts back from the end of the chunk that holds the instant', () => {
		const times = withChunk([], chunk(0, 0.5, 1500));
		expect(capturedAtMs(times, 0.5)).toBe(1500);
		expect(capturedAtMs(times, 0.2)).toBe(1200);
	});

	it('knows nothing of audio that has not been sent', () => {
		expect(capturedAtMs(withChunk([], chunk(0, 0.5, 500)), 0.6)).toBeUndefined();
	});

	it('allows for an end that the engine rounded up past the last sample', () => {
		expect(capturedAtMs(withChunk([], chunk(0, 0.5, 500)), 0.51)).toBe(510);
	});

	it('follows a microphone that stalls', () => {
		const times = withChunk(withChunk([], chunk(0, 0.1, 100)), chunk(0.1, 0.2, 700));
		expect(capturedAtMs(times, 0.1)).toBe(100);
		expect(capturedAtMs(times, 0.15)).toBeCloseTo(650);
	});

	it('keeps one stretch for an evenly paced file', () => {
		let times = withChunk([], chunk(0, 0.04, 140));
		for (let index = 1; index < 1000; index++) {
			times = withChunk(times, chunk(index * 0.04, (index + 1) * 0.04, 100 + (index + 1) * 40));
		}

		expect(times).toHaveLength(1);
		expect(capturedAtMs(times, 20)).toBeCloseTo(20_100);
	});

	it('forgets what lies before the finals, but never the newest stretch', () => {
		const times = withChunk(withChunk([], chunk(0, 0.1, 100)), chunk(0.1, 0.2, 700));
		expect(withoutBefore(times, 0.15)).toHaveLength(1);
		expect(withoutBefore(times, 9)).toHaveLength(0);
	});

	it('keeps the latest, and no more than a bounded number, where nothing becomes final', () => {
		let times = withChunk([], chunk(0, 0.1, 100));
		for (let index = 1; index < 20_100; index++) {
			times = withChunk(times, chunk(index / 10, (index + 1) / 10, (index + 1) * 100 + (index % 2)));
		}

		expect(times).toHaveLength(20_000);
		expect(capturedAtMs(times, 2010)).toBe(2_010_001);
	});
});
