import type {IoStreamRead} from 'naudiodon';
import {describe, expect, it} from 'vitest';
import {openStream, type StreamLibrary} from '../../../source/audio/microphone/naudiodon-stream.js';

/**
The package as it is with a device that takes only some shapes.
*/
const packageFor = (isTaken: (channelCount: number, sampleRateHz: number) => boolean): StreamLibrary => ({
	SampleFormat16Bit: 16,
	AudioIO({inOptions: {channelCount = 0, sampleRate = 0}}) {
		if (!isTaken(channelCount, sampleRate)) {
			throw new Error(`Format not supported: ${channelCount} channels at ${sampleRate} Hz`);
		}

		return {} as IoStreamRead;
	},
});

const device = {number: 3, channelCount: 8, sampleRateHz: 48_000};

describe('openStream', () => {
	it.each([
		['takes everything', () => true, {channelCount: 1, sampleRateHz: 16_000}],
		['has one rate', (_: number, rate: number) => rate === 48_000, {channelCount: 1, sampleRateHz: 48_000}],
		['is stereo only', (channels: number) => channels === 2, {channelCount: 2, sampleRateHz: 48_000}],
		['gives all channels or none', (channels: number) => channels === 8, device],
	])('of a device that %s', (_, isTaken, {channelCount, sampleRateHz}) => {
		expect(openStream(packageFor(isTaken), device)).toMatchObject({channelCount, sampleRateHz});
	});

	it('gives the reason against 16 kHz mono where all is refused', () => {
		expect(() =>
			openStream(
				packageFor(() => false),
				device,
			),
		).toThrow('1 channels at 16000 Hz');
	});
});
