import {once} from 'node:events';
import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Duplex} from 'node:stream';
import {type WebSocket, WebSocketServer} from 'ws';

/**
A message of the client; a binary frame is called `AddAudio`.
*/
type ReceivedFrame = {
	readonly message: string;
	readonly bytes?: Buffer;
	readonly [field: string]: unknown;
};

/**
The server's side of one connection.
*/
export type ScriptedSession = {
	readonly url: string;
	readonly socket: WebSocket;

	/**
	The next frame of the client, or `closed` once the client has gone.
	*/
	next(): Promise<ReceivedFrame>;
	send(message: Readonly<Record<string, unknown>>): void;
};

export type ScriptedSocketServer = AsyncDisposable & {
	/**
	Ends in `/v2`.
	*/
	readonly url: string;

	/**
	The frames of all sessions by name, audio included, in order.
	*/
	readonly received: readonly string[];

	/**
	Resolves when the client of a session has gone.
	*/
	readonly left: Promise<void>;
};

/**
A WebSocket server on loopback that holds one scripted conversation with each client.

@param refuse - Answers the upgrade by itself, or never; unless it returns false.
*/
export const startScriptedSocketServer = async (
	converse: (session: ScriptedSession) => Promise<void>,
	refuse?: (request: IncomingMessage, socket: Duplex) => unknown,
): Promise<ScriptedSocketServer> => {
	const received: string[] = [];
	const sockets = new Set<Duplex>();
	const left = Promise.withResolvers<void>();
	const webSocketServer = new WebSocketServer({noServer: true});
	const server = createServer((_request, response) => {
		response.writeHead(404, {'content-type': 'application/json'});
		response.end('{}');
	});
	server.on('connection', socket => sockets.add(socket));
	server.on('upgrade', (request, socket, head) => {
		if (refuse && refuse(request, socket) !== false) {
			return;
		}

		webSocketServer.handleUpgrade(request, socket, head, client => {
			client.on('close', () => left.resolve());
			converse(sessionOf(client, request.url ?? '', received)).catch((error: unknown) => {
				client.close(1011, String(error).slice(0, 100));
			});
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');

	return {
		url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
		received,
		left: left.promise,
		async [Symbol.asyncDispose]() {
			for (const socket of sockets) {
				socket.destroy();
			}

			server.close();
		},
	};
};

const sessionOf = (client: WebSocket, url: string, received: string[]): ScriptedSession => {
	const frames: ReceivedFrame[] = [];
	let wake = Promise.withResolvers<void>();
	const add = (frame: ReceivedFrame) => {
		frames.push(frame);
		received.push(frame.message);
		wake.resolve();
	};

	client.on('message', (data: Buffer, isBinary) => {
		add(isBinary ? {message: 'AddAudio', bytes: data} : (JSON.parse(data.toString()) as ReceivedFrame));
	});
	client.on('close', () => {
		add({message: 'closed'});
	});

	return {
		url,
		socket: client,
		async next() {
			while (frames.length === 0) {
				await wake.promise;
				wake = Promise.withResolvers();
			}

			return frames.shift() as ReceivedFrame;
		},
		send(message) {
			client.send(JSON.stringify(message));
		},
	};
};
