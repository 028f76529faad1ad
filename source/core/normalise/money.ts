import {joinTokens, type Token} from './token.js';

const whole = /^[$€£]\d+$/v;
const cents = /^¢\d{1,2}$/v;
const lessThanOne = /^[$€£]0\.(?<cents>\d{1,2})$/v;

/**
An amount in one piece: "$2" and "¢70" are `$2.70`, with or without an "and"; and "$0.36" is `¢36`.
*/
export const joinCents = (tokens: readonly Token[]): readonly Token[] => {
	const joined: Token[] = [];
	for (const token of tokens) {
		const [before, last] = joined.slice(-2);
		const amount = last?.text === 'and' ? before : (last ?? before);
		if (amount && cents.test(token.text) && whole.test(amount.text)) {
			const parts = joined.splice(joined.lastIndexOf(amount));
			joined.push(joinTokens([...parts, token], `${amount.text}.${token.text.slice(1).padStart(2, '0')}`));
		} else {
			joined.push({...token, text: withoutZero(token.text)});
		}
	}

	return joined;
};

const withoutZero = (text: string): string => {
	const fraction = lessThanOne.exec(text)?.groups?.['cents'];
	return fraction === undefined ? text : `¢${Number(fraction.padEnd(2, '0'))}`;
};
