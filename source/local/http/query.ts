import {badQuery, httpError} from './http-error.js';

/**
The forms of a transcript.
*/
export type TranscriptFormat = 'json-v2' | 'txt' | 'srt';

/**
The `format` of a query, `json-v2` by default.

@throws {HttpError} 400 for another name; `text` is one, which clients turn into `txt`.
*/
export const readFormat = (query: URLSearchParams): TranscriptFormat => {
	const format = query.get('format') ?? 'json-v2';
	if (!isFormat(format)) {
		throw httpError(400, 'Format Not Supported', `"${format}" is none of json-v2, txt and srt.`);
	}

	return format;
};

const isFormat = (format: string): format is TranscriptFormat => ['json-v2', 'txt', 'srt'].includes(format);

/**
A whole number of a query, or `undefined` where it is missing.

@throws {HttpError} 422 for anything else and for numbers outside of the range.
*/
export const readInteger = (
	query: URLSearchParams,
	name: string,
	low: number,
	high: number,
): number | undefined => {
	const text = query.get(name);
	if (text === null) {
		return undefined;
	}

	const value = Number(text);
	if (!/^\d+$/v.test(text) || value < low || value > high) {
		throw badQuery(name, text, `of type int64 from ${low} to ${high}`);
	}

	return value;
};

/**
A yes or no of a query, no by default.

@throws {HttpError} 422 for anything but `true` and `false`.
*/
export const readFlag = (query: URLSearchParams, name: string): boolean => {
	const text = query.get(name) ?? 'false';
	if (text !== 'true' && text !== 'false') {
		throw badQuery(name, text, 'of type boolean');
	}

	return text === 'true';
};

/**
An instant of a query in milliseconds since 1970, or `undefined` where it is missing.

@throws {HttpError} 422 for what is not a date.
*/
export const readInstantMs = (query: URLSearchParams, name: string): number | undefined => {
	const text = query.get(name);
	if (text === null) {
		return undefined;
	}

	const instantMs = Date.parse(text);
	if (Number.isNaN(instantMs)) {
		throw badQuery(name, text, 'of type date-time');
	}

	return instantMs;
};
