import {expandContractions} from './contractions.js';
import {joinCents} from './money.js';
import {readNumbers} from './numbers.js';
import {toAmericanSpelling} from './spelling.js';
import {blankSymbols, foldLetters} from './symbols.js';
import {joinTokens, type Token} from './token.js';

/**
English words in the form in which they are compared, by the rules of Whisper's English normaliser: lower case, no
fillers, contractions written out, numbers in figures, American spelling.

@param words - As read from the text, with brackets removed.
*/
export const normaliseEnglish = (words: readonly Token[]): readonly Token[] => {
	const folded = words.map(word => ({...word, text: foldLetters(word.text)}));
	const pieces = folded.flatMap((word, index) => {
		const expanded = expandContractions(word.text, folded[index + 1]?.text ?? '');
		return splitPieces(blankSymbols(expanded)).map(text => ({...word, text}));
	});
	const spell = remembering(toAmericanSpelling);
	return joinCents(readNumbers(joinSuffixes(pieces)))
		.map(token => ({...token, text: spell(token.text.replaceAll(looseSymbol, ''))}))
		.filter(token => token.text !== '');
};

/**
The same function, asked once for each text: most of a transcript is a few words, said again and again.
*/
const remembering = (transform: (text: string) => string): ((text: string) => string) => {
	const results = new Map<string, string>();
	return text => {
		const result = results.get(text) ?? transform(text);
		results.set(text, result);
		return result;
	};
};

const boundary = /\s+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/v;
const numberSuffix = /^(?:st|nd|rd|th|s)$/v;

// A symbol that belongs to no number.
const looseSymbol = /[.$¢€£](?![.\d])|(?<!\d)%/gv;

/**
Cuts at spaces and between letters and digits: "10km" is "10" and "km".
*/
const splitPieces = (text: string): readonly string[] => text.split(boundary).filter(piece => piece !== '');

/**
Puts the endings of "21st" and "1960s" back, also where they were apart in the text.
*/
const joinSuffixes = (pieces: readonly Token[]): readonly Token[] => {
	const joined: Token[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (last && numberSuffix.test(piece.text) && /\d$/v.test(last.text)) {
			joined[joined.length - 1] = joinTokens([last, piece], last.text + piece.text);
		} else {
			joined.push(piece);
		}
	}

	return joined;
};
