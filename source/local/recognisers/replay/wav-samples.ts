import {sampleRateHz} from '../../../core/audio-source.js';

/**
The samples of a WAV file that is 16 kHz mono s16le already, as the known recordings are.

@throws {TypeError} For anything else; users' files go through the decoder instead.
*/
export const wavSamples = (file: Uint8Array): Int16Array => {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const nameAt = (offset: number): string => String.fromCharCode(...file.subarray(offset, offset + 4));
	let isFormatRight = false;

	// Chunks follow the twelve bytes of the RIFF header; one of odd length is padded.
	for (let offset = 12; offset + 8 <= file.length; ) {
		const length = view.getUint32(offset + 4, true);
		const start = offset + 8;
		if (nameAt(offset) === 'fmt ') {
			const channelCount = view.getUint16(start + 2, true);
			const bitsPerSample = view.getUint16(start + 14, true);
			isFormatRight =
				channelCount === 1 && view.getUint32(start + 4, true) === sampleRateHz && bitsPerSample === 16;
		} else if (nameAt(offset) === 'data' && isFormatRight) {
			const sampleCount = Math.floor(Math.min(length, file.length - start) / 2);
			return Int16Array.from({length: sampleCount}, (_, index) => view.getInt16(start + index * 2, true));
		}

		offset = start + length + (length % 2);
	}

	throw new TypeError('not a 16 kHz mono 16-bit WAV file');
};
