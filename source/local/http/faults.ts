import type {IncomingMessage, ServerResponse} from 'node:http';
import {badQuery, type HttpError, httpError, proxyError, unauthorised} from './http-error.js';

/**
Failures of the service that a client can ask for with the query parameter `x-fault`, to see how it bears them.

`rejected` and `rejected-noerrors` are for the request that creates a job; the others answer any request.
*/
export type Fault = keyof typeof faultyAnswers | 'rejected' | 'rejected-noerrors';

/**
The fault that a request asks for.

@throws {HttpError} 422 for one that does not exist.
*/
export const readFault = (query: URLSearchParams): Fault | undefined => {
	const name = query.get('x-fault');
	if (name === null) {
		return undefined;
	}

	if (!isFault(name)) {
		throw badQuery('x-fault', name, 'the name of a fault');
	}

	return name;
};

const isFault = (name: string): name is Fault =>
	name === 'rejected' || name === 'rejected-noerrors' || Object.hasOwn(faultyAnswers, name);

/**
Answers as a failing service does.

@returns Whether that was the answer, and nothing more is to be done.
@throws {HttpError} The answer of most faults.
*/
export const answerFaultily = (fault: Fault, message: IncomingMessage, response: ServerResponse): boolean => {
	if (fault === 'rejected' || fault === 'rejected-noerrors') {
		return false;
	}

	const error = faultyAnswers[fault]();
	if (error) {
		throw error;
	}

	if (fault === 'tcp-reset') {
		message.socket.resetAndDestroy();
	} else if (fault === 'non-json') {
		response.writeHead(200, {'Content-Type': 'application/json'}).end('<!doctype html>');
	}

	return true;
};

const faultyAnswers = {
	'401-html': () => unauthorised('html'),
	'401-json': () => unauthorised('json'),
	'403': () => httpError(403, 'Forbidden', 'Entitlement check failed'),
	'429-html': () => proxyError(429, 'Too Many Requests'),
	'429-json': () => httpError(429, 'Rate Limited'),
	'503': () => proxyError(503, 'Service Temporarily Unavailable'),
	expired: () => httpError(410, 'Job Expired'),
	'non-json': () => undefined,
	'tcp-reset': () => undefined,
	'no-answer': () => undefined,
} satisfies Readonly<Record<string, () => HttpError | undefined>>;
