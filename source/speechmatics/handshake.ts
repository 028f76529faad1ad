import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import type {IncomingMessage} from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type {Socket} from 'node:net';
import {HttpError} from './errors.js';

/**
Opens a connection to the real-time service as far as the handshake and closes it again. No session begins, so that
nothing is billed and none is taken from the quota. That is a request of our own, as no client lets a connection go before
it has asked for a session.

@param realTimeUrl - Ends in `/v2`.
@param onHeaders - Told of the headers of whatever answer comes.
@throws {HttpError} When the handshake is refused, as with a token that is not accepted.
@throws What Node.js says of the network, or the signal's reason as the cause of an error, when it is aborted.
*/
export const shakeHands = async (
	realTimeUrl: string,
	token: string,
	signal: AbortSignal,
	onHeaders: (headers: http.IncomingHttpHeaders) => void,
): Promise<void> => {
	const url = new URL(realTimeUrl);
	url.protocol = url.protocol === 'wss:' ? 'https:' : 'http:';
	url.searchParams.set('jwt', token);
	const request = (url.protocol === 'https:' ? https : http).request(url, {
		signal,
		headers: {
			connection: 'Upgrade',
			upgrade: 'websocket',
			'sec-websocket-version': '13',
			'sec-websocket-key': randomBytes(16).toString('base64'),
		},
	});
	const upgraded = once(request, 'upgrade') as Promise<[IncomingMessage, Socket]>;
	const refused = once(request, 'response') as Promise<[IncomingMessage]>;
	request.end();
	try {
		const [{statusCode = 0, headers}, socket] = await Promise.race([upgraded, refused]);
		onHeaders(headers);
		if (!socket) {
			throw new HttpError({status: statusCode, body: ''});
		}

		socket.on('error', () => {}).write(closeFrame);
		socket.destroySoon(); // The other side may never close it.
	} finally {
		upgraded.catch(() => {});
		refused.catch(() => {});
		request.destroy();
	}
};

/**
A masked close frame without a reason.

@see https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
*/
const closeFrame = Uint8Array.of(0x88, 0x80, 0, 0, 0, 0);
