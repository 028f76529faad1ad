import type {Word} from '../../../core/word.js';
import {onTimeGrid} from '../../real-time/finaliser-timing.js';
import type {HeardWord} from './heard-words.js';
import {type WordTiming, wordTimings} from './word-timing.js';

/**
A heard word on the axis of a stream, with the times at which it shows and settles there.
*/
export type PlacedWord = HeardWord &
	WordTiming & {
		/**
		Its place among all words of the recording.
		*/
		readonly number: number;
	};

/**
A word that began before the stream did is heard if no more than this share of it was missed.
*/
const mostMissedShare = 0.25;

/**
Moves the words of a recording to where the recording is in a stream. Those before the stream are left out.

@param shiftSeconds - The time of the stream at which the recording begins; negative where it was joined later.
*/
export const placeWords = (
	heard: readonly HeardWord[],
	shiftSeconds: number,
	maxDelaySeconds: number,
): readonly PlacedWord[] => {
	const timings = wordTimings(heard, maxDelaySeconds);
	const move = (word: Word): Word => ({
		...word,
		startSeconds: Math.max(0, onTimeGrid(word.startSeconds + shiftSeconds)),
		endSeconds: onTimeGrid(word.endSeconds + shiftSeconds),
	});
	return heard.flatMap(({word, mark, ...rest}, index) => {
		const {showSeconds = 0, settleSeconds = 0, markSeconds = 0} = timings[index] ?? {};
		const missedSeconds = -(word.startSeconds + shiftSeconds);
		return missedSeconds > (word.endSeconds - word.startSeconds) * mostMissedShare
			? []
			: [
					{
						...rest,
						number: index,
						word: move(word),
						...(mark && {mark: move(mark)}),
						showSeconds: showSeconds + shiftSeconds,
						settleSeconds: settleSeconds + shiftSeconds,
						markSeconds: markSeconds + shiftSeconds,
					},
				];
	});
};

/**
Whether neither the word nor the mark after it will change after that time.
*/
export const isSettled = ({settleSeconds, markSeconds}: PlacedWord, audioSeconds: number): boolean =>
	Math.max(settleSeconds, markSeconds) <= audioSeconds;

/**
What a word that shows looks like at a time of the audio: at first its first shape, without capitals and marks.
*/
export const wordsAt = (placed: PlacedWord, audioSeconds: number): readonly Word[] => {
	const {word, mark, first, settleSeconds, markSeconds} = placed;
	return [
		settleSeconds <= audioSeconds ? word : {...word, text: (first ?? word.text).toLowerCase()},
		...(mark && markSeconds <= audioSeconds ? [mark] : []),
	];
};

/**
How long nobody has spoken at a time of the stream, by the true words of the recording; 0 within a word.
*/
export const silenceAt = (words: readonly PlacedWord[], audioSeconds: number): number => {
	const last = words.findLast(({word}) => word.startSeconds < audioSeconds);
	return Math.max(0, audioSeconds - (last?.word.endSeconds ?? 0));
};
