import {describe, expect, it} from 'vitest';
import {initialBatchState, reduceBatch} from '../../../source/core/batch-state.js';
import {initialRunState} from '../../../source/core/run-state.js';
import type {BatchEvent} from '../../../source/core/transcript-event.js';
import type {CurrentRun} from '../../../source/ui/current-run.js';
import {batchHead} from '../../../source/ui/panes/batch-head.js';
import {plainTheme} from '../../helpers/screen-frame.js';

const problem = {
	kind: 'quota',
	message: 'asr.example runs too many jobs at once (HTTP 429).',
	nextStep: 'Wait.',
	summary: 'server busy (429)',
} as const;

const headAt = (nowMs: number, ...events: readonly BatchEvent[]) => {
	const batch = events.reduce(
		(state, event, index) => reduceBatch(state, {event, receivedMs: index * 1000}),
		initialBatchState,
	);
	const current = {run: {...initialRunState, batch}, nowMs} as CurrentRun;
	return batchHead(current, 40, plainTheme).map(line => line.map(({text}) => text).join(''));
};

const begun: readonly BatchEvent[] = [{type: 'begun'}, {type: 'job-created', jobId: 'a1'}];
const retrying = {type: 'retrying', attempt: 2, waitMs: 4000, problem} as const;

describe('the head of the batch pane', () => {
	it('says what is waited for, and for how long, above how far the job is', () => {
		expect(headAt(2000, ...begun, retrying).slice(0, 2)).toEqual([
			'server busy (429), again in 4 s',
			'job a1 is running · 2.0 s',
		]);
	});

	it('says so no longer once all is well again', () => {
		const [first] = headAt(7000, ...begun, retrying, {type: 'job-status', jobId: 'a1', status: 'running'});
		expect(first).toBe('job a1 is running · 7.0 s');
	});

	it('shows a message from outside without what could move the cursor', () => {
		const {summary: _none, ...plain} = problem;
		const hostile = {...retrying, problem: {...plain, message: 'Busy\u{1B}[2J.'}};
		expect(headAt(2000, ...begun, hostile)[0]).toBe('Busy␛[2J, again in 4 s');
	});
});
