import type {AudioChunk, AudioSource} from '../core/audio-source.js';
import {type Loudness, noLoudness} from '../core/live-input.js';

/**
How loud a piece of audio is: 0 at −60 dB full scale and below, 1 at full scale, even in decibels between them.

@param bytes - 16 kHz mono s16le.
*/
export const levelOf = (bytes: Uint8Array): number => levelFrom(measure(bytes));

const levelFrom = ({squares, sampleCount}: Measured): number =>
	sampleCount === 0 ? 0 : Math.max(0, Math.min(1, 1 + decibels(squares / sampleCount) / 60));

/**
The loudest sample of a piece of audio, from 0 to 1 at full scale.

@param bytes - 16 kHz mono s16le.
*/
export const peakOf = (bytes: Uint8Array): number => measure(bytes).peak;

type Measured = {readonly squares: number; readonly peak: number; readonly sampleCount: number};

const measure = (bytes: Uint8Array): Measured => {
	const sampleCount = Math.floor(bytes.length / 2);
	const view = new DataView(bytes.buffer, bytes.byteOffset, sampleCount * 2);
	let squares = 0;
	let peak = 0;
	for (let index = 0; index < sampleCount; index++) {
		const sample = view.getInt16(index * 2, true) / 32_768;
		squares += sample ** 2;
		peak = Math.max(peak, Math.abs(sample));
	}

	return {squares, peak, sampleCount};
};

/**
Ten times the logarithm of a mean square is twenty times that of its root.
*/
const decibels = (meanSquare: number): number => 10 * Math.log10(meanSquare);

const shownCount = 24;

/**
The loudest moment of each interval, the newest last, with the peak and the root mean square of the whole interval: `hear`
gets the audio as it passes, `next` ends an interval.
*/
export const createLevelMeter = () => {
	let loudest = 0;
	let interval: Measured = nothing;
	let shown = noLoudness;
	return {
		hear(bytes: Uint8Array) {
			const piece = measure(bytes);
			loudest = Math.max(loudest, levelFrom(piece));
			interval = {
				squares: interval.squares + piece.squares,
				peak: Math.max(interval.peak, piece.peak),
				sampleCount: interval.sampleCount + piece.sampleCount,
			};
		},
		next(): Loudness {
			const {squares, peak, sampleCount} = interval;
			shown = {
				levels: [...shown.levels, loudest].slice(-shownCount),
				peakDb: decibels(peak ** 2),
				rmsDb: decibels(sampleCount === 0 ? 0 : squares / sampleCount),
			};
			loudest = 0;
			interval = nothing;
			return shown;
		},
	};
};

const nothing: Measured = {squares: 0, peak: 0, sampleCount: 0};

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
