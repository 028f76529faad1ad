import {STATUS_CODES} from 'node:http';
import type {Duplex} from 'node:stream';
import {HttpError} from '../http/http-error.js';
import {errorText, errorType} from '../http/http-reply.js';

/**
Answers an upgrade request with a failure, and ends the connection, whether the client closes its side or not.

@param thrown - What is not an {@link HttpError} is a fault of this server.
@param lingerMs - How long the client is waited for.
*/
export const refuseUpgrade = (socket: Duplex, thrown: unknown, lingerMs: number): void => {
	const timer = setTimeout(() => socket.destroy(), lingerMs);
	socket.on('error', () => undefined);
	socket.once('close', () => {
		clearTimeout(timer);
	});
	const {status, body, headers} =
		thrown instanceof HttpError ? thrown : new HttpError(500, 'Internal Server Error\n');
	const text = errorText(body);
	const lines = {
		Connection: 'close',
		'Content-Type': errorType(body),
		'Content-Length': String(Buffer.byteLength(text)),
		...headers,
	};
	socket.end(
		[
			`HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
			...Object.entries(lines).map(([name, value]) => `${name}: ${value}`),
			'',
			text,
		].join('\r\n'),
	);
};

/**
The answer to an upgrade request that cannot be accepted, in plain text as the service gives it.
*/
export const refusedHandshake = (status: 401 | 404 | 405): HttpError =>
	new HttpError(status, `${STATUS_CODES[status]}\n`, {
		'Content-Type': 'text/plain',
		...(status === 405 && {Allow: 'GET'}),
	});
