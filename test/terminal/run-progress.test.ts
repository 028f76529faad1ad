import {describe, expect, it} from 'vitest';
import {withHoldFrom, withHoldUntil} from '../../source/core/audio-holds.js';
import {initialBatchState, reduceBatch} from '../../source/core/batch-state.js';
import type {BatchEvent} from '../../source/core/transcript-event.js';
import {batchStatus, noteOf, realTimeStatus, warningOf} from '../../source/terminal/run-progress.js';
import {lostSession, resumedSession} from '../helpers/lost-session.js';

describe('the status of a real-time run', () => {
	it('says that another session is sought, and how much audio is kept for it', () => {
		expect(realTimeStatus(lostSession, 41)).toBe('connecting again (2), 3.1 s of audio kept');
	});

	it('says that it stands by while the audio is paused or lost, and goes on with it', () => {
		const held = {...resumedSession, droppedSeconds: 0, holds: withHoldFrom([], 1000)};
		expect(realTimeStatus(held)).toBe('standing by at 0:36 · 36.0 s behind');
		expect(realTimeStatus({...held, holds: withHoldUntil(held.holds, 2000)})).toMatch(/^streaming 0:36/);
	});

	it('says what audio was lost, for as long as anything is said', () => {
		const lost = '12.0 s of audio lost, as it was more than is kept';
		expect(realTimeStatus(resumedSession, 41)).toBe(`streaming 0:36 of 0:41 · 36.0 s behind · ${lost}`);
		expect(realTimeStatus({...resumedSession, phase: 'done'}, 41)).toBe(`done · 0:36 of 0:41 · ${lost}`);
	});
});

describe('the log of a real-time run', () => {
	const mode = 'real-time' as const;
	const receivedMs = 0;

	it('says each loss, and when it is made good', () => {
		const problem = {kind: 'network', message: 'The connection was lost.', nextStep: 'Wait.'} as const;
		expect(warningOf({mode, receivedMs, event: {type: 'retrying', attempt: 2, waitMs: 120, problem}})).toBe(
			'real-time: The connection was lost. Trying again in 0.1 s (attempt 2).',
		);
		expect(
			noteOf({mode, receivedMs, event: {type: 'session-resumed', atSeconds: 34, sentAgainSeconds: 2}}),
		).toBe('real-time: connected again at 0:34 · 2.0 s of audio sent again');
	});
});

const lost = {
	kind: 'network',
	message: 'The connection to asr.example broke.',
	nextStep: 'Wait.',
	summary: 'connection lost',
} as const;
const retrying = {type: 'retrying', attempt: 2, waitMs: 4000, problem: lost} as const;

const statusAt = (nowMs: number, ...events: readonly BatchEvent[]) =>
	batchStatus(
		events.reduce(
			(state, event, index) => reduceBatch(state, {event, receivedMs: index * 1000}),
			initialBatchState,
		),
		nowMs,
	);

describe('the line of a batch job that waits to try again', () => {
	it('says what for and how long, before there is a job', () => {
		expect(statusAt(2000, {type: 'begun'}, retrying)).toBe('connection lost, again in 3 s · 2.0 s');
	});

	it('names the job where there is one', () => {
		expect(statusAt(2000, {type: 'begun'}, {type: 'job-created', jobId: 'a1'}, retrying)).toBe(
			'connection lost, again in 4 s · job a1 · 2.0 s',
		);
	});

	it('is a line of its own in a log', () => {
		expect(warningOf({mode: 'batch', event: retrying, receivedMs: 0})).toBe(
			'batch: The connection to asr.example broke. Trying again in 4.0 s (attempt 2).',
		);
	});
});
