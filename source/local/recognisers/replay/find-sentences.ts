import type {TimedText} from '../../../core/recogniser.js';
import {transcriptText} from '../../../core/transcript-text.js';
import type {Word} from '../../../core/word.js';
import {onTimeGrid} from '../../real-time/finaliser-timing.js';
import {type KnownAudio, type KnownSentence, type KnownWord, sentenceWords} from './known-audio.js';

/**
A sentence of a known recording, where it is in a transcript.
*/
export type FoundSentence = TimedText & {
	readonly sentence: KnownSentence;

	/**
	Counted from 1.
	*/
	readonly number: number;
};

/**
The words of a sentence agree this well on where the recording is in the transcript; the wire's grid moves both ends.
*/
const toleranceSeconds = 0.1;

/**
Finds a recording's sentences in a transcript, by their words and times. Less than half of the words may have been
misheard.

@returns In order of time. A sentence is there as often as it was heard.
*/
export const findSentences = (known: KnownAudio, transcript: readonly Word[]): readonly FoundSentence[] => {
	const spoken = Map.groupBy(
		transcript.filter(word => word.type === 'word'),
		word => word.text.toLowerCase(),
	);
	return sentenceWords(known.words)
		.flatMap((words, index) => {
			const sentence = known.sentences[index];
			const first = words[0];
			const last = words.at(-1);
			if (!sentence || !first || !last) {
				return [];
			}

			return findHearings(words, spoken).map(({shiftSeconds, speaker}) => {
				const startSeconds = onTimeGrid(first.startSeconds + shiftSeconds);
				const endSeconds = onTimeGrid(last.endSeconds + shiftSeconds);
				return {
					sentence,
					number: index + 1,
					text: transcriptText(transcript.filter(isWithin(startSeconds, endSeconds))),
					startSeconds,
					endSeconds,
					...(speaker !== undefined && {speaker}),
				};
			});
		})
		.sort((one, other) => one.startSeconds - other.startSeconds);
};

type Hearing = {readonly shiftSeconds: number; readonly speaker?: string | undefined};

/**
By how much a sentence is moved in the transcript, each time that it was heard: where more than half of its words agree.
*/
const findHearings = (
	words: readonly KnownWord[],
	spoken: ReadonlyMap<string, readonly Word[]>,
): readonly Hearing[] => {
	const votes = words
		.flatMap(({text, startSeconds}) =>
			(spoken.get(text.toLowerCase()) ?? []).map(word => ({
				shiftSeconds: word.startSeconds - startSeconds,
				speaker: word.speaker,
			})),
		)
		.sort((one, other) => one.shiftSeconds - other.shiftSeconds);

	const groups: Hearing[][] = [];
	for (const vote of votes) {
		const group = groups.at(-1);
		if (group?.[0] && vote.shiftSeconds - group[0].shiftSeconds <= toleranceSeconds) {
			group.push(vote);
		} else {
			groups.push([vote]);
		}
	}

	return groups
		.filter(group => group.length * 2 > words.length)
		.flatMap(group => group[Math.floor(group.length / 2)] ?? []);
};

const isWithin = (startSeconds: number, endSeconds: number) => (word: Word) =>
	word.endSeconds > startSeconds + toleranceSeconds / 2 && word.endSeconds < endSeconds + toleranceSeconds;
