import type {Word} from '../../core/word.js';

/**
The words of several channels in order of time. A mark stays with the word before it.
*/
export const mergeChannels = (channels: ReadonlyArray<readonly Word[]>): readonly Word[] =>
	channels
		.flatMap(markedWords)
		.toSorted(([left], [right]) => (left?.startSeconds ?? 0) - (right?.startSeconds ?? 0))
		.flat();

/**
Each word with the marks after it.
*/
const markedWords = (words: readonly Word[]): ReadonlyArray<readonly Word[]> => {
	const groups: Word[][] = [];
	for (const word of words) {
		const group = groups.at(-1);
		if (group && word.type === 'punctuation') {
			group.push(word);
		} else {
			groups.push([word]);
		}
	}

	return groups;
};
