import type {TranscriptPart} from '../core/transcript-event.js';
import type {Word} from '../core/word.js';
import {midSeconds} from '../core/word-sightings.js';

/**
The times of one session, which counts from its own first sample, on the axis of the whole run. This is the only place
where they are moved.
*/
export type SessionAxis = {
	/**
	Told of all audio of the session, in order, by its place in the run.
	*/
	sent(chunk: {readonly startSeconds: number; readonly endSeconds: number}): void;
	toRunSeconds(sessionSeconds: number): number;
	toRunPart<Type extends 'partial' | 'final'>(part: TranscriptPart<Type>): TranscriptPart<Type>;
};

type Stretch = {readonly sessionSeconds: number; readonly shiftSeconds: number};

/**
Chunks that are less apart than this follow each other.
*/
const toleranceSeconds = 0.001;

/**
An axis without audio. A session that begins in mid-run is moved by the place of its first audio; where audio is missing
between two chunks, what follows is moved by that much more.
*/
export const createSessionAxis = (): SessionAxis => {
	const stretches: Stretch[] = [];
	let sentSeconds = 0;
	let runSeconds = Number.NaN;

	const shiftAt = (seconds: number): number =>
		(stretches.findLast(({sessionSeconds}) => sessionSeconds <= seconds) ?? stretches[0])?.shiftSeconds ?? 0;

	const moved = (seconds: number, shiftSeconds: number): number =>
		shiftSeconds === 0 ? seconds : Math.round((seconds + shiftSeconds) * 1000) / 1000;

	const toRunWord = (word: Word): Word => {
		const shiftSeconds = shiftAt(midSeconds(word));
		return {
			...word,
			startSeconds: moved(word.startSeconds, shiftSeconds),
			endSeconds: moved(word.endSeconds, shiftSeconds),
		};
	};

	const toRunSeconds = (seconds: number): number => moved(seconds, shiftAt(seconds));

	return {
		sent({startSeconds, endSeconds}) {
			if (!(Math.abs(startSeconds - runSeconds) <= toleranceSeconds)) {
				stretches.push({sessionSeconds: sentSeconds, shiftSeconds: startSeconds - sentSeconds});
			}

			sentSeconds += endSeconds - startSeconds;
			runSeconds = endSeconds;
		},
		toRunSeconds,
		toRunPart: part => ({
			...part,
			words: part.words.map(toRunWord),
			startSeconds: toRunSeconds(part.startSeconds),
			endSeconds: toRunSeconds(part.endSeconds),
		}),
	};
};
