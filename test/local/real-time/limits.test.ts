import {describe, expect, it} from 'vitest';
import {startLimits} from '../../../source/local/real-time/limits.js';
import {createManualTimers} from '../../helpers/manual-timers.js';

const minutes = (count: number): number => count * 60_000;

/**
Limits whose events are noted with the minute in which they come.
*/
const startRecordedLimits = () => {
	const timers = createManualTimers();
	const events: Array<readonly [minute: number, type: unknown, reason: unknown]> = [];
	let pingCount = 0;
	const note = (type: unknown, reason: unknown): void => {
		events.push([timers.nowMs() / minutes(1), type, reason]);
	};

	const limits = startLimits(timers, {
		warn({type, reason}) {
			note(type, reason);
		},
		fail({type, message}) {
			note(`Error ${type}`, message);
		},
		ping() {
			pingCount += 1;
		},
	});

	/**
	Time passes, with a sign of life each minute.
	*/
	const live = (durationMinutes: number, hear: () => void = limits.hearFrame): void => {
		for (let minute = 0; minute < durationMinutes; minute++) {
			timers.advance(minutes(1));
			hear();
		}
	};

	return {timers, limits, live, events, pings: () => pingCount};
};

describe('startLimits', () => {
	it('R41: ends a session after 3 minutes without a sign of life', () => {
		const {timers, limits, events} = startRecordedLimits();
		timers.advance(minutes(2));
		limits.hearFrame();
		timers.advance(minutes(2.9));
		expect(events).toEqual([]);

		timers.advance(minutes(0.1));
		expect(events).toEqual([
			[5, 'Error idle_timeout', 'Neither audio nor an answer to a ping came for 3 minutes.'],
		]);
	});

	it('R42: warns 15, 10 and 5 minutes before an hour without audio, then ends', () => {
		const {live, events} = startRecordedLimits();
		live(60);
		expect(events).toEqual([
			[
				45,
				'idle_timeout',
				'Session will timeout in 15m due to inactivity, no audio sent within the last 45m',
			],
			[
				50,
				'idle_timeout',
				'Session will timeout in 10m due to inactivity, no audio sent within the last 50m',
			],
			[55, 'idle_timeout', 'Session will timeout in 5m due to inactivity, no audio sent within the last 55m'],
			[60, 'Error idle_timeout', 'No audio was sent within the last hour.'],
		]);
	});

	it('R42: counts the hour from the last audio, warnings included', () => {
		const {limits, live, events} = startRecordedLimits();
		live(47);
		limits.hearAudio();
		live(46);
		expect(events.map(([minute, type]) => [minute, type])).toEqual([
			[45, 'idle_timeout'],
			[92, 'idle_timeout'],
		]);
	});

	it('warns 45, 30 and 15 minutes before 48 hours, then ends, however lively the session', () => {
		const {limits, live, events} = startRecordedLimits();
		live(48 * 60, () => {
			limits.hearFrame();
			limits.hearAudio();
		});
		expect(events.map(([minute, type]) => [48 * 60 - minute, type])).toEqual([
			[45, 'session_timeout'],
			[30, 'session_timeout'],
			[15, 'session_timeout'],
			[0, 'Error session_timeout'],
		]);
		expect(events[0]?.[2]).toBe(
			'Session will timeout in 45m due to max duration, session has been active for 2835m',
		);
	});

	it('R43: asks for a sign of life every 20 s', () => {
		const {timers, pings} = startRecordedLimits();
		timers.advance(minutes(1));
		expect(pings()).toBe(3);
	});

	it('is silent once it is stopped', () => {
		const {timers, limits, events, pings} = startRecordedLimits();
		limits.stop();
		timers.advance(minutes(48 * 60));
		expect(events).toEqual([]);
		expect(pings()).toBe(0);
	});
});
