import type {IncomingMessage, ServerResponse} from 'node:http';
import {answerFaultily, readFault} from './faults.js';
import {httpError} from './http-error.js';
import {sendError, sendReply} from './http-reply.js';
import {isOwnHost} from './loopback.js';
import {answer, type Route} from './router.js';

/**
Answers one HTTP request, whatever happens.

@param allowFaults - Whether the client may ask for a failure.
*/
export const respond = async (
	message: IncomingMessage,
	response: ServerResponse,
	routes: readonly Route[],
	allowFaults: boolean,
): Promise<void> => {
	const gone = new AbortController();
	response.once('close', () => {
		gone.abort();
	});
	try {
		if (!isOwnHost(message.headers.host, message.socket.localPort)) {
			throw httpError(421, 'Misdirected Request', 'This server answers only to its own address.');
		}

		const url = URL.parse(message.url ?? '/', 'http://localhost');
		if (!url) {
			throw httpError(400, 'Bad Request', 'The address cannot be read.');
		}

		const fault = allowFaults ? readFault(url.searchParams) : undefined;
		if (fault !== undefined && answerFaultily(fault, message, response)) {
			return;
		}

		const reply = await answer(routes, {
			method: message.method ?? 'GET',
			path: url.pathname.replace(/\/+$/v, ''),
			query: url.searchParams,
			message,
			signal: gone.signal,
		});
		await sendReply(response, reply);
	} catch (error) {
		sendError(response, error);
	}
};
