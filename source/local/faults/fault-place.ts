import {moments, occasions, type Place} from './fault-spec.js';
import {parseCount, parseDurationMs, parseRange, printDurationMs, printRange} from './fault-value.js';

/**
Reads what stands behind the at sign of a fault.

@returns `undefined` for what is no place.
*/
export const parsePlace = (text: string): Place | undefined => {
	const occasion = occasions.find(name => name === text);
	if (occasion) {
		return {type: 'request', occasion};
	}

	const moment = moments.find(name => name === text);
	if (moment) {
		return {type: 'moment', moment};
	}

	const {amount = '', unit} =
		/^(?<amount>.*?)(?<unit>messages?|-open)$/v.exec(text)?.groups ?? ({amount: text} as const);
	const isMessages = unit?.startsWith('message') === true;
	const range = parseRange(amount, isMessages ? parseCount : parseDurationMs);
	if (range === undefined) {
		return undefined;
	}

	if (isMessages) {
		return range.low > 0 ? {type: 'messages', ...range} : undefined;
	}

	return {type: unit === undefined ? 'audio' : 'open', ...range};
};

/**
The place as it is written.
*/
export const printPlace = (place: Place): string => {
	switch (place.type) {
		case 'request': {
			return place.occasion;
		}

		case 'moment': {
			return place.moment;
		}

		case 'audio': {
			return printRange(place, printDurationMs);
		}

		case 'open': {
			return `${printRange(place, printDurationMs)}-open`;
		}

		case 'messages': {
			return `${printRange(place, String)}messages`;
		}
	}
};
