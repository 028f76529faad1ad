import type {Timers} from '../timers.js';
import {startCountdown} from './countdown.js';
import {RealTimeError} from './errors.js';
import type {ServerMessage} from './messages.js';
import {warning} from './notices.js';

/**
The limits on one connection's time.
*/
export type Limits = {
	/**
	Audio came.
	*/
	readonly hearAudio: () => void;

	/**
	Anything came, even if only the answer to a ping.
	*/
	readonly hearFrame: () => void;
	readonly stop: () => void;
};

export type LimitEvents = {
	readonly warn: (message: ServerMessage) => void;
	readonly fail: (error: RealTimeError) => void;
	readonly ping: () => void;
};

/**
Starts the clocks of a connection: 48 hours in all, one hour without audio, three minutes without any sign of life.

@see The service's limits. It gives two of them three warnings each.
*/
export const startLimits = (timers: Timers, {warn, fail, ping}: LimitEvents): Limits => {
	const session = startCountdown(timers, {
		limitMinutes: 48 * 60,
		warnMinutesBefore: [45, 30, 15],
		warn(minutesLeft, minutes) {
			warn(
				warning(
					'session_timeout',
					`Session will timeout in ${minutesLeft}m due to max duration, session has been active for ${minutes}m`,
				),
			);
		},
		end() {
			fail(new RealTimeError('session_timeout', 'The session has reached its longest duration, 48 hours.'));
		},
	});
	const audio = startCountdown(timers, {
		limitMinutes: 60,
		warnMinutesBefore: [15, 10, 5],
		warn(minutesLeft, minutes) {
			warn(
				warning(
					'idle_timeout',
					`Session will timeout in ${minutesLeft}m due to inactivity, no audio sent within the last ${minutes}m`,
				),
			);
		},
		end() {
			fail(new RealTimeError('idle_timeout', 'No audio was sent within the last hour.'));
		},
	});
	const life = startCountdown(timers, {
		limitMinutes: 3,
		warnMinutesBefore: [],
		warn() {},
		end() {
			fail(new RealTimeError('idle_timeout', 'Neither audio nor an answer to a ping came for 3 minutes.'));
		},
	});
	const stopPings = startPings(timers, ping);
	return {
		hearAudio: audio.restart,
		hearFrame: life.restart,
		stop() {
			session.stop();
			audio.stop();
			life.stop();
			stopPings();
		},
	};
};

/**
A client that has vanished without a word is only found out by asking.
*/
const startPings = (timers: Timers, ping: () => void): (() => void) => {
	let cancel = (): void => undefined;
	const arm = (): void => {
		cancel = timers.after(pingIntervalMs, () => {
			ping();
			arm();
		});
	};

	arm();
	return () => {
		cancel();
	};
};

const pingIntervalMs = 20_000;
