import type {Timers} from '../../timers.js';
import type {Outlet} from './real-time-fault.js';

/**
What may wait, in characters: the messages of more than a minute at the pace of speech.
*/
const mostWaiting = 4 * 1024 * 1024;

/**
What a message takes besides its text.
*/
const messageWeight = 512;

/**
An outlet that lets each message out later, in the order in which they come. What waits is bounded, whatever lag a client
asks for: beyond that the oldest go out at once.

@param drawLagMs - Asked for each message.
@returns The outlet, and what drops all that waits, for when the client is gone.
*/
export const laggingOutlet = (
	outlet: Outlet,
	drawLagMs: () => number,
	timers: Timers,
): {readonly outlet: Outlet; readonly drop: () => void} => {
	const waiting: Array<{readonly dueMs: number; readonly weight: number; readonly act: () => void}> = [];
	let waitingWeight = 0;
	let lastMs = 0;
	let isDropped = false;
	let cancel = (): void => undefined;

	const letOldestOut = (): void => {
		const oldest = waiting.shift();
		waitingWeight -= oldest?.weight ?? 0;
		oldest?.act();
	};

	const awaitOldest = (): void => {
		cancel();
		const [oldest] = waiting;
		if (oldest) {
			cancel = timers.after(Math.max(0, oldest.dueMs - timers.nowMs()), () => {
				letOldestOut(); // A timer may come a little early: it is due all the same.
				while (waiting[0] && waiting[0].dueMs <= timers.nowMs()) {
					letOldestOut();
				}

				awaitOldest();
			});
		}
	};

	const later = (length: number, act: () => void): void => {
		if (isDropped) {
			return;
		}

		const weight = length + messageWeight;
		lastMs = Math.max(lastMs, timers.nowMs() + drawLagMs());
		waiting.push({dueMs: lastMs, weight, act});
		waitingWeight += weight;
		const [oldest] = waiting;
		while (waitingWeight > mostWaiting) {
			letOldestOut();
		}

		if (waiting.length === 1 || oldest !== waiting[0]) {
			awaitOldest();
		}
	};

	return {
		outlet: {
			send(text) {
				later(text.length, () => outlet.send(text));
			},
			close(code, reason) {
				later(reason.length, () => outlet.close(code, reason));
			},
		},
		drop() {
			isDropped = true;
			waiting.length = 0;
			cancel();
		},
	};
};
