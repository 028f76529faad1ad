import type {Word} from './word.js';

/**
Which words of a list are written as one, without a space: a word with the marks that attach to it.
*/
export type WordToken = {readonly start: number; readonly end: number};

/**
Groups words and marks for wrapping. Every item is in exactly one group, in order.
*/
export const wordTokens = (words: readonly Word[]): readonly WordToken[] => {
	const tokens: Array<{start: number; end: number}> = [];
	for (const [index, word] of words.entries()) {
		const token = tokens.at(-1);
		if (token && (attaches(words[index - 1], 'next') || attaches(word, 'previous'))) {
			token.end = index + 1;
		} else {
			tokens.push({start: index, end: index + 1});
		}
	}

	return tokens;
};

const attaches = (word: Word | undefined, side: 'next' | 'previous'): boolean => {
	if (word?.type !== 'punctuation') {
		return false;
	}

	const to = word.attachesTo ?? 'previous';
	return to === side || to === 'both';
};
