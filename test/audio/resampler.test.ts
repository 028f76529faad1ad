import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createResampler, type Resampler} from '../../source/audio/resampler.js';
import {signalToNoiseDb, sine} from '../helpers/signals.js';

const resample = (resampler: Resampler, pieces: readonly Float32Array[]): Float32Array =>
	Float32Array.from(
		[...pieces.map(piece => resampler.push(piece)), resampler.flush()].flatMap(part => [...part]),
	);

const cut = (samples: Float32Array, sizes: readonly number[]): readonly Float32Array[] => {
	const pieces: Float32Array[] = [];
	let start = 0;
	for (const size of sizes) {
		pieces.push(samples.subarray(start, start + size));
		start += size;
	}

	return [...pieces, samples.subarray(start)];
};

const rates = [8000, 11_025, 22_050, 44_100, 48_000, 96_000];

describe('createResampler', () => {
	it.each(rates)('gives as much sound at 16 kHz as there was at %i Hz', rateHz => {
		for (const sampleCount of [1, 7, 100, rateHz, rateHz + 1]) {
			const output = resample(createResampler(rateHz, 16_000), [new Float32Array(sampleCount)]);
			expect(output).toHaveLength(Math.round((sampleCount * 16_000) / rateHz));
		}
	});

	it.each(rates)('puts every sample of a 1 kHz tone at %i Hz in its place, 70 dB over the error', rateHz => {
		const input = sine(1000, {sampleRateHz: rateHz, sampleCount: rateHz});
		const wanted = sine(1000, {sampleRateHz: 16_000, sampleCount: 16_000});
		const output = resample(createResampler(rateHz, 16_000), [input]);

		// The first and last few milliseconds border on silence, which the tone does not go on into.
		expect(signalToNoiseDb(output, wanted, 100, 15_900)).toBeGreaterThan(70);
	});

	it.each([8500, 10_000, 15_000, 16_000, 23_000])(
		'does not let %i Hz, which 16 kHz cannot hold, fold back: it is 70 dB down',
		frequencyHz => {
			const input = sine(frequencyHz, {sampleRateHz: 48_000, sampleCount: 48_000});
			const output = resample(createResampler(48_000, 16_000), [input]).subarray(100, 15_900);
			const energy = output.reduce((sum, sample) => sum + sample ** 2, 0) / output.length;
			expect(10 * Math.log10(energy / 0.125)).toBeLessThan(-70);
		},
	);

	it('keeps a 6.9 kHz tone as loud as it was, within 0.05 dB', () => {
		const input = sine(6900, {sampleRateHz: 48_000, sampleCount: 48_000});
		const output = resample(createResampler(48_000, 16_000), [input]).subarray(100, 15_900);
		const energy = output.reduce((sum, sample) => sum + sample ** 2, 0) / output.length;
		expect(Math.abs(10 * Math.log10(energy / 0.125))).toBeLessThan(0.05);
	});

	it('says the same however the audio is cut into pieces', () => {
		const input = sine(440, {sampleRateHz: 44_100, sampleCount: 3000});
		const whole = resample(createResampler(44_100, 16_000), [input]);
		fc.assert(
			fc.property(fc.array(fc.nat(400), {maxLength: 12}), sizes => {
				expect(resample(createResampler(44_100, 16_000), cut(input, sizes))).toEqual(whole);
			}),
			{numRuns: 30},
		);
	});

	it('goes on twice from where it was cloned', () => {
		const first = sine(440, {sampleRateHz: 48_000, sampleCount: 5000});
		const second = sine(700, {sampleRateHz: 48_000, sampleCount: 5000});
		const original = createResampler(48_000, 16_000);
		const start = original.push(first);
		const clone = original.clone();
		original.push(new Float32Array(9999));

		const output = Float32Array.from([...start, ...clone.push(second), ...clone.flush()]);
		expect(output).toEqual(resample(createResampler(48_000, 16_000), [first, second]));
	});

	it('hands on audio that has the rate already, at once and untouched', () => {
		const resampler = createResampler(16_000, 16_000);
		const samples = Float32Array.of(0.1, -0.2);
		expect(resampler.push(samples)).toBe(samples);
		expect(resampler.flush()).toHaveLength(0);
	});
});
