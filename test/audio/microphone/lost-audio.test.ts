import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createLostAudio} from '../../../source/audio/microphone/lost-audio.js';

const frameMs = 32;

/**
What is known to be lost after frames that arrive this much later than frames without a gap would.
*/
const lostAfter = (...latenessesMs: readonly number[]): number => {
	const lostAudio = createLostAudio();
	for (const [index, latenessMs] of latenessesMs.entries()) {
		lostAudio.hear(index * frameMs + latenessMs);
	}

	return Math.round(lostAudio.seconds() * 1000);
};

const frames = (count: number, latenessMs: number): readonly number[] => Array(count).fill(latenessMs);

describe('lost audio', () => {
	it('is what the audio stays behind by', () => {
		expect(lostAfter(...frames(100, 20), ...frames(100, 520))).toBe(500);
	});

	it('adds up', () => {
		expect(lostAfter(...frames(100, 20), ...frames(100, 220), ...frames(100, 320))).toBe(300);
	});

	it('is nothing where the audio was only late, even for a second and more', () => {
		const backlog = Array.from({length: 60}, (_, index) => 60 * frameMs - index * frameMs);
		expect(lostAfter(...frames(100, 20), ...backlog, ...frames(100, 20))).toBe(0);
	});

	it('is nothing where a device starts late and then catches up', () => {
		expect(lostAfter(...frames(40, 900), ...frames(100, 20))).toBe(0);
	});

	it('is nothing where a clock is slow by 300 parts in a million for an hour', () => {
		expect(lostAfter(...Array.from({length: 112_500}, (_, index) => index * frameMs * 300e-6))).toBe(0);
	});

	it('is found under any jitter of up to 30 ms', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(30), {minLength: 300, maxLength: 300}),
				fc.integer({min: 100, max: 2000}),
				(jitter, lossMs) => {
					const lost = lostAfter(...jitter.map((ms, index) => ms + (index < 150 ? 0 : lossMs)));
					expect(Math.abs(lost - lossMs)).toBeLessThanOrEqual(30);
				},
			),
		);
	});
});
