import {describe, expect, it} from 'vitest';
import {initialBatchState, reduceBatch} from '../../source/core/batch-state.js';
import type {BatchEvent} from '../../source/core/transcript-event.js';
import {batchStatus, warningOf} from '../../source/terminal/run-progress.js';

const problem = {
	kind: 'network',
	message: 'The connection to asr.example broke.',
	nextStep: 'Wait.',
	summary: 'connection lost',
} as const;
const retrying = {type: 'retrying', attempt: 2, waitMs: 4000, problem} as const;

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
