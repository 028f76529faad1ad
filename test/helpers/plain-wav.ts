import type {AudioDecoder} from '../../source/core/audio-decoder.js';
import {ProblemError} from '../../source/core/problem.js';

const sampleRateHz = 16_000;

/**
A 16 kHz s16le WAV file of whole channels, which must be of one length.
*/
export const wavFile = (...channels: readonly Int16Array[]): Uint8Array<ArrayBuffer> => {
	const frameCount = channels[0]?.length ?? 0;
	const dataBytes = frameCount * channels.length * 2;
	const file = Buffer.alloc(44 + dataBytes);
	file.write('RIFF', 0);
	file.writeUInt32LE(36 + dataBytes, 4);
	file.write('WAVEfmt ', 8);
	file.writeUInt32LE(16, 16);
	file.writeUInt16LE(1, 20);
	file.writeUInt16LE(channels.length, 22);
	file.writeUInt32LE(sampleRateHz, 24);
	file.writeUInt32LE(sampleRateHz * channels.length * 2, 28);
	file.writeUInt16LE(channels.length * 2, 32);
	file.writeUInt16LE(16, 34);
	file.write('data', 36);
	file.writeUInt32LE(dataBytes, 40);
	for (let frame = 0; frame < frameCount; frame++) {
		for (const [index, channel] of channels.entries()) {
			file.writeInt16LE(channel[frame] ?? 0, 44 + (frame * channels.length + index) * 2);
		}
	}

	return new Uint8Array(file);
};

/**
A tone from one instant to another, and silence around it.
*/
export const tone = (durationSeconds: number, fromSeconds = 0, toSeconds = durationSeconds): Int16Array =>
	Int16Array.from({length: Math.round(durationSeconds * sampleRateHz)}, (_, index) => {
		const seconds = index / sampleRateHz;
		return seconds >= fromSeconds && seconds < toSeconds ? 1000 + Math.round(500 * Math.sin(index / 10)) : 0;
	});

/**
Decodes only what {@link wavFile} makes.
*/
export const plainWavDecoder: AudioDecoder = {
	async *decodeFile(bytes, layout) {
		let rest: Buffer = Buffer.alloc(0);
		let channelCount = 0;
		for await (const chunk of bytes) {
			rest = Buffer.concat([rest, chunk]);
			if (channelCount === 0 && rest.length >= 44) {
				if (rest.toString('latin1', 0, 4) !== 'RIFF') {
					break;
				}

				channelCount = rest.readUInt16LE(22);
				rest = rest.subarray(44);
			}

			if (channelCount > 0) {
				const frameCount = Math.floor(rest.length / (2 * channelCount));
				const channels = deinterleave(rest, channelCount, frameCount);
				rest = rest.subarray(frameCount * channelCount * 2);
				if (frameCount > 0) {
					yield layout === 'channels' ? channels : [mix(channels)];
				}
			}
		}

		if (channelCount === 0) {
			throw new ProblemError({
				kind: 'bad-input',
				message: 'This is not a WAV file.',
				nextStep: 'Send one.',
			});
		}
	},

	async *decodeRaw(bytes) {
		for await (const chunk of bytes) {
			yield new Int16Array(chunk.slice().buffer);
		}
	},
};

const deinterleave = (bytes: Buffer, channelCount: number, frameCount: number): readonly Int16Array[] =>
	Array.from({length: channelCount}, (_, channel) =>
		Int16Array.from({length: frameCount}, (__, frame) =>
			bytes.readInt16LE((frame * channelCount + channel) * 2),
		),
	);

const mix = (channels: readonly Int16Array[]): Int16Array =>
	Int16Array.from({length: channels[0]?.length ?? 0}, (_, frame) =>
		Math.round(channels.reduce((sum, channel) => sum + (channel[frame] ?? 0), 0) / channels.length),
	);
