import {describe, expect, it} from 'vitest';
import {parseWavHeader, wavHeader, wavHeaderBytes} from '../../source/audio/wav.js';
import {encodedWav, wavChunk, wavEncodings} from '../helpers/wav-file.js';

describe('wavHeader', () => {
	it('says 16 kHz, mono, 16 bits, and how many bytes follow', () => {
		expect(parseWavHeader(wavHeader(32_000))).toEqual({
			format: 1,
			channelCount: 1,
			sampleRateHz: 16_000,
			bitsPerSample: 16,
			dataOffset: wavHeaderBytes,
			dataBytes: 32_000,
		});
	});

	it('states the length of the file without its first eight bytes', () => {
		expect(Buffer.from(wavHeader(1000)).readUInt32LE(4)).toBe(1000 + 44 - 8);
	});
});

describe('parseWavHeader', () => {
	const samples = [[0, 0.5]];

	it('finds the samples behind other chunks, whose odd lengths are filled up', () => {
		const chunksBefore = wavChunk('LIST', new Uint8Array(7));
		expect(parseWavHeader(encodedWav(samples, {chunksBefore}))).toMatchObject({
			dataOffset: 36 + 16 + 8,
			dataBytes: 4,
		});
	});

	it('looks through WAVE_FORMAT_EXTENSIBLE at the encoding inside', () => {
		const file = encodedWav(samples, {isExtensible: true, encoding: wavEncodings.f32});
		expect(parseWavHeader(file)).toMatchObject({format: 3, bitsPerSample: 32});
	});

	it.each([
		0,
		0x7f_ff_f0_00, // sox, 16 bits
		0x7f_ff_ef_fc, // sox, 24 bits in stereo
		0x80_00_00_00, // arecord
		0xff_ff_ff_ff, // FFmpeg
	])('knows no length where a program that streamed wrote %i', promisedBytes => {
		expect(parseWavHeader(encodedWav(samples, {promisedBytes}))?.dataBytes).toBeUndefined();
	});

	it('takes the length from the ds64 chunk of a file of more than 4 GiB', () => {
		const sizes = Buffer.alloc(28);
		sizes.writeBigUInt64LE(5_000_000_000n, 8);
		const file = encodedWav(samples, {chunksBefore: wavChunk('ds64', sizes), promisedBytes: 0xff_ff_ff_ff});
		expect(parseWavHeader(file)?.dataBytes).toBe(5_000_000_000);
	});

	it('says nothing before the samples are in sight', () => {
		const file = encodedWav(samples);
		for (let length = 0; length < wavHeaderBytes; length++) {
			expect(parseWavHeader(file.subarray(0, length))).toBeUndefined();
		}
	});
});
