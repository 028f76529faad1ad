import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {toFrames} from '../../../source/audio/microphone/frames.js';
import {collect} from '../../helpers/collect.js';
import {sine} from '../../helpers/signals.js';
import {likeness} from '../../helpers/speech.js';

const bytesOf = (samples: Int16Array): Uint8Array => new Uint8Array(samples.buffer);

/**
The frames of pieces that arrive at these times.
*/
const framesOf = async (
	pieces: ReadonlyArray<readonly [arrivedMs: number, bytes: Uint8Array]>,
	{sampleRateHz = 16_000, channelCount = 1} = {},
) => {
	let nowMs = 0;
	const arriving = async function* () {
		for (const [arrivedMs, bytes] of pieces) {
			nowMs = arrivedMs;
			yield bytes;
		}
	};

	const input = {pieces: arriving(), sampleRateHz, channelCount};
	const {items} = await collect(toFrames(input, () => nowMs));
	const bytes = Buffer.concat(items.map(frame => frame.bytes));
	return {frames: items, samples: new Int16Array(new Uint8Array(bytes).buffer)};
};

describe('toFrames', () => {
	it('leaves samples as they are, however the pieces are cut', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.int16Array({minLength: 512, maxLength: 3000}),
				fc.array(fc.integer({min: 1, max: 4000}), {maxLength: 20}),
				async (samples, sizes) => {
					const bytes = bytesOf(samples);
					const pieces: Array<readonly [number, Uint8Array]> = [];
					let start = 0;
					for (const size of [...sizes, bytes.length]) {
						pieces.push([start, bytes.slice(start, start + size)]);
						start += size;
					}

					const {frames, samples: heard} = await framesOf(pieces);
					expect(frames.every(frame => frame.bytes.length === 1024)).toBe(true);
					expect(heard).toEqual(samples.slice(0, samples.length - (samples.length % 512)));
				},
			),
			{numRuns: 50},
		);
	});

	it('says of each frame when its last sample was captured: the arrival less what is behind it', async () => {
		const {frames} = await framesOf([
			[100, new Uint8Array(1024)],
			[196, new Uint8Array(3 * 1024)],
			[212, new Uint8Array(512)],
			[228, new Uint8Array(512)],
		]);
		expect(frames.map(({capturedMs}) => capturedMs)).toEqual([100, 132, 164, 196, 228]);
	});

	it('never goes back in time, even where a late piece is followed by one in time', async () => {
		const {frames} = await framesOf([
			[200, new Uint8Array(1024)],
			[201, new Uint8Array(2 * 1024)],
		]);
		expect(frames.map(({capturedMs}) => capturedMs)).toEqual([200, 200, 201]);
	});

	it('mixes two channels at 48 kHz down to one at 16 kHz', async () => {
		const tone = sine(440, {sampleRateHz: 48_000, sampleCount: 48_000, amplitude: 0.5});
		const stereo = Int16Array.from({length: 2 * tone.length}, (_, index) =>
			index % 2 === 0 ? Math.round((tone[index / 2] ?? 0) * 32_768) : 0,
		);
		const {samples} = await framesOf([[1000, bytesOf(stereo)]], {sampleRateHz: 48_000, channelCount: 2});
		const wanted = sine(440, {sampleRateHz: 16_000, sampleCount: samples.length, amplitude: 0.25});
		expect(
			likeness(
				samples,
				Int16Array.from(wanted, sample => sample * 32_768),
			),
		).toBeGreaterThan(0.999);
		expect(Math.max(...samples) / 32_768).toBeCloseTo(0.25, 2);
	});
});
