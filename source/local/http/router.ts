import type {IncomingMessage} from 'node:http';
import {httpError} from './http-error.js';
import type {Reply} from './http-reply.js';

/**
A request as handlers see it.
*/
export type ApiRequest = {
	readonly method: string;

	/**
	The path without the slash that some clients put at its end.
	*/
	readonly path: string;
	readonly query: URLSearchParams;

	/**
	The values of the path's variable segments, such as `id`.
	*/
	readonly segments: ReadonlyMap<string, string>;

	/**
	Headers and body.
	*/
	readonly message: IncomingMessage;

	/**
	Aborted when the client goes away or the server closes: nothing need be waited for any more.
	*/
	readonly signal: AbortSignal;
};

/**
One line of the API: a method, a path whose variable segments begin with a colon, and what it does.
*/
export type Route = {
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly path: string;
	readonly handle: (request: ApiRequest) => Reply | Promise<Reply>;
};

/**
Answers a request by the first route that fits it.

@throws {HttpError} 404 for an unknown path, 405 for a known one with another method.
*/
export const answer = async (
	routes: readonly Route[],
	request: Omit<ApiRequest, 'segments'>,
): Promise<Reply> => {
	const matches = routes.flatMap(route => {
		const segments = matchPath(route.path, request.path);
		return segments ? [{route, segments}] : [];
	});
	if (matches.length === 0) {
		throw httpError(404, 'Not Found', `There is nothing at ${request.path}.`);
	}

	const match = matches.find(({route}) => route.method === request.method);
	if (!match) {
		throw httpError(405, 'Method Not Allowed', `${request.path} does not take ${request.method}.`);
	}

	return match.route.handle({...request, segments: match.segments});
};

const matchPath = (pattern: string, path: string): ReadonlyMap<string, string> | undefined => {
	const expected = pattern.split('/');
	const actual = path.split('/');
	if (expected.length !== actual.length) {
		return undefined;
	}

	const segments = new Map<string, string>();
	for (const [index, name] of expected.entries()) {
		const value = actual[index] ?? '';
		if (name.startsWith(':')) {
			segments.set(name.slice(1), value);
		} else if (name !== value) {
			return undefined;
		}
	}

	return segments;
};
