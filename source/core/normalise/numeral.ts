/**
A number while it is read: an amount that can still grow ("two hundred" and "five"), or digits that stand as they are
("one oh one", "3.5").
*/
export type Numeral = bigint | string;

/**
Adds a number below a hundred. What does not fit into the zeros at the end is read digit by digit: "twenty six" is
26, "twenty sixteen" 2016, "nineteen ninety nine" 1999, "nine one one" 911.

@param previousKind - What the word before it was.
*/
export const addSmall = (numeral: Numeral | undefined, value: bigint, previousKind?: string): Numeral => {
	if (numeral === undefined) {
		return value;
	}

	if (typeof numeral === 'string') {
		const fillsTen = previousKind === 'ten' && value < 10n;
		return `${fillsTen ? numeral.slice(0, -1) : numeral}${value}`;
	}

	const fits = previousKind !== 'unit' && numeral % (value < 10n ? 10n : 100n) === 0n;
	return fits ? numeral + value : `${numeral}${value}`;
};

/**
Applies "hundred", "thousand" and so on to the part that it belongs to: in 43,002 and "hundred" to the 2 alone.

@returns Nothing when it would not make a whole number.
*/
export const multiply = (numeral: Numeral | undefined, scale: bigint): bigint | undefined => {
	if (numeral === undefined) {
		return scale;
	}

	if (typeof numeral === 'bigint') {
		const part = numeral % 1000n;
		return numeral - part + part * scale;
	}

	const [whole = '', decimals = '', ...more] = numeral.split('.');
	const product = BigInt(whole + decimals) * scale;
	const divisor = 10n ** BigInt(decimals.length);
	return more.length === 0 && product % divisor === 0n ? product / divisor : undefined;
};

const figures = /^(?<symbol>[$¢€£])?(?<whole>\d*)(?:\.(?<decimals>\d+))?$/v;

/**
Reads a number in figures, such as `$1250.00`. Zeros in front are kept, as in 007; decimals of nothing are not.
*/
export const readFigures = (
	text: string,
): {readonly symbol: string; readonly numeral: Numeral} | undefined => {
	const {symbol = '', whole = '', decimals = ''} = figures.exec(text)?.groups ?? {};
	if (whole + decimals === '') {
		return undefined;
	}

	const isWhole = /^0*$/v.test(decimals);
	const isPadded = /^0\d/v.test(whole);
	if (isWhole) {
		return {symbol, numeral: isPadded ? whole : BigInt(whole)};
	}

	return {symbol, numeral: `${whole === '' ? '0' : whole}.${decimals}`};
};
