import {sampleRateHz} from '../../../core/audio-source.js';

/**
How loud each band is in 20 ms of audio. A frame begins every 10 ms; frame n begins at sample n × 160.
*/
export type BandFrame = {
	/**
	In decibels below full scale, one for each band.
	*/
	readonly bands: Float32Array;

	/**
	The whole frame, in decibels below full scale.
	*/
	readonly levelDb: number;
};

export const framesPerSecond = 100;
export const bandCount = 12;

/**
From 300 to 3250 Hz, closer together where speech has more to tell. Every telephone line and every lossy format keeps
these.
*/
const bandCentresHz = [300, 450, 600, 800, 1000, 1250, 1500, 1800, 2100, 2450, 2850, 3250];

const hopLength = sampleRateHz / framesPerSecond;
const frameLength = 2 * hopLength;

/**
Quieter than this is the same as nothing: rounding to 16 bits makes about as much noise.
*/
const lowestDb = -95;

const toDecibels = (power: number): number => Math.max(lowestDb, 10 * Math.log10(power + 1e-12));

const hannWindow = (index: number): number =>
	0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / frameLength);

/**
A table of one sine or cosine for each band, faded in and out.
*/
const bandTables = (wave: (radians: number) => number): readonly Float32Array[] =>
	bandCentresHz.map(centreHz =>
		Float32Array.from(
			{length: frameLength},
			(_, index) =>
				((hannWindow(index) * 2) / hopLength / 32_768) *
				wave((2 * Math.PI * centreHz * index) / sampleRateHz),
		),
	);

/**
Makes a function that takes samples as they come, in pieces of any length, and returns the frames they complete.
*/
export const createBandMeter = (): ((samples: Int16Array) => readonly BandFrame[]) => {
	const cosines = bandTables(Math.cos);
	const sines = bandTables(Math.sin);
	const buffer = new Int16Array(frameLength);
	let filled = 0;

	const projection = (table: Float32Array): number => {
		let sum = 0;
		for (let index = 0; index < frameLength; index++) {
			sum += (table[index] ?? 0) * (buffer[index] ?? 0);
		}

		return sum;
	};

	const measure = (): BandFrame => {
		const bands = Float32Array.from(cosines, (cosine, band) => {
			const real = projection(cosine);
			const imaginary = projection(sines[band] ?? cosine);
			return toDecibels(real * real + imaginary * imaginary);
		});
		let sumOfSquares = 0;
		for (const sample of buffer) {
			sumOfSquares += (sample / 32_768) ** 2;
		}

		return {bands, levelDb: toDecibels(sumOfSquares / frameLength)};
	};

	return samples => {
		const frames: BandFrame[] = [];
		let taken = 0;
		while (taken < samples.length) {
			const piece = samples.subarray(taken, taken + frameLength - filled);
			buffer.set(piece, filled);
			filled += piece.length;
			taken += piece.length;
			if (filled === frameLength) {
				frames.push(measure());
				buffer.copyWithin(0, hopLength);
				filled = hopLength;
			}
		}

		return frames;
	};
};
