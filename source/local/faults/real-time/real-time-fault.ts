import type {Duplex} from 'node:stream';
import type {WebSocket} from 'ws';
import type {RealTimeError} from '../../real-time/errors.js';
import type {Timers} from '../../timers.js';
import type {DrawnFault} from '../drawn-fault.js';
import type {FaultDeclaration} from '../fault.js';
import type {Moment} from '../fault-spec.js';

/**
A fault of a real-time session. It is an event, or the way of the whole session.
*/
export type RealTimeFault = FaultDeclaration & {readonly layer: 'real-time'} & (
		| {
				/**
				Where it happens if no place is said.
				*/
				readonly byDefault: Moment;

				/**
				Whether the session is over with it, so that nothing else happens to it.
				*/
				readonly isEnd?: true;
				readonly strike: (drawn: DrawnFault<RealTimeFault>, victim: Victim) => void;
		  }
		| {
				readonly byDefault?: undefined;

				/**
				Changes the bytes on the wire, from the answer to the handshake on.
				*/
				readonly shape?: (drawn: DrawnFault<RealTimeFault>, socket: Duplex, timers: Timers) => Duplex;

				/**
				Changes how messages are sent.
				*/
				readonly outlet?: (
					drawn: DrawnFault<RealTimeFault>,
					outlet: Outlet,
					webSocket: WebSocket,
					timers: Timers,
				) => Outlet;

				/**
				How long EndOfTranscript is held back.
				*/
				readonly endDelayMs?: (drawn: DrawnFault<RealTimeFault>) => number;
		  }
	);

/**
The way out of a session, for its messages and its close frame. What is given to it first goes out first.
*/
export type Outlet = {
	readonly send: (text: string) => void;
	readonly close: (code: number, reason: string) => void;
};

/**
What an event can do to a session.
*/
export type Victim = {
	/**
	The connection under the WebSocket.
	*/
	readonly socket: Duplex;

	/**
	Ends the session with an Error message and the close frame that belongs to it.
	*/
	readonly fail: (error: RealTimeError) => void;

	/**
	Where the session's own messages go, too.
	*/
	readonly outlet: Outlet;

	/**
	From now on nothing is sent, not even an answer to a ping where nothing is read either.
	*/
	readonly silence: (andRead: boolean) => void;

	readonly timers: Timers;
};
