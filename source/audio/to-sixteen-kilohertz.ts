import {sampleRateHz} from '../core/audio-source.js';
import type {DecodedBlock} from './decoded-block.js';
import {createResampler, type Resampler} from './resampler.js';

/**
Decoded audio as 16 kHz, 16-bit samples: mixed down to one channel, or channel by channel.

@returns One array a channel. The number of channels can grow from one to two within a recording: some decoders tell a
mono file from a stereo one only by whether the channels differ. The second one was the same as the first until then.
*/
export async function* toSixteenKilohertz(
	blocks: AsyncIterable<DecodedBlock>,
	layout: 'mono' | 'channels',
): AsyncGenerator<readonly Int16Array[], void> {
	let rateHz = 0;
	let resamplers: Resampler[] = [];
	for await (const block of blocks) {
		// A stream of several parts, as Ogg allows, may change its rate.
		if (block.sampleRateHz !== rateHz) {
			yield* nonEmpty(resamplers.map(resampler => resampler.flush()));
			rateHz = block.sampleRateHz;
			resamplers = [createResampler(rateHz, sampleRateHz)];
		}

		const channels = layout === 'mono' ? [mixDown(block.channels)] : block.channels;
		const [first] = resamplers;
		while (first && resamplers.length < channels.length) {
			resamplers.push(first.clone());
		}

		yield* nonEmpty(
			resamplers.map((resampler, index) => resampler.push((channels[index] ?? channels[0]) as Float32Array)),
		);
	}

	yield* nonEmpty(resamplers.map(resampler => resampler.flush()));
}

/**
The mean of the channels, which cannot clip.
*/
const mixDown = (channels: readonly Float32Array[]): Float32Array => {
	const [first, ...others] = channels;
	if (!first || others.length === 0) {
		return first ?? new Float32Array(0);
	}

	return first.map((sample, index) => {
		let sum = sample;
		for (const channel of others) {
			sum += channel[index] as number;
		}

		return sum / channels.length;
	});
};

/**
Samples from −1 to 1 as 16 bits. What is louder is cut off at the limit.
*/
const toInt16 = (samples: Float32Array): Int16Array =>
	Int16Array.from(samples, sample =>
		Math.max(-(2 ** 15), Math.min(2 ** 15 - 1, Math.round(sample * 2 ** 15))),
	);

const nonEmpty = (channels: readonly Float32Array[]): ReadonlyArray<readonly Int16Array[]> =>
	channels[0]?.length ? [channels.map(samples => toInt16(samples))] : [];
