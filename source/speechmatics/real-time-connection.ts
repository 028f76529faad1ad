import {
	RealtimeClient,
	type RealtimeServerMessage,
	type RealtimeTranscriptionConfig,
	SpeechmaticsRealtimeError,
} from '@speechmatics/real-time-client';
import {ProblemError} from '../core/problem.js';
import {HttpError} from './errors.js';
import {parseRetryAfter, serverNowMs} from './http-request.js';

/**
What a connection tells. None of these may throw.
*/
export type ConnectionListener = {
	opened(): void;
	received(message: RealtimeServerMessage): void;

	/**
	The connection is of no use any more. An event, an error or anything else.
	*/
	failed(thrown: unknown): void;

	/**
	@param code - 1006 where the other side vanished without a word.
	*/
	closed(code: number, reason: string): void;
};

/**
One session's connection. While it closes, nothing is sent any more: that it has closed is told soon, and why.
*/
export type Connection = {
	sendAudio(bytes: Uint8Array): void;

	/**
	Says that there is no more audio.
	*/
	endStream(): void;

	/**
	How many bytes wait in this process, because the network or the server takes no more.
	*/
	waitingBytes(): number;

	/**
	Closes politely, so that the session stops counting, and firmly soon after.
	*/
	leave(): void;
};

/**
The part of the SDK's socket that Duet touches. It is private to TypeScript only.
*/
type SdkSocket = {
	readonly bufferedAmount: number;
	addEventListener(type: string, listener: (event: SocketEvent) => void, options?: {once?: boolean}): void;
	on(type: 'unexpected-response', listener: (request: Refused, response: Refusal) => void): void;
	close(): void;
	terminate(): void;
};
type Refused = {destroy(): void};
type AnswerHeaders = {
	readonly date?: string | undefined;
	readonly 'retry-after'?: string | undefined;
};
type Refusal = {
	readonly statusCode?: number;
	readonly headers: AnswerHeaders;
};
type SocketEvent = {readonly code?: number; readonly reason?: string; readonly data?: unknown};

const firmlyAfterMs = 500;

/**
Opens a connection with the SDK's client and starts a session on it.

The client is used for one session only, as it keeps listeners and counters of the one before. Its own time limits
cannot be cancelled and would hold the process open for 10 s after the end, so they are made to run out at once and are
ignored: what counts is what is received, and the limits of the session.
*/
export const openConnection = (
	{
		url,
		token,
		config,
	}: {readonly url: string; readonly token: string; readonly config: RealtimeTranscriptionConfig},
	listener: ConnectionListener,
): Connection => {
	const client = new RealtimeClient({url, appId: 'speechmatics-duet', connectionTimeout: 1});
	let socket: SdkSocket | undefined;

	client.addEventListener('socketStateChange', () => {
		if (!socket) {
			// The first change comes when the socket exists and the SDK does not listen to it yet.
			socket = (client as unknown as {socket: SdkSocket}).socket;
			listenTo(socket, listener);
		}
	});
	client.addEventListener('receiveMessage', ({data}) => {
		listener.received(data);
	});
	client.start(token, config).catch((thrown: unknown) => {
		if (!(thrown instanceof SpeechmaticsRealtimeError)) {
			listener.failed(thrown);
		}
	});

	return {
		sendAudio(bytes) {
			if (client.socketState === 'open') {
				client.sendAudio(bytes as Uint8Array<ArrayBuffer>); // The DOM's types refuse memory that could be shared.
			}
		},

		endStream() {
			if (client.socketState === 'open') {
				client.stopRecognition({noTimeout: true}).catch(listener.failed);
			}
		},

		waitingBytes: () => socket?.bufferedAmount ?? 0,

		leave() {
			if (client.socketState === 'closed') {
				return;
			}

			const timer = setTimeout(() => socket?.terminate(), firmlyAfterMs);
			socket?.addEventListener('close', () => {
				clearTimeout(timer);
			});
			socket?.close();
		},
	};
};

/**
Hears what the SDK does not pass on, and keeps frames from it that it cannot take: one that is not JSON makes it throw
inside the socket, where nobody can catch it, and go deaf.
*/
const listenTo = (socket: SdkSocket, listener: ConnectionListener): void => {
	socket.on('unexpected-response', (request, {statusCode = 0, headers}) => {
		listener.failed(refusedUpgrade(statusCode, headers));
		request.destroy();
	});
	socket.addEventListener('open', listener.opened);
	socket.addEventListener('error', listener.failed);
	socket.addEventListener('close', ({code = 1006, reason = ''}) => {
		listener.closed(code, reason);
	});

	const addEventListener = socket.addEventListener.bind(socket);
	socket.addEventListener = (type, listen, options) => {
		addEventListener(type, type === 'message' ? guarded(listen, listener) : listen, options);
	};
};

/**
Of a refusal `ws` tells no more than the status by itself, and that within a sentence.
*/
const refusedUpgrade = (status: number, {date, ...headers}: AnswerHeaders): HttpError => {
	const retryAfterMs = parseRetryAfter(headers['retry-after'] ?? null, serverNowMs(date));
	return new HttpError({status, body: '', ...(retryAfterMs !== undefined && {retryAfterMs})});
};

const guarded =
	(listen: (event: SocketEvent) => void, listener: ConnectionListener) =>
	(event: SocketEvent): void => {
		try {
			const message: unknown = JSON.parse(String(event.data));
			if (typeof (message as {message?: unknown} | null)?.message !== 'string') {
				return; // The SDK would write a warning across the screen, and skip it.
			}
		} catch (error) {
			listener.failed(
				new ProblemError(
					{
						kind: 'server',
						message: 'The real-time service sent something that is not JSON.',
						nextStep:
							'Check that the address is that of a Speechmatics service; what was transcribed is kept.',
						isTransient: true,
					},
					{cause: error},
				),
			);
			return;
		}

		listen(event);
	};
