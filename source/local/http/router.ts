import type {IncomingMessage} from 'node:http';
import type {Occasion} from '../faults/fault-spec.js';
import type {JobFate} from '../faults/http/job-fate.js';
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

	/**
	What is laid down about the job that the request creates; nothing for almost all.
	*/
	readonly fate?: JobFate | undefined;
};

/**
One line of the API: a method, a path whose variable segments begin with a colon, and what it does.
*/
export type Route = {
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly path: string;

	/**
	What faults call its requests.
	*/
	readonly occasion: Occasion;
	readonly handle: (request: ApiRequest) => Reply | Promise<Reply>;
};

/**
The first route that fits a request, and the values of its variable segments.

@throws {HttpError} 404 for an unknown path, 405 for a known one with another method.
*/
export const findRoute = (
	routes: readonly Route[],
	method: string,
	path: string,
): {readonly route: Route; readonly segments: ApiRequest['segments']} => {
	const matches = routes.flatMap(route => {
		const segments = matchPath(route.path, path);
		return segments ? [{route, segments}] : [];
	});
	if (matches.length === 0) {
		throw httpError(404, 'Not Found', `There is nothing at ${path}.`);
	}

	const match = matches.find(({route}) => route.method === method);
	if (!match) {
		throw httpError(405, 'Method Not Allowed', `${path} does not take ${method}.`);
	}

	return match;
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
