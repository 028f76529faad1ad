import {type NumberWord, numberWords} from './number-words.js';
import {type Numeral, readFigures} from './numeral.js';

/**
A number as far as it has been read.
*/
export type Reading = {
	readonly numeral?: Numeral | undefined;
	readonly sign: string;
	readonly currency: string;
	readonly suffix: string;

	/**
	The kind of the word read last.
	*/
	readonly previous?: NumberWord['kind'] | undefined;

	/**
	The index of the next word to read.
	*/
	readonly end: number;

	/**
	Whether nothing can follow, as after "dollars".
	*/
	readonly isClosed: boolean;
};

/**
Reads on: one or more words.

@returns The reading after them, or nothing when the rule does not apply here.
*/
export type Rule = (reading: Reading, texts: readonly string[]) => Reading | undefined;

/**
The part that a word can take in a number.
*/
export const wordAt = (texts: readonly string[], index: number): NumberWord | undefined =>
	numberWords.get(texts[index] ?? '');

/**
Whether a word counts without an ending: "six", not "sixth" or "sixes".
*/
export const isCardinal = (word: NumberWord | undefined): boolean =>
	word?.kind === 'zero' || (word !== undefined && 'suffix' in word && word.suffix === '');

/**
Whether a number starts with the word at an index, in words or in figures.
*/
export const startsNumber = (texts: readonly string[], index: number): boolean =>
	isCardinal(wordAt(texts, index)) || readFigures(texts[index] ?? '') !== undefined;
