import {type BandFrame, bandCount} from './band-frames.js';

/**
Sound that is this much quieter than the loudest of its surroundings says nothing: formats and lines change it freely.
*/
export const usefulRangeDb = 35;

/**
Quieter frames count as silence.
*/
const silenceDb = -60;

export const isSound = (frame: BandFrame | undefined): boolean =>
	frame !== undefined && frame.levelDb > silenceDb;

/**
What is quieter than this may be a room where nobody speaks.
*/
const roomDb = -50;

export const isLoud = (frame: BandFrame): boolean => frame.levelDb > roomDb;

/**
A stretch of frames as one vector: loudness over time in each band, with the mean of each band taken out, so that
neither gain nor the colour of a line matters, and of length 1.

@returns Nothing for frames that are missing or do not vary.
*/
export const fingerprint = (
	frames: readonly BandFrame[],
	from: number,
	count: number,
): Float32Array | undefined => {
	if (from < 0 || from + count > frames.length || count === 0) {
		return undefined;
	}

	const vector = new Float32Array(count * bandCount);
	let loudest = Number.NEGATIVE_INFINITY;
	for (let index = 0; index < count; index++) {
		const bands = frames[from + index]?.bands ?? new Float32Array(bandCount);
		vector.set(bands, index * bandCount);
		for (const value of bands) {
			loudest = Math.max(loudest, value);
		}
	}

	for (let index = 0; index < vector.length; index++) {
		vector[index] = Math.max(vector[index] ?? 0, loudest - usefulRangeDb);
	}

	let squares = 0;
	for (let band = 0; band < bandCount; band++) {
		let sum = 0;
		for (let index = band; index < vector.length; index += bandCount) {
			sum += vector[index] ?? 0;
		}

		for (let index = band; index < vector.length; index += bandCount) {
			const value = (vector[index] ?? 0) - sum / count;
			vector[index] = value;
			squares += value * value;
		}
	}

	return squares < vector.length ? undefined : vector.map(value => value / Math.sqrt(squares));
};

/**
@returns 1 for the same sound, around 0 for unrelated ones.
*/
export const similarity = (one: Float32Array | undefined, other: Float32Array | undefined): number => {
	if (!one || !other) {
		return 0;
	}

	let sum = 0;
	for (let index = 0; index < one.length; index++) {
		sum += (one[index] ?? 0) * (other[index] ?? 0);
	}

	return sum;
};
