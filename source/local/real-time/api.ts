import {randomUUID} from 'node:crypto';
import {type IncomingMessage, STATUS_CODES} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer} from 'ws';
import type {AudioDecoder} from '../../core/audio-decoder.js';
import type {Recogniser} from '../../core/recogniser.js';
import type {Keys} from '../keys.js';
import {systemTimers, type Timers} from '../timers.js';
import {type Connection, openConnection} from './connection.js';
import {lateEndMs} from './faults.js';
import {readHandshake} from './handshake.js';
import {createStreamPlaces} from './stream-places.js';

/**
The real-time API, for any HTTP server that hands on its upgrade requests.
*/
export type RealTimeApi = {
	/**
	Takes a connection over: the arguments of an HTTP server's `upgrade` event.
	*/
	readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

	/**
	Drops every connection.
	*/
	readonly close: () => void;
};

export type RealTimeApiOptions = {
	readonly keys: Keys;

	/**
	The one used is the first that knows the language.
	*/
	readonly recognisers: readonly Recogniser[];
	readonly decoder: AudioDecoder;

	/**
	How many sessions there may be at once. Default: 2, as for the service's free accounts.
	*/
	readonly quota?: number;

	/**
	Seconds of audio that a session works off in a second; the receipts of audio that comes faster have to wait.
	Default: 25.
	*/
	readonly pace?: number;

	/**
	How much longer RecognitionStarted takes than the recogniser needs, and how much longer still with additional
	vocabulary. Default: no time.
	*/
	readonly startDelayMs?: number;
	readonly vocabularyDelayMs?: number;

	/**
	How much audio a session may have. Default: no limit. Unknown for files, which are not limited.
	*/
	readonly durationLimitSeconds?: number;

	/**
	Whether clients may ask for failures with the query parameter `x-fault`. Default: no.
	*/
	readonly allowFaults?: boolean;

	/**
	Default: the computer's.
	*/
	readonly timers?: Timers;
};

/**
Makes the real-time API v2 of Speechmatics.
*/
export const createRealTimeApi = ({
	keys,
	recognisers,
	decoder,
	quota = 2,
	pace = 25,
	startDelayMs = 0,
	vocabularyDelayMs = 0,
	durationLimitSeconds = Number.POSITIVE_INFINITY,
	allowFaults = false,
	timers = systemTimers,
}: RealTimeApiOptions): RealTimeApi => {
	const webSockets = new WebSocketServer({
		noServer: true,
		perMessageDeflate: false,
		maxPayload: maxFrameBytes,
	});
	const sockets = new Set<Duplex>();
	const connections = new Set<Connection>();
	const {take: takePlaces} = createStreamPlaces();
	const countActive = (): number => [...connections].filter(({isActive}) => isActive()).length;

	return {
		upgrade(request, socket, head) {
			sockets.add(socket);
			socket.on('close', () => sockets.delete(socket));
			socket.on('error', () => undefined); // A client that resets the connection is no concern of others.
			const handshake = readHandshake(request, keys);
			if (handshake.type === 'refused') {
				refuse(socket, handshake.statusCode);
				return;
			}

			const fault = allowFaults ? handshake.fault : undefined;
			if (fault === 'no-upgrade-answer') {
				return;
			}

			webSockets.handleUpgrade(request, socket, head, webSocket => {
				const connection = openConnection(webSocket, {
					id: randomUUID(),
					urlLanguage: handshake.urlLanguage,
					recognisers,
					takePlaces,
					decoder,
					pace,
					timers,
					startDelayMs,
					vocabularyDelayMs,
					endDelayMs: fault === 'late-eot' ? lateEndMs : 0,
					durationLimitSeconds,
					fault,
					quota,
					usage: countActive,
					isOverQuota: fault === 'quota' || countActive() >= quota,
				});
				connections.add(connection);
				webSocket.on('close', () => connections.delete(connection));
			});
		},
		close() {
			for (const socket of sockets) {
				socket.destroy();
			}
		},
	};
};

const maxFrameBytes = 8 * 1024 * 1024;

const refuse = (socket: Duplex, statusCode: 401 | 404 | 405): void => {
	const body = `${STATUS_CODES[statusCode]}\n`;
	socket.end(
		[
			`HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}`,
			...(statusCode === 405 ? ['Allow: GET'] : []),
			'Connection: close',
			'Content-Type: text/plain',
			`Content-Length: ${body.length}`,
			'',
			body,
		].join('\r\n'),
	);
};
