import type {BandFrame} from './band-frames.js';
import {type KnownFrames, likelyPlaces, searchLength} from './known-frames.js';
import {fingerprint, isSound, similarity} from './match.js';

/**
A place in a known recording: the frame of it that comes next in the stream.
*/
export type Place = {readonly recording: KnownFrames; readonly nextFrame: number};

/**
The more has been heard, the less alike it has to be. Measured on the sample, with other texts by the same and by other
voices as the unknown: half a second of clean audio reaches 0.85 at the worst offset between two frames, of a 6 kbit/s
Opus file 0.79, of speech over loud noise 0.57; half a second of another voice 0.82, one second 0.76, 1.5 s 0.59.
*/
const evidence = [
	{frameCount: 50, leastSimilarity: 0.87},
	{frameCount: 70, leastSimilarity: 0.83},
	{frameCount: 100, leastSimilarity: 0.79},
	{frameCount: 150, leastSimilarity: 0.68},
	{frameCount: 250, leastSimilarity: 0.55},
] as const;

/**
How many places are looked at closely.
*/
const candidateCount = 3;

/**
Finds the last frames of a stream in what is known.

@returns Nothing while there is too little sound, or none that is known.
*/
export const findPlace = (
	stream: readonly BandFrame[],
	library: readonly KnownFrames[],
): Place | undefined => {
	const soundCount = stream.slice(-searchLength).filter(isSound).length;
	const print = fingerprint(stream, stream.length - searchLength, searchLength);
	if (soundCount < searchLength * 0.8 || !print) {
		return undefined;
	}

	const prints = evidence.map(({frameCount, leastSimilarity}) => ({
		frameCount,
		leastSimilarity,
		print: fingerprint(stream, stream.length - frameCount, frameCount),
	}));
	const margin = ({frames}: KnownFrames, nextFrame: number): number =>
		Math.max(
			...prints.map(({frameCount, leastSimilarity, print}) => {
				const known = fingerprint(frames, nextFrame - frameCount, frameCount);
				return similarity(print, known) - leastSimilarity;
			}),
		);

	let best: Place | undefined;
	let bestMargin = 0;
	for (const recording of library) {
		for (const likely of likelyPlaces(print, recording, candidateCount)) {
			for (const at of [likely - 1, likely, likely + 1]) {
				const nextFrame = at + searchLength;
				const found = margin(recording, nextFrame);
				if (found > bestMargin) {
					best = {recording, nextFrame};
					bestMargin = found;
				}
			}
		}
	}

	return best;
};
