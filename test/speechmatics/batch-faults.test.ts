import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {initialBatchState, reduceBatch} from '../../source/core/batch-state.js';
import type {Recording} from '../../source/core/recording.js';
import {transcriptText} from '../../source/core/transcript-text.js';
import {createBatchEngine} from '../../source/speechmatics/batch-engine.js';
import {type BatchFault, batchFaults, fakeText, startBatchService} from '../helpers/batch-service.js';
import {collect} from '../helpers/collect.js';
import {createManualWaits} from '../helpers/manual-waits.js';
import {recordingOf} from '../helpers/recordings.js';
import {plainOptions} from '../helpers/transcription-options.js';

/**
So much nonsense in a row is believed, and no more: it is the answer of a wrong address, too.
*/
const mostNonsense = 3;

const withLittleNonsense = (faults: readonly BatchFault[]): readonly BatchFault[] => {
	let seen = 0;
	return faults.map(fault => {
		seen += fault === 'late page' || fault === 'late nonsense' ? 1 : 0;
		return seen > mostNonsense ? 'late reset' : fault;
	});
};

const faultyServices = fc.record({
	faults: fc.array(fc.constantFrom(...batchFaults), {maxLength: 12}).map(withLittleNonsense),
	looks: fc.nat(2),
	hiddenLists: fc.nat(1),
	missingTranscripts: fc.nat(3),
});

const recordings: fc.Arbitrary<Recording> = fc.constantFrom(recordingOf(100), recordingOf(400_000), {
	type: 'url',
	name: 'a.mp3',
	url: 'https://example.com/a.mp3',
} as const);

const engineFor = (url: string) =>
	createBatchEngine({
		apiKey: 'key-of-thirty-characters-3f9c',
		batchUrl: `${url}/v2`,
		...createManualWaits(),
		timings: {holdSeconds: 0, answerMs: 100, stalledMs: 100, progressMs: 10},
	});

describe('whatever goes wrong at each request, as long as it ends', () => {
	it('there is one job, and its transcript is the faultless one', async () => {
		await fc.assert(
			fc.asyncProperty(faultyServices, recordings, async ({faults, ...settings}, recording) => {
				await using service = await startBatchService({
					...settings,
					faultOf: number => faults[number],
				});
				const callsAt = new Map<string, number>();
				const {items, error} = await collect(
					engineFor(service.url).transcribe(recording, plainOptions, new AbortController().signal),
					({type}) => {
						callsAt.set(type, callsAt.get(type) ?? service.calls().length);
					},
				);
				expect(error).toBeUndefined();
				expect(service.jobs).toHaveLength(1);

				const [submitting] = items;
				expect(submitting).toEqual({type: 'submitting', reference: service.jobs[0]?.reference});
				expect(callsAt.get('submitting')).toBe(0);

				expect(items.filter(({type}) => type === 'job-created')).toEqual([
					{type: 'job-created', jobId: service.jobs[0]?.id},
				]);
				expect(service.calls().slice(0, callsAt.get('job-created'))).not.toContain('look');

				const state = items.reduce(
					(before, event) => reduceBatch(before, {event, receivedMs: 0}),
					initialBatchState,
				);
				expect(transcriptText(state.words)).toBe(fakeText);
				expect(state.waiting).toBeUndefined();
				expect(items.at(-1)?.type).toBe('transcript');
			}),
			{numRuns: 150},
		);
	}, 120_000);

	it('an abort at any moment ends it without an error and without another event', async () => {
		await fc.assert(
			fc.asyncProperty(
				faultyServices,
				recordings,
				fc.nat(20),
				async ({faults, ...settings}, recording, at) => {
					await using service = await startBatchService({
						...settings,
						faultOf: number => faults[number],
					});
					const abort = new AbortController();
					let seen = 0;
					const {items, error} = await collect(
						engineFor(service.url).transcribe(recording, plainOptions, abort.signal),
						() => {
							seen += 1;
							if (seen > at) {
								abort.abort();
							}
						},
					);
					expect(error).toBeUndefined();
					expect(items.length).toBeLessThanOrEqual(at + 1);
					expect(items.length === at + 1 || items.at(-1)?.type === 'transcript').toBe(true);
					expect(service.jobs.length).toBeLessThanOrEqual(1);
				},
			),
			{numRuns: 60},
		);
	}, 120_000);
});
