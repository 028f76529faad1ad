import {HttpError} from './errors.js';
import {hideSecrets} from './without-secrets.js';

/**
One request to a JSON API.
*/
export type HttpRequest = {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly apiKey?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: BodyInit | null;
	readonly signal: AbortSignal;

	/**
	Told of the headers of whatever answer comes.
	*/
	readonly onHeaders?: (headers: Headers) => void;
};

/**
Sends a request and reads the JSON that comes back.

Redirects are refused, as `fetch` would keep a copy of a streamed body in memory to send it again.

@throws {HttpError} For a status that is not a success.
@throws {SyntaxError} For a success that is not JSON.
*/
export const requestJson = async ({
	method,
	url,
	apiKey,
	headers,
	body,
	signal,
	onHeaders,
}: HttpRequest): Promise<unknown> => {
	const init: RequestInit & {readonly duplex: 'half'} = {
		method,
		headers: {...headers, ...(apiKey !== undefined && {authorization: `Bearer ${apiKey}`})},
		body: body ?? null,
		duplex: 'half',
		redirect: 'error',
		signal,
	};
	const response = await fetch(url, init);
	onHeaders?.(response.headers);
	if (!response.ok) {
		// The status alone says what happened, so an answer that breaks off behind it is still that answer.
		const text = await response.text().catch(() => '');
		const retryAfterMs = parseRetryAfter(
			response.headers.get('retry-after'),
			serverNowMs(response.headers.get('date')),
		);
		throw new HttpError({
			status: response.status,
			body: hideSecrets(text, apiKey === undefined ? [] : [apiKey]), // Before a long reason is cut within a key.
			...(retryAfterMs !== undefined && {retryAfterMs}),
		});
	}

	return JSON.parse(await response.text());
};

/**
A date in an answer is meant on the clock of whoever answered, which may not be ours.

@param date - Its `Date` header.
*/
export const serverNowMs = (date: string | null | undefined): number => {
	const dateMs = Date.parse(date ?? '');
	return Number.isNaN(dateMs) ? Date.now() : dateMs;
};

/**
A job is paid for and is done in minutes: an hour that a proxy asks for out of habit, or a date that is wrong, must not
hold it longer than this. Whoever meant it says so again, and is asked once a minute at the most.
*/
export const longestRetryAfterMs = 60_000;

/**
A `Retry-After` header in milliseconds, up to a minute: it holds seconds or a date.

@returns Nothing where there is no such header, or none that can be read.
*/
export const parseRetryAfter = (header: string | null, nowMs: number): number | undefined => {
	if (header === null || header.trim() === '') {
		return undefined;
	}

	const waitMs = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowMs;
	return Number.isNaN(waitMs) ? undefined : Math.min(longestRetryAfterMs, Math.max(0, waitMs));
};
