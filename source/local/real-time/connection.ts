import type {WebSocket} from 'ws';
import {closeCodes, closeReason, quotaExceeded, RealTimeError} from './errors.js';
import {type Fault, isMidSession} from './faults.js';
import {startLimits} from './limits.js';
import type {ServerMessage} from './messages.js';
import {concurrentSessionUsage, errorMessage} from './notices.js';
import {createSession, type SessionOptions} from './session.js';

/**
A WebSocket with a session on it.
*/
export type Connection = {
	/**
	Whether its session counts towards the quota: until its last message, or until the socket closes.
	*/
	readonly isActive: () => boolean;
};

export type ConnectionOptions = SessionOptions & {
	readonly fault?: Fault;

	/**
	How many sessions are active, this one included, and how many may be.
	*/
	readonly usage: () => number;
	readonly quota: number;

	/**
	Whether there were too many already.
	*/
	readonly isOverQuota: boolean;
};

/**
Runs a session on a WebSocket that has just been opened.
*/
export const openConnection = (webSocket: WebSocket, options: ConnectionOptions): Connection => {
	const {fault, usage, quota, isOverQuota, timers} = options;
	let isEnded = false;

	const send = (message: ServerMessage): void => {
		if (webSocket.readyState !== webSocket.OPEN) {
			return;
		}

		webSocket.send(JSON.stringify(message));
		if (isMidSession(message)) {
			failAsAsked();
		}
	};

	const end = (error?: RealTimeError): void => {
		isEnded = true;
		limits.stop();
		webSocket.resume(); // Or the close frame of the client would never be read.
		if (error) {
			send(errorMessage(error));
			webSocket.close(closeCodes[error.type], closeReason(error.type));
		} else {
			timers.after(closeDelayMs, () => {
				webSocket.close(1000);
			});
		}
	};

	const session = createSession(options, {
		send,
		setFull(isFull) {
			webSocket[isFull ? 'pause' : 'resume']();
		},
		accept() {
			send(concurrentSessionUsage(usage(), quota, new Date().toISOString()));
		},
		end,
	});
	const limits = startLimits(timers, {
		warn: send,
		fail: session.fail,
		ping() {
			webSocket.ping();
		},
	});

	const failAsAsked = (): void => {
		if (fault === 'job_error') {
			session.fail(new RealTimeError('job_error', 'The engine failed, as it was asked to.'));
		} else if (fault === 'non-json') {
			webSocket.send('{"message": "Add');
		} else if (fault === 'tcp-reset') {
			// Not before the final has arrived: a reset takes with it what the client has not read.
			timers.after(resetDelayMs, () => {
				webSocket.terminate();
			});
		}
	};

	const refuse = (): void => {
		session.fail(quotaExceeded());
	};

	const receive = (data: Buffer, isBinary: boolean): void => {
		limits.hearFrame();
		if (isOverQuota) {
			refuse();
		} else if (isBinary) {
			limits.hearAudio();
			session.receiveAudio(data);
		} else {
			session.receiveText(data.toString());
		}
	};

	webSocket.on('message', receive);
	webSocket.on('ping', limits.hearFrame);
	webSocket.on('pong', limits.hearFrame);
	webSocket.on('error', () => undefined); // The WebSocket closes itself with a fitting code.
	webSocket.on('close', () => {
		session.abandon();
		limits.stop();
	});

	if (fault === 'bare-close-4005') {
		webSocket.close(closeCodes.quota_exceeded, closeReason('quota_exceeded'));
	} else if (isOverQuota) {
		timers.after(refusalDelayMs, refuse);
	}

	return {isActive: () => !isOverQuota && !isEnded && webSocket.readyState === webSocket.OPEN};
};

/**
After EndOfTranscript the client closes; this is how long it is waited for.
*/
const closeDelayMs = 5000;

const resetDelayMs = 100;

/**
A refusal that comes with the answer to the handshake is lost on clients that listen only after it.
*/
const refusalDelayMs = 100;
