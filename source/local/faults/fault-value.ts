import type {ValueRule} from './fault.js';
import type {FaultValue, Range} from './fault-spec.js';

/**
Reads what stands behind the equals sign of a fault.

@returns `undefined` for what the fault does not take.
*/
export const parseValue = (text: string, rule: ValueRule): FaultValue | undefined => {
	switch (rule.type) {
		case 'word': {
			return rule.choices.includes(text) ? {type: 'word', word: text} : undefined;
		}

		case 'duration': {
			const range = parseRange(text, parseDurationMs);
			return range && {type: 'duration', ...range};
		}

		case 'count': {
			const range = parseRange(text, parseCount);
			return range && range.low >= rule.low && range.high <= rule.high
				? {type: 'count', ...range}
				: undefined;
		}
	}
};

/**
The value as it is written.
*/
export const printValue = (value: FaultValue): string => {
	switch (value.type) {
		case 'word': {
			return value.word;
		}

		case 'duration': {
			return printRange(value, printDurationMs);
		}

		case 'count': {
			return printRange(value, String);
		}
	}
};

/**
What a fault takes, for people.
*/
export const describeValue = (rule: ValueRule): string => {
	switch (rule.type) {
		case 'word': {
			return rule.choices.join('|');
		}

		case 'duration': {
			return 'a time such as 500ms, 2s or 1s..5s';
		}

		case 'count': {
			return `a whole number from ${rule.low} to ${rule.high}, or two such as 1..20`;
		}
	}
};

/**
One number, or two with two dots between them, of which the second is not the lower one.
*/
export const parseRange = (text: string, parse: (text: string) => number | undefined): Range | undefined => {
	const [lowText = '', highText = lowText, ...rest] = text.split('..');
	const low = parse(lowText);
	const high = parse(highText);
	return low !== undefined && high !== undefined && low <= high && rest.length === 0
		? {low, high}
		: undefined;
};

export const printRange = ({low, high}: Range, print: (number: number) => string): string =>
	low === high ? print(low) : `${print(low)}..${print(high)}`;

/**
A day at most, in milliseconds or in seconds with up to three decimals.
*/
export const parseDurationMs = (text: string): number | undefined => {
	const match = /^(?<amount>\d{1,8}(?:\.\d{1,3})?)(?<unit>ms|s)$/v.exec(text)?.groups;
	const ms = Math.round(Number(match?.['amount']) * (match?.['unit'] === 's' ? 1000 : 1));
	return ms <= longestMs ? ms : undefined;
};

const longestMs = 86_400_000;

export const printDurationMs = (ms: number): string => (ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`);

export const parseCount = (text: string): number | undefined =>
	/^\d{1,9}$/v.test(text) ? Number(text) : undefined;
