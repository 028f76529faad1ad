import type {Word} from '../../../core/word.js';

/**
Gives words a confidence while they are still spoken, when the decoder has none: how steadily they stood from one
hypothesis to the next.
*/
export type Steadiness = {
	/**
	Takes the words of the next hypothesis.

	@returns The same words, each with a confidence.
	*/
	readonly weigh: (words: readonly Word[]) => readonly Word[];
};

type Sighting = {readonly word: Word; readonly seen: number; readonly looks: number};

/**
A word is the same one if it begins about where it did.
*/
const sameStartSeconds = 0.15;

/**
Starts with an utterance.
*/
export const createSteadiness = (): Steadiness => {
	let sightings: readonly Sighting[] = [];
	return {
		weigh(words) {
			sightings = words.map(word => {
				const before = sightings.filter(
					sighting => Math.abs(sighting.word.startSeconds - word.startSeconds) < sameStartSeconds,
				);
				const same = before.find(sighting => sighting.word.text === word.text);
				const looks = Math.max(0, ...before.map(sighting => sighting.looks)) + 1;
				return {word, seen: (same?.seen ?? 0) + 1, looks};
			});
			return sightings.map(({word, seen, looks}) => ({...word, confidence: seen / (looks + 1)}));
		},
	};
};
