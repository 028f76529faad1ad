import type {AudioChunk, AudioSource} from '../core/audio-source.js';

/**
How loud a piece of audio is: 0 at −60 dB full scale and below, 1 at full scale, even in decibels between them.

@param bytes - 16 kHz mono s16le.
*/
export const levelOf = (bytes: Uint8Array): number => {
	const sampleCount = Math.floor(bytes.length / 2);
	if (sampleCount === 0) {
		return 0;
	}

	const view = new DataView(bytes.buffer, bytes.byteOffset, sampleCount * 2);
	let sum = 0;
	for (let index = 0; index < sampleCount; index++) {
		sum += (view.getInt16(index * 2, true) / 32_768) ** 2;
	}

	// Ten times the logarithm of the mean square is twenty times that of its root.
	const decibels = 10 * Math.log10(sum / sampleCount);
	return Math.max(0, Math.min(1, 1 + decibels / 60));
};

/**
The loudest sample of a piece of audio, from 0 to 1 at full scale.

@param bytes - 16 kHz mono s16le.
*/
export const peakOf = (bytes: Uint8Array): number => {
	const sampleCount = Math.floor(bytes.length / 2);
	const view = new DataView(bytes.buffer, bytes.byteOffset, sampleCount * 2);
	let peak = 0;
	for (let index = 0; index < sampleCount; index++) {
		peak = Math.max(peak, Math.abs(view.getInt16(index * 2, true)));
	}

	return peak / 32_768;
};

const shownCount = 24;

/**
The loudest moment of each interval, the newest last: `hear` gets the audio as it passes, `next` ends an interval.
*/
export const createLevelMeter = () => {
	let loudest = 0;
	let shown: readonly number[] = [];
	return {
		hear(bytes: Uint8Array) {
			loudest = Math.max(loudest, levelOf(bytes));
		},
		next(): readonly number[] {
			shown = [...shown, loudest].slice(-shownCount);
			loudest = 0;
			return shown;
		},
	};
};

/**
A source whose chunks are looked at as they pass.
*/
export const watched = (source: AudioSource, onChunk: (chunk: AudioChunk) => void): AudioSource => ({
	...source,
	async *chunks(signal) {
		for await (const chunk of source.chunks(signal)) {
			onChunk(chunk);
			yield chunk;
		}
	},
});
