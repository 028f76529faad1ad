import {isCardinal, type Rule, startsNumber, wordAt} from './number-reading.js';
import {numberWords} from './number-words.js';
import {addSmall, multiply, type Numeral, readFigures} from './numeral.js';

const readSign: Rule = (reading, texts) => {
	const word = wordAt(texts, reading.end);
	const isFirst = reading.numeral === undefined && reading.sign === '';
	return isFirst && word?.kind === 'sign' && startsNumber(texts, reading.end + 1)
		? {...reading, sign: word.symbol, end: reading.end + 1}
		: undefined;
};

const readFiguresNext: Rule = (reading, texts) => {
	const text = texts[reading.end] ?? '';
	const figures = readFigures(text);
	const {numeral} = reading;
	if (!figures || (numeral !== undefined && !isOpenDecimal(numeral))) {
		return undefined;
	}

	const end = reading.end + 1;
	return numeral === undefined
		? {...reading, numeral: figures.numeral, currency: figures.symbol, previous: undefined, end}
		: {...reading, numeral: `${numeral}${text}`, previous: undefined, end};
};

/**
Whether a decimal point was read and no digit after it.
*/
const isOpenDecimal = (numeral: Numeral): boolean => typeof numeral === 'string' && numeral.endsWith('.');

const readCount: Rule = (reading, texts) => {
	const word = wordAt(texts, reading.end);
	if (word?.kind !== 'unit' && word?.kind !== 'ten' && word?.kind !== 'scale') {
		return undefined;
	}

	const numeral =
		word.kind === 'scale'
			? multiply(reading.numeral, word.value)
			: addSmall(reading.numeral, word.value, reading.previous);
	if (numeral === undefined) {
		return undefined;
	}

	const {suffix, kind} = word;
	return {...reading, numeral, suffix, previous: kind, end: reading.end + 1, isClosed: suffix !== ''};
};

/**
"Oh" is a digit within a number or before one; the letter "o" only within, or "CO 2" spelled out would be C 02.
*/
const readZero: Rule = (reading, texts) => {
	const {numeral, end} = reading;
	const text = texts[end];
	const isInside = numeral !== undefined;
	const isZero =
		text === 'zero' ||
		(text === 'oh' && (isInside || startsNumber(texts, end + 1))) ||
		(text === 'o' && isInside && startsNumber(texts, end + 1));
	return isZero ? {...reading, numeral: `${numeral ?? ''}0`, previous: 'zero', end: end + 1} : undefined;
};

/**
"Double oh seven" is 007.
*/
const readRepeat: Rule = (reading, texts) => {
	const word = wordAt(texts, reading.end);
	const digit = digitOf(texts[reading.end + 1] ?? '');
	if (word?.kind !== 'repeat' || digit === undefined) {
		return undefined;
	}

	const numeral = `${reading.numeral ?? ''}${digit.repeat(word.times)}`;
	return {...reading, numeral, previous: word.kind, end: reading.end + 2};
};

const digitOf = (text: string): string | undefined => {
	const word = numberWords.get(text);
	if (word?.kind === 'zero' || text === 'oh' || text === 'o') {
		return '0';
	}

	return word?.kind === 'unit' && word.suffix === '' ? String(word.value) : undefined;
};

/**
"Three point one four" is 3.14 and "point five" 0.5.
*/
const readPoint: Rule = ({numeral = 0n, ...reading}, texts) => {
	const {end} = reading;
	return texts[end] === 'point' && isDecimal(texts[end + 1] ?? '')
		? {...reading, numeral: `${numeral}.`, previous: undefined, end: end + 1}
		: undefined;
};

const isDecimal = (text: string): boolean => {
	const word = numberWords.get(text);
	const isTen = word?.kind === 'ten' && isCardinal(word);
	return isTen || digitOf(text) !== undefined || /^\d+$/v.test(text);
};

const readHalf: Rule = (reading, texts) => {
	const {numeral, end} = reading;
	return typeof numeral === 'bigint' && texts.slice(end, end + 3).join(' ') === 'and a half'
		? {...reading, numeral: `${numeral}.5`, previous: undefined, end: end + 3}
		: undefined;
};

/**
The "and" of "two hundred and five" and the "a" of "a hundred" add nothing.
*/
const skipJoint: Rule = (reading, texts) => {
	const text = texts[reading.end];
	const next = wordAt(texts, reading.end + 1);
	const isAnd = text === 'and' && reading.previous === 'scale' && next !== undefined && 'suffix' in next;
	const isArticle =
		text === 'a' && reading.numeral === undefined && next?.kind === 'scale' && isCardinal(next);
	return isAnd || isArticle ? {...reading, end: reading.end + 1} : undefined;
};

const readCurrency: Rule = (reading, texts) => {
	const word = wordAt(texts, reading.end);
	return reading.numeral !== undefined && word?.kind === 'currency'
		? {...reading, currency: word.symbol, end: reading.end + 1, isClosed: true}
		: undefined;
};

const readPercent: Rule = (reading, texts) => {
	const isPerCent = texts[reading.end] === 'per' && texts[reading.end + 1] === 'cent';
	const isPercent = wordAt(texts, reading.end)?.kind === 'percent';
	return reading.numeral !== undefined && (isPerCent || isPercent)
		? {...reading, suffix: '%', end: reading.end + (isPerCent ? 2 : 1), isClosed: true}
		: undefined;
};

/**
All that can stand in a number. The first that applies is taken.
*/
export const rules: readonly Rule[] = [
	readSign,
	readFiguresNext,
	readCount,
	readZero,
	readRepeat,
	readPoint,
	readHalf,
	skipJoint,
	readCurrency,
	readPercent,
];
