import {describe, expect, it} from 'vitest';
import type {Comparison} from '../../source/core/comparison.js';
import {comparisonRows} from '../../source/core/comparison-rows.js';
import {initialRunState} from '../../source/core/run-state.js';
import {errorsOf, finishedComparison} from '../helpers/comparison.js';

const table = (comparison: Comparison) =>
	Object.fromEntries(
		comparisonRows.map(row => [
			row.id,
			[row.title(comparison), row.cell(comparison, 'batch'), row.cell(comparison, 'real-time')],
		]),
	);

describe('the comparison', () => {
	it('of a finished run has a figure in every row', () => {
		expect(table(finishedComparison)).toEqual({
			latency: ['Latency', '1.8 s after submit', '0.5 s partial · 1.9 s final (p95 1.9 s, 100 words)'],
			split: [
				'Where time goes',
				'upload 0.04 s · running 1.7 s · noticed 0.06 s · download 0.03 s',
				'connect 0.06 s · start 0.03 s · first partial 0.5 s · stable 0.7 s',
			],
			'real-time-factor': ['Real-time factor', '0.051', '1 (the pace of speech)'],
			accuracy: ['Agreement', '95.0 % the same as real-time', '95.0 % the same as batch'],
			unstable: ['Unstable words', '–', '11.0 % (11 of 100)'],
			cost: ['Cost', '$0.0040 ($0.40/h)', '$0.0043 ($0.43/h)'],
			use: ['Use for', 'recordings, archives, best text', 'captions, calls, live streams'],
			limits: ['Limits · partials', '1 GB a file · no', '48 h a session · yes'],
		});
	});

	it('shows accuracy where there is a reference, with the count of its words', () => {
		const {accuracy} = table({
			...finishedComparison,
			accuracy: {batch: errorsOf(4), realTime: errorsOf(7), agreement: 0.95},
		});
		expect(accuracy).toEqual(['Accuracy', '4.0 % WER of 100 words', '7.0 % WER of 100 words']);
	});

	it('marks latencies at another pace as not comparable', () => {
		expect(table({...finishedComparison, pace: 8})['latency']?.[2]).toBe('not comparable at pace 8');
	});

	it('says what the audio would cost in a mode that did not run', () => {
		const comparison = {
			...finishedComparison,
			run: {...finishedComparison.run, batch: initialRunState.batch},
		};
		expect(table(comparison)['cost']?.[1]).toBe('would be $0.0040 ($0.40/h)');
	});

	it('says so where a model has no price', () => {
		expect(table({...finishedComparison, prices: []})['cost']?.[1]).toBe('no price for enhanced');
	});

	it('has no cost of audio whose length is not known, but its price', () => {
		const comparison = {...finishedComparison, audioSeconds: 0};
		expect(table(comparison)['cost']?.[1]).toBe('– ($0.40/h)');
		expect(table({...comparison, run: initialRunState})['cost']?.[1]).toBe('– ($0.40/h)');
	});

	it('has cost nothing where no job was made, however long the audio', () => {
		const batch = {...initialRunState.batch, phase: 'failed', begunMs: 0} as const;
		const comparison = {...finishedComparison, run: {...finishedComparison.run, batch}, audioSeconds: 0};
		expect(table(comparison)['cost']?.[1]).toBe('$0.00 ($0.40/h)');
	});

	it('has no figure for what has not happened, and never NaN', () => {
		const cells = Object.values(
			table({...finishedComparison, run: initialRunState, audioSeconds: 0, accuracy: {}}),
		);
		expect(cells.flat().join(' ')).not.toMatch(/NaN|undefined|Infinity/);
	});

	it('explains every row', () => {
		for (const row of comparisonRows) {
			expect(row.help).toMatch(/\.$/);
		}
	});
});
