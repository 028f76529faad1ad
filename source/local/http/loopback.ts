import type {IncomingMessage} from 'node:http';
import {httpError} from './http-error.js';

/**
Lets only those in that call this machine by one of its own names and are no web page of another.

A page whose name was made to point here (DNS rebinding) sends its own name. The page of another machine that has come by
a key is told by its Origin, which programs do not send; a page that this machine serves may be somebody's client.

@throws {HttpError} 421 for another name or port, 403 for another's page.
*/
export const checkCaller = ({headers: {host, origin}, socket: {localPort}}: IncomingMessage): void => {
	const named = localPort === 80 && host !== undefined && !/:\d+$/v.test(host) ? `${host}:80` : host; // Clients leave it out.
	if (named === undefined || !loopbackNames.some(name => named.toLowerCase() === `${name}:${localPort}`)) {
		throw httpError(421, 'Misdirected Request', 'This server answers only to its own address.');
	}

	if (origin !== undefined && !isLoopbackUrl(origin)) {
		throw httpError(403, 'Forbidden', 'This server does not answer pages of other machines.');
	}
};

/**
An address on this machine. The local server never reaches out of it.
*/
export const isLoopbackUrl = (address: string): boolean => {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	return (
		url !== undefined &&
		(url.protocol === 'http:' || url.protocol === 'https:') &&
		(loopbackNames.includes(url.hostname) || /^127(?:\.\d+){3}$/v.test(url.hostname))
	);
};

const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
