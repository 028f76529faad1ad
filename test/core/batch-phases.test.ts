import {describe, expect, it} from 'vitest';
import {batchPhasesMs, turnaroundMs} from '../../source/core/batch-phases.js';
import type {BatchEvent} from '../../source/core/transcript-event.js';
import {foldBatch as fold} from '../helpers/fold-batch.js';
import {word} from '../helpers/words.js';

const transcript = (serverMs?: number): BatchEvent => ({
	type: 'transcript',
	words: [word('Ship', 0, 0.4)],
	wordDelimiter: ' ',
	document: {},
	...(serverMs !== undefined && {serverMs}),
});

const done = (serverMs?: number) =>
	fold([
		[100, {type: 'begun'}],
		[120, {type: 'uploading', sentBytes: 10, totalBytes: 10}],
		[140, {type: 'job-created', jobId: 'a1'}],
		[150, {type: 'job-status', jobId: 'a1', status: 'running'}],
		[1900, {type: 'job-status', jobId: 'a1', status: 'done'}],
		[1930, transcript(serverMs)],
		[1930, {type: 'finished'}],
	]);

describe('the time of a batch run', () => {
	it('takes from its begin to the transcript in hand', () => {
		expect(turnaroundMs(done())).toBe(1830);
	});

	it('spends its time on upload, running, noticing and download, by the server’s own duration', () => {
		expect(batchPhasesMs(done(1700))).toEqual({
			upload: 40,
			queued: 0,
			running: 1700,
			noticed: 60,
			download: 30,
		});
	});

	it('knows of no noticing where the server does not say when it was done', () => {
		expect(batchPhasesMs(done())).toEqual({upload: 40, queued: 0, running: 1760, download: 30});
	});

	it('never counts more noticing than there was time, whatever the server says', () => {
		for (const serverMs of [-5000, 0, 1e9]) {
			const phases = batchPhasesMs(done(serverMs));
			const values = Object.values(phases ?? {});
			expect(values.every(value => value >= 0)).toBe(true);
			expect(values.reduce((sum, value) => sum + value, 0)).toBe(1830);
		}
	});

	it('was queued only where the server said so', () => {
		const state = fold([
			[0, {type: 'begun'}],
			[10, {type: 'job-created', jobId: 'a1'}],
			[20, {type: 'job-status', jobId: 'a1', status: 'queued'}],
			[50, {type: 'job-status', jobId: 'a1', status: 'running'}],
			[90, {type: 'job-status', jobId: 'a1', status: 'done'}],
			[95, transcript()],
		]);
		expect(batchPhasesMs(state)).toEqual({upload: 10, queued: 40, running: 40, download: 5});
	});

	it('has no figures before it is done', () => {
		const state = fold([[0, {type: 'begun'}]]);
		expect([turnaroundMs(state), batchPhasesMs(state)]).toEqual([undefined, undefined]);
	});
});

it('the times of a run that went on with another job add up to its turnaround', () => {
	const state = fold([
		[0, {type: 'begun'}],
		[10, {type: 'job-created', jobId: 'lost'}],
		[20, {type: 'job-status', jobId: 'lost', status: 'running'}],
		[6000, {type: 'job-created', jobId: 'new'}],
		[6100, {type: 'job-status', jobId: 'new', status: 'running'}],
		[9000, {type: 'job-status', jobId: 'new', status: 'done'}],
		[9100, transcript()],
	]);
	expect(batchPhasesMs(state)).toEqual({upload: 6000, queued: 0, running: 3000, download: 100});
	expect(turnaroundMs(state)).toBe(9100);
});
