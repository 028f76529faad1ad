import {randomUUID} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer} from 'ws';
import type {AudioDecoder} from '../../core/audio-decoder.js';
import type {Recogniser} from '../../core/recogniser.js';
import {createFaultPlan, type FaultPlan} from '../faults/fault-plan.js';
import type {FaultSpec} from '../faults/fault-spec.js';
import {exchangeFaults} from '../faults/http/exchange-faults.js';
import {NoAnswer} from '../faults/http/http-fault.js';
import {sessionManner} from '../faults/real-time/session-faults.js';
import {faultsOrNone} from '../faults/requested-faults.js';
import type {Keys} from '../keys.js';
import {type ServerLimits, serverLimits} from '../server-limits.js';
import {systemTimers, type Timers} from '../timers.js';
import {type Connection, openConnection} from './connection.js';
import {readHandshake} from './handshake.js';
import {refusedHandshake, refuseUpgrade} from './refuse-upgrade.js';
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
	What goes wrong on purpose. Default: nothing.
	*/
	readonly faults?: FaultPlan;

	/**
	What clients are borne with, where it is to be other than usual.
	*/
	readonly limits?: Partial<ServerLimits>;

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
	faults = createFaultPlan(),
	limits: otherLimits,
	timers = systemTimers,
}: RealTimeApiOptions): RealTimeApi => {
	const limits = {...serverLimits, ...otherLimits};
	const webSockets = new WebSocketServer({
		noServer: true,
		perMessageDeflate: false,
		maxPayload: limits.frameBytes,
	});
	const sockets = new Set<Duplex>();
	const connections = new Set<Connection>();
	const {take: takePlaces} = createStreamPlaces();
	const countActive = (): number => [...connections].filter(({isActive}) => isActive()).length;

	const open = (
		request: IncomingMessage,
		socket: Duplex,
		head: Buffer,
		{urlLanguage, asked}: {readonly urlLanguage?: string; readonly asked: readonly FaultSpec[]},
	): void => {
		const id = randomUUID();
		const drawn = faults.drawForSession(id, asked);
		const shaped = sessionManner(drawn, timers).shape(socket);
		webSockets.handleUpgrade(request, shaped, head, webSocket => {
			const connection = openConnection(webSocket, {
				id,
				socket,
				faults: drawn,
				urlLanguage,
				recognisers,
				takePlaces,
				decoder,
				pace,
				timers,
				startDelayMs,
				vocabularyDelayMs,
				durationLimitSeconds,
				quota,
				limits,
				hide: keys.hide,
				usage: countActive,
				isOverQuota: countActive() >= quota,
			});
			connections.add(connection);
			webSocket.on('close', () => connections.delete(connection));
		});
	};

	return {
		upgrade(request, socket, head) {
			sockets.add(socket);
			const gone = new AbortController();
			socket.on('close', () => {
				sockets.delete(socket);
				gone.abort();
			});
			socket.on('error', () => undefined); // A client that resets the connection is no concern of others.
			const handshake = readHandshake(request, keys);
			if (handshake.type === 'refused') {
				refuseUpgrade(socket, refusedHandshake(handshake.statusCode), limits.lingerMs);
				return;
			}

			const asked = allowFaults ? faultsOrNone(handshake.query) : [];
			const drawn = faults.drawForRequest('handshake', 'GET /v2', asked);
			const accept = (): void => {
				open(request, socket, head, {...handshake, asked});
			};

			if (drawn.length === 0) {
				accept();
				return;
			}

			const exchange = {occasion: 'handshake', message: request, timers, signal: gone.signal} as const;
			exchangeFaults(drawn, exchange)
				.arrive()
				.then(accept, (reason: unknown) => {
					if (reason instanceof NoAnswer) {
						// Until its client gives up.
						socket.on('end', () => socket.destroy()).resume();
					} else {
						refuseUpgrade(socket, reason, limits.lingerMs);
					}
				});
		},
		close() {
			for (const socket of sockets) {
				socket.destroy();
			}
		},
	};
};
