import type {Reading} from './number-reading.js';
import {rules} from './number-rules.js';
import {joinTokens, type Token} from './token.js';

/**
Numbers in words and in figures, in one form: "twenty six" and "26" are `26`, "two hundred dollars" and "$200" are
`$200`, "thirty first" is `31st`. One by itself stays a word.
*/
export const readNumbers = (tokens: readonly Token[]): readonly Token[] => {
	const texts = tokens.map(token => token.text);
	const read: Token[] = [];
	let index = 0;
	for (const [start, token] of tokens.entries()) {
		if (start < index) {
			continue; // It is part of the number before.
		}

		const number = readNumber(texts, start);
		index = number?.end ?? start + 1;
		read.push(number ? joinTokens(tokens.slice(start, index), writeNumber(number)) : token);
	}

	return read;
};

/**
@returns The longest number that starts here, or nothing.
*/
const readNumber = (texts: readonly string[], start: number): Reading | undefined => {
	let reading: Reading = {sign: '', currency: '', suffix: '', end: start, isClosed: false};
	while (!reading.isClosed) {
		const next = afterNextRule(reading, texts);
		if (!next) {
			break;
		}

		reading = next;
	}

	return reading.numeral === undefined ? undefined : reading;
};

const afterNextRule = (reading: Reading, texts: readonly string[]): Reading | undefined => {
	for (const rule of rules) {
		const next = rule(reading, texts);
		if (next) {
			return next;
		}
	}

	return undefined;
};

const writeNumber = ({sign, currency, numeral, suffix}: Reading): string => {
	const text = `${sign}${currency}${numeral}${suffix}`;
	return text === '1' || text === '1s' ? text.replace('1', 'one') : text;
};
