import type {Duplex} from 'node:stream';
import type {WebSocket} from 'ws';
import type {ServerMessage} from '../../real-time/messages.js';
import type {Timers} from '../../timers.js';
import type {DrawnFault, Point} from '../drawn-fault.js';
import type {Moment} from '../fault-spec.js';
import type {Outlet, RealTimeFault, Victim} from './real-time-fault.js';

type Drawn = ReadonlyArray<DrawnFault<RealTimeFault>>;

/**
The faults of one session that are its way: how its bytes and messages are sent, and when it ends.
*/
export type SessionManner = {
	readonly shape: (socket: Duplex) => Duplex;
	readonly outlet: (outlet: Outlet, webSocket: WebSocket) => Outlet;
	readonly endDelayMs: () => number;
};

export const sessionManner = (drawn: Drawn, timers: Timers): SessionManner => ({
	shape: socket =>
		drawn.reduce(
			(shaped, one) =>
				one.fault.byDefault === undefined ? (one.fault.shape?.(one, shaped, timers) ?? shaped) : shaped,
			socket,
		),
	outlet: (plain, webSocket) =>
		drawn.reduce(
			(outlet, one) =>
				one.fault.byDefault === undefined
					? (one.fault.outlet?.(one, outlet, webSocket, timers) ?? outlet)
					: outlet,
			plain,
		),
	endDelayMs: () =>
		Math.max(
			0,
			...drawn.map(one => (one.fault.byDefault === undefined ? (one.fault.endDelayMs?.(one) ?? 0) : 0)),
		),
});

/**
The faults of one session that are events. They happen when the session has come to their point, each once.
*/
export type SessionEvents = {
	readonly reach: (moment: Moment) => void;

	/**
	@param ms - How much audio has been heard in all.
	*/
	readonly hear: (ms: number) => void;
	readonly sent: (message: ServerMessage) => void;
	readonly stop: () => void;
};

export const watchSession = (drawn: Drawn, victim: Victim): SessionEvents => {
	const {timers} = victim;
	const pending = new Set(drawn);
	let cancels: ReadonlyArray<() => void> = [];
	let messageCount = 0;

	const strikeWhere = (isThere: (point: Point) => boolean): void => {
		for (const one of pending) {
			if (one.fault.byDefault !== undefined && one.point && isThere(one.point)) {
				pending.delete(one);
				if (one.happen()) {
					if (one.fault.isEnd) {
						pending.clear();
					}

					one.fault.strike(one, victim);
				}
			}
		}
	};

	const reach = (moment: Moment): void => {
		strikeWhere(point => point.type === 'moment' && point.moment === moment);
		if (moment === 'open') {
			cancels = [...pending].flatMap(({point}) =>
				point?.type === 'open'
					? [timers.after(point.amount, () => strikeWhere(other => other === point))]
					: [],
			);
		}
	};

	return {
		reach,
		hear(ms) {
			strikeWhere(point => point.type === 'audio' && ms >= point.amount);
		},
		sent(message) {
			messageCount += 1;
			strikeWhere(point => point.type === 'messages' && messageCount >= point.amount);
			if (hasFinalWords(message)) {
				reach('words');
			}
		},
		stop() {
			pending.clear();
			for (const cancel of cancels) {
				cancel();
			}
		},
	};
};

const hasFinalWords = ({message, results}: ServerMessage): boolean =>
	message === 'AddTranscript' && Array.isArray(results) && results.length > 0;
