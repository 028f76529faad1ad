import {bytesPerSample, bytesPerSecond, sampleRateHz} from '../core/audio-source.js';

/**
The bytes before the samples in the WAV files that Duet writes.
*/
export const wavHeaderBytes = 44;

/**
The header of a WAV file of 16 kHz mono s16le samples.

@param dataBytes - How many bytes of samples follow. More than the format can say (4 GiB, 37 hours) is written as the
largest number it can.
*/
export const wavHeader = (dataBytes: number): Uint8Array => {
	const header = new Uint8Array(wavHeaderBytes);
	const view = new DataView(header.buffer);
	const writeText = (text: string, offset: number) => header.set(new TextEncoder().encode(text), offset);
	writeText('RIFF', 0);
	view.setUint32(4, Math.min(dataBytes + wavHeaderBytes - 8, largestSize), true);
	writeText('WAVEfmt ', 8);
	view.setUint32(16, 16, true); // Length of the format chunk.
	view.setUint16(20, wavFormats.pcm, true);
	view.setUint16(22, 1, true); // Channels.
	view.setUint32(24, sampleRateHz, true);
	view.setUint32(28, bytesPerSecond, true);
	view.setUint16(32, bytesPerSample, true); // Bytes of a frame.
	view.setUint16(34, bytesPerSample * 8, true);
	writeText('data', 36);
	view.setUint32(40, Math.min(dataBytes, largestSize), true);
	return header;
};

/**
What the header of a WAV file says.
*/
export type WavHeader = {
	/**
	One of {@link wavFormats}, or a number that Duet does not know. `WAVE_FORMAT_EXTENSIBLE` is resolved already.
	*/
	readonly format: number;
	readonly channelCount: number;
	readonly sampleRateHz: number;
	readonly bitsPerSample: number;

	/**
	Where the samples start.
	*/
	readonly dataOffset: number;

	/**
	How many bytes of samples are promised; missing where the file was written as a stream, by a program that did not
	know it yet.
	*/
	readonly dataBytes?: number;
};

/**
Numbers of the encodings in WAV files, from the registry in RFC 2361.
*/
export const wavFormats = {pcm: 1, microsoftAdpcm: 2, float: 3, aLaw: 6, muLaw: 7, imaAdpcm: 0x11} as const;

/**
Reads the chunks up to the one with the samples. Also reads RF64, the form for files of more than 4 GiB.

@param bytes - The file from its start, as far as it is known.
@returns Nothing as long as the samples are out of sight.
*/
export const parseWavHeader = (bytes: Uint8Array): WavHeader | undefined => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let format: Pick<WavHeader, 'format' | 'channelCount' | 'sampleRateHz' | 'bitsPerSample'> | undefined;
	let largeDataBytes: number | undefined;
	let offset = 12; // After `RIFF`, the file's length and `WAVE`.
	while (offset + 8 <= bytes.length) {
		const name = fourCharacters(bytes, offset);
		const size = view.getUint32(offset + 4, true);
		const start = offset + 8;
		if (name === 'data') {
			const dataBytes = size === largestSize ? largeDataBytes : isPlaceholder(size) ? undefined : size;
			return format && {...format, dataOffset: start, ...(dataBytes !== undefined && {dataBytes})};
		}

		if (name === 'fmt ' && size >= 16 && start + size <= bytes.length) {
			const isExtensible = view.getUint16(start, true) === 0xff_fe && size >= 26;
			format = {
				format: view.getUint16(isExtensible ? start + 24 : start, true),
				channelCount: view.getUint16(start + 2, true),
				sampleRateHz: view.getUint32(start + 4, true),
				bitsPerSample: view.getUint16(start + 14, true),
			};
		} else if (name === 'ds64' && start + 16 <= bytes.length) {
			largeDataBytes = Number(view.getBigUint64(start + 8, true));
		}

		offset = start + size + (size % 2); // Chunks start at even places.
	}

	return undefined;
};

/**
The name of a chunk or box: four bytes that are letters.
*/
export const fourCharacters = (bytes: Uint8Array, offset: number): string =>
	String.fromCharCode(...bytes.subarray(offset, offset + 4));

const largestSize = 0xff_ff_ff_ff;

/**
What programs write for a length that they do not know yet and cannot go back to: nothing, or the most that the samples
may have. FFmpeg writes the largest number, arecord two gigabytes, sox a little less, in whole frames.
*/
const isPlaceholder = (size: number): boolean =>
	size === 0 || size === largestSize || (size >= 0x7f_ff_00_00 && size <= 0x80_00_00_00);
