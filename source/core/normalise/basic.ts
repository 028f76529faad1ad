import {blankAllSymbols} from './symbols.js';
import type {Token} from './token.js';

/**
Words of any language in the form in which they are compared: lower case, without marks and symbols.

@param words - As read from the text, with brackets removed.
*/
export const normaliseBasic = (words: readonly Token[]): readonly Token[] =>
	words.flatMap(word =>
		blankAllSymbols(word.text)
			.split(/\s+/v)
			.filter(text => text !== '')
			.map(text => ({...word, text})),
	);

/**
The same for a language that writes no spaces between words: one token for each character that a reader sees.
*/
export const normaliseCharacters = (words: readonly Token[]): readonly Token[] => {
	const characters = new Intl.Segmenter('und', {granularity: 'grapheme'});
	return normaliseBasic(words).flatMap(word =>
		Array.from(characters.segment(word.text), ({segment}) => ({...word, text: segment})),
	);
};
