import {describe, expect, it} from 'vitest';
import {reduceBatch} from '../../source/core/batch-state.js';
import type {BatchEvent} from '../../source/core/transcript-event.js';
import {foldBatch as fold} from '../helpers/fold-batch.js';

describe('a batch run', () => {
	it('keeps the job’s id when it fails', () => {
		const problem = {kind: 'rejected', message: 'No speech.', nextStep: 'Listen to it.'} as const;
		const state = fold([
			[0, {type: 'begun'}],
			[10, {type: 'job-created', jobId: 'a1'}],
			[20, {type: 'failed', problem}],
		]);
		expect(state).toMatchObject({phase: 'failed', jobId: 'a1', problem});
	});

	it('knows what its job is found by before the job is there', () => {
		const state = fold([
			[0, {type: 'begun'}],
			[5, {type: 'submitting', reference: 'duet-1-2'}],
		]);
		expect(state).toMatchObject({phase: 'uploading', jobReference: 'duet-1-2'});
		expect(state.jobId).toBeUndefined();
	});

	it('shows an upload that is tried again from its start', () => {
		const problem = {kind: 'network', message: 'It broke.', nextStep: 'Wait.'} as const;
		const state = fold([
			[0, {type: 'begun'}],
			[10, {type: 'uploading', sentBytes: 70, totalBytes: 100}],
			[20, {type: 'retrying', attempt: 2, waitMs: 1000, problem}],
			[1020, {type: 'uploading', sentBytes: 0, totalBytes: 100}],
		]);
		expect(state).toMatchObject({sentBytes: 0, totalBytes: 100, retryCount: 1});
	});
});

describe('a batch run that failed and is gone on with', () => {
	const problem = {kind: 'interrupted', message: 'Stopped.', nextStep: 'Go on.'} as const;
	const failed = fold([
		[0, {type: 'begun'}],
		[5, {type: 'submitting', reference: 'duet-1-2'}],
		[10, {type: 'uploading', sentBytes: 70, totalBytes: 100}],
		[20, {type: 'failed', problem}],
	]);

	it.each<readonly [string, BatchEvent]>([
		['uploading', {type: 'submitting', reference: 'duet-3-4'}],
		['queued', {type: 'job-created', jobId: 'a1'}],
		['queued', {type: 'job-status', jobId: 'a1', status: 'queued'}],
		['running', {type: 'job-status', jobId: 'a1', status: 'running'}],
		['downloading', {type: 'job-status', jobId: 'a1', status: 'done'}],
		['done', {type: 'finished'}],
	])('is %s again, and has neither its problem nor its end any more', (phase, event) => {
		const state = reduceBatch(failed, {event, receivedMs: 900});
		expect(state.phase).toBe(phase);
		expect(state).not.toHaveProperty('problem');
		expect(state.endedMs).toBe(phase === 'done' ? 900 : undefined);
	});

	it('knows nothing of an earlier job once its recording is submitted again', () => {
		const state = [
			{type: 'job-created', jobId: 'a1'} as const,
			{type: 'job-status', jobId: 'a1', status: 'done'} as const,
			{type: 'job-status', jobId: 'a1', status: 'expired'} as const,
			{type: 'submitting', reference: 'duet-3-4'} as const,
		].reduce((before, event) => reduceBatch(before, {event, receivedMs: 900}), failed);
		expect(state).toMatchObject({phase: 'uploading', jobReference: 'duet-3-4', begunMs: 0});
		for (const name of ['jobId', 'jobStatus', 'jobCreatedMs', 'runningMs', 'noticedMs']) {
			expect(state).not.toHaveProperty(name);
		}
	});

	it('has the problem of the second time where it fails again', () => {
		const second = {...problem, message: 'Stopped again.'};
		const state = [
			{type: 'job-created', jobId: 'a1'} as const,
			{type: 'failed', problem: second} as const,
		].reduce((before, event) => reduceBatch(before, {event, receivedMs: 900}), failed);
		expect(state).toMatchObject({phase: 'failed', problem: second, endedMs: 900});
	});
});

describe('a wait of a batch run', () => {
	const problem = {kind: 'quota', message: 'Busy.', nextStep: 'Wait.'} as const;
	const waiting = fold([
		[0, {type: 'begun'}],
		[10, {type: 'job-created', jobId: 'a1'}],
		[20, {type: 'retrying', attempt: 3, waitMs: 4000, problem}],
	]);

	it('is known with its end, its attempt and its reason, and the phase stays', () => {
		expect(waiting).toMatchObject({
			phase: 'queued',
			retryCount: 1,
			waiting: {attempt: 3, untilMs: 4020, problem},
		});
	});

	it.each<BatchEvent>([
		{type: 'job-status', jobId: 'a1', status: 'running'},
		{type: 'uploading', sentBytes: 0, totalBytes: 1},
		{type: 'warned', message: 'Look.'},
		{type: 'failed', problem},
	])('is over with the next event: $type', event => {
		const state = reduceBatch(waiting, {event, receivedMs: 4100});
		expect(state).not.toHaveProperty('waiting');
		expect(state.retryCount).toBe(1);
	});

	it('is replaced by the next one', () => {
		const event = {type: 'retrying', attempt: 4, waitMs: 8000, problem} as const;
		const state = reduceBatch(waiting, {event, receivedMs: 5000});
		expect(state).toMatchObject({retryCount: 2, waiting: {attempt: 4, untilMs: 13_000}});
	});
});
