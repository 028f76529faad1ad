import {type BandFrame, bandCount, createBandMeter} from './band-frames.js';
import type {KnownAudio} from './known-audio.js';
import {usefulRangeDb} from './match.js';

/**
A known recording, ready to be searched.
*/
export type KnownFrames = {
	readonly known: KnownAudio;
	readonly frames: readonly BandFrame[];

	/**
	All bands of all frames, one frame after the other.
	*/
	readonly bands: Float32Array;

	/**
	For each frame, how much the {@link searchLength} frames from there vary, to divide by.
	*/
	readonly norms: Float32Array;
};

/**
How many frames are looked for: half a second, so that the first word is not late.
*/
export const searchLength = 50;

/**
Only every other place is tried; the frames overlap by half, so the best place is not missed.
*/
const searchStep = 2;

/**
Measures a known recording once, for all streams.
*/
export const measureKnownAudio = (known: KnownAudio): KnownFrames => {
	const frames = createBandMeter()(known.samples);
	const bands = Float32Array.from(frames.flatMap(frame => [...frame.bands]));
	const quietestDb = bands.reduce((loudest, value) => Math.max(loudest, value), -200) - usefulRangeDb;
	for (const [index, value] of bands.entries()) {
		bands[index] = Math.max(value, quietestDb);
	}

	const norms = Float32Array.from({length: Math.max(0, frames.length - searchLength + 1)}, (_, at) =>
		variation(bands, at),
	);
	return {known, frames, bands, norms};
};

/**
The length that the fingerprint of the frames from there has before it is made 1.
*/
const variation = (bands: Float32Array, at: number): number => {
	let total = 0;
	for (let band = 0; band < bandCount; band++) {
		let sum = 0;
		let squares = 0;
		for (let index = at * bandCount + band; index < (at + searchLength) * bandCount; index += bandCount) {
			const value = bands[index] ?? 0;
			sum += value;
			squares += value * value;
		}

		total += squares - (sum * sum) / searchLength;
	}

	return Math.sqrt(Math.max(0, total));
};

/**
Where a fingerprint of {@link searchLength} frames may be in a recording, best first. Its bands have no mean, so those
of the recording need not be taken out.
*/
export const likelyPlaces = (
	print: Float32Array,
	{bands, norms}: KnownFrames,
	count: number,
): readonly number[] => {
	let places: Array<{readonly at: number; readonly score: number}> = [];
	for (let at = 0; at < norms.length; at += searchStep) {
		const from = at * bandCount;
		let sum = 0;
		for (let index = 0; index < print.length; index++) {
			sum += (print[index] ?? 0) * (bands[from + index] ?? 0);
		}

		const score = sum / (norms[at] || 1);
		const neighbour = places.find(place => at - place.at <= searchStep * 2);
		if (score > (neighbour?.score ?? places.at(count - 1)?.score ?? 0)) {
			places = [...places.filter(place => place !== neighbour), {at, score}]
				.sort((one, other) => other.score - one.score)
				.slice(0, count);
		}
	}

	return places.map(place => place.at);
};
