import type {Duplex} from 'node:stream';
import type {WebSocket} from 'ws';
import type {DrawnFault} from '../faults/drawn-fault.js';
import type {RealTimeFault} from '../faults/real-time/real-time-fault.js';
import {sessionManner, watchSession} from '../faults/real-time/session-faults.js';
import type {ServerLimits} from '../server-limits.js';
import {audioClock} from './audio-clock.js';
import {closeCodes, closeReason, quotaExceeded, RealTimeError} from './errors.js';
import {startLimits} from './limits.js';
import type {ServerMessage} from './messages.js';
import {concurrentSessionUsage, errorMessage} from './notices.js';
import {plainOutlet} from './plain-outlet.js';
import {createSession} from './session.js';
import type {SessionOptions} from './session-options.js';
import {cutOffUnread} from './unread-limit.js';

/**
A WebSocket with a session on it.
*/
export type Connection = {
	/**
	Whether its session counts towards the quota: until its last message, or until the socket closes.
	*/
	readonly isActive: () => boolean;
};

export type ConnectionOptions = Omit<SessionOptions, 'endDelayMs'> & {
	/**
	The connection under the WebSocket.
	*/
	readonly socket: Duplex;

	/**
	The faults whose lot has fallen on this session.
	*/
	readonly faults: ReadonlyArray<DrawnFault<RealTimeFault>>;

	readonly limits: Pick<ServerLimits, 'startMs' | 'unreadBytes'>;

	/**
	Takes out of an Error what it must not repeat.
	*/
	readonly hide: (text: string) => string;

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
	const {socket, faults, usage, quota, isOverQuota, timers, limits: serverLimits, hide} = options;
	const manner = sessionManner(faults, timers);
	const outlet = manner.outlet(plainOutlet(webSocket), webSocket);
	let isEnded = false;
	let isSilent = false;
	let isReading = true;
	let audioMs = (_byteCount: number): number => 0;
	let heardBytes = 0;

	const send = (message: ServerMessage): void => {
		if (!isSilent && webSocket.readyState === webSocket.OPEN) {
			outlet.send(JSON.stringify(message));
			events.sent(message);
			cutOffUnread(webSocket, socket, serverLimits.unreadBytes);
		}
	};

	const close = (code: number, reason: string): void => {
		if (!isSilent) {
			outlet.close(code, reason);
		}
	};

	const setReading = (isWanted: boolean): void => {
		webSocket[isWanted && isReading ? 'resume' : 'pause']();
	};

	const end = (error?: RealTimeError): void => {
		isEnded = true;
		limits.stop();
		setReading(true); // Or the close frame of the client would never be read.
		if (error) {
			send(errorMessage(error, hide));
			close(closeCodes[error.type], closeReason(error.type));
		} else {
			timers.after(closeDelayMs, () => {
				close(1000, '');
			});
		}
	};

	const session = createSession(
		{...options, endDelayMs: manner.endDelayMs()},
		{
			send,
			setFull(isFull) {
				setReading(!isFull);
			},
			accept(config) {
				stopWaiting();
				audioMs = audioClock(config);
				events.reach('start');
				send(concurrentSessionUsage(usage(), quota, new Date().toISOString()));
			},
			hear(byteCount) {
				limits.hearAudio();
				heardBytes += byteCount;
				events.hear(audioMs(heardBytes));
			},
			end,
		},
	);
	const limits = startLimits(timers, {
		warn: send,
		fail: session.fail,
		ping() {
			webSocket.ping();
		},
	});
	const stopWaiting = timers.after(serverLimits.startMs, () => {
		const seconds = serverLimits.startMs / 1000;
		session.fail(new RealTimeError('idle_timeout', `StartRecognition did not come within ${seconds} s.`));
	});
	const events = watchSession(faults, {
		socket,
		timers,
		outlet,
		fail: session.fail,
		silence(andRead) {
			isSilent = true;
			isEnded = true; // It is as good as gone, and takes nobody's place.
			isReading = andRead;
			stopWaiting();
			limits.stop();
			setReading(andRead);
			session.abandon();
		},
	});

	const refuse = (): void => {
		session.fail(quotaExceeded());
	};

	const receive = (data: Buffer, isBinary: boolean): void => {
		limits.hearFrame();
		if (isOverQuota) {
			refuse();
		} else if (isBinary) {
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
		stopWaiting();
		limits.stop();
		events.stop();
	});

	if (isOverQuota) {
		timers.after(refusalDelayMs, refuse);
	} else {
		events.reach('open');
	}

	return {isActive: () => !isOverQuota && !isEnded && webSocket.readyState === webSocket.OPEN};
};

/**
After EndOfTranscript the client closes; this is how long it is waited for.
*/
const closeDelayMs = 5000;

/**
A refusal that comes with the answer to the handshake is lost on clients that listen only after it.
*/
const refusalDelayMs = 100;
