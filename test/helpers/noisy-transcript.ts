import {word} from './words.js';

/**
Random numbers from 0 to 1 that are the same in every run.

@see https://en.wikipedia.org/wiki/Linear_congruential_generator
*/
export const seededRandom = (seed: number): (() => number) => {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
};

/**
Words as a meeting has them: a few of them make up most of it. About 150 a minute.
*/
export const meetingWords = (count: number, random: () => number) =>
	Array.from({length: count}, (_, index) => {
		const rank = Math.floor(3000 ** random());
		return word(`w${rank}`, index * 0.4, index * 0.4 + 0.3);
	});

/**
The same words as another engine would hear them: some wrong, some missing, some too many, times a little off.

@param errorRate - The share of words with an error.
@returns The words, and how many errors were made. The distance can only be the same or smaller.
*/
export const misheard = (words: ReturnType<typeof meetingWords>, errorRate: number, random: () => number) => {
	let errorCount = 0;
	const heard = words.flatMap(said => {
		const shift = (random() - 0.5) * 0.4;
		const moved = word(said.text, said.startSeconds + shift, said.endSeconds + shift);
		if (random() >= errorRate) {
			return [moved];
		}

		errorCount += 1;
		const other = word(`w${Math.floor(3000 ** random())}`, moved.startSeconds, moved.endSeconds);
		return [[other], [], [moved, other]][Math.floor(random() * 3)] ?? [];
	});
	return {heard, errorCount};
};
