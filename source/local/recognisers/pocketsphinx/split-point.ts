import type {Segment} from './decoder.js';
import {isWord} from './words.js';

/**
The rest after the split is heard again, so it must not be long; and what lies just before the end is not certain yet.
*/
const longestRestSeconds = 3;
const shortestRestSeconds = 0.3;

/**
Less silence than this is part of a word.
*/
const leastGapSeconds = 0.08;

/**
Where to split an utterance that goes on without a pause: within its last seconds, in the longest gap between words,
else after the last word that is certain, else at its end.

@param lengthSeconds - Of the utterance; segments count from its beginning.
*/
export const splitPoint = (segments: readonly Segment[], lengthSeconds: number): number => {
	const late = segments.filter(
		({endSeconds}) =>
			endSeconds >= lengthSeconds - longestRestSeconds && endSeconds <= lengthSeconds - shortestRestSeconds,
	);
	const gaps = late
		.filter(segment => !isWord(segment) && lengthOf(segment) >= leastGapSeconds)
		.sort((one, other) => lengthOf(other) - lengthOf(one));
	return gaps[0]?.endSeconds ?? late.findLast(isWord)?.endSeconds ?? lengthSeconds;
};

const lengthOf = ({startSeconds, endSeconds}: Segment): number => endSeconds - startSeconds;
