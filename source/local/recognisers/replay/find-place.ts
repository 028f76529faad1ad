import type {BandFrame} from './band-frames.js';
import {type KnownFrames, likelyPlaces, searchLength} from './known-frames.js';
import {fingerprint, isSound, similarity} from './match.js';

/**
A place in a known recording: the frame of it that comes next in the stream.
*/
export type Place = {readonly recording: KnownFrames; readonly nextFrame: number};

/**
The more has been heard, the less alike it has to be. Measured on the sample, at the worst offset between two frames,
against other texts in the same two and in two other voices: half a second of it reaches 0.83 clean, 0.79 as 6 kbit/s
Opus and 0.69 over loud noise; half a second of a stranger 0.80, once in a while 0.92; a whole second of the sample 0.73
over loud noise, of a stranger 0.74; 1.5 s of it 0.77, of a stranger 0.57. So what is found here is a place to try, and
each word is compared again before it shows.
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
