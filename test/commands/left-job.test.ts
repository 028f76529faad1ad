import {describe, expect, it} from 'vitest';
import {leavesJob} from '../../source/commands/left-job.js';
import {type BatchState, initialBatchState} from '../../source/core/batch-state.js';
import type {Problem} from '../../source/core/problem.js';

const interrupted: Problem = {kind: 'interrupted', message: 'Stopped.', nextStep: 'Go on.'};
const stopped = (state: Partial<BatchState>): BatchState => ({
	...initialBatchState,
	phase: 'failed',
	problem: interrupted,
	...state,
});

const whole = {sentBytes: 100, totalBytes: 100};

describe('a batch run that was stopped', () => {
	it.each<readonly [string, Partial<BatchState>, boolean]>([
		['whose job is known', {jobReference: 'duet-1', jobId: 'a1', ...whole}, true],
		['whose upload was complete, and whose answer had not come', {jobReference: 'duet-1', ...whole}, true],
		['that gave an address, and whose answer had not come', {jobReference: 'duet-1'}, true],
		['in mid-upload', {jobReference: 'duet-1', sentBytes: 99, totalBytes: 100}, false],
		['before its upload', {}, false],
		[
			'by the service, not by the user',
			{jobReference: 'duet-1', ...whole, problem: {...interrupted, kind: 'rejected'}},
			false,
		],
	])('%s', (_what, state, isLeft) => {
		expect(leavesJob({kind: 'cloud'}, stopped(state))).toBe(isLeft);
		expect(leavesJob({kind: 'on-premises'}, stopped(state))).toBe(isLeft);
		expect(leavesJob({kind: 'local'}, stopped(state))).toBe(false);
	});
});
