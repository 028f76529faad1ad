import {describe, expect, it} from 'vitest';
import type {BatchEngine} from '../../source/core/engine.js';
import {type Problem, ProblemError} from '../../source/core/problem.js';
import type {Recording} from '../../source/core/recording.js';
import type {RunEvent} from '../../source/core/run-state.js';
import {type BatchLeft, resumeBatch} from '../../source/runs/resume-batch.js';
import {plainOptions} from '../helpers/transcription-options.js';

const none: Problem = {kind: 'bad-input', message: 'Nothing is left.', nextStep: 'Look elsewhere.'};
const unsure: Problem = {kind: 'network', message: 'The list did not come.', nextStep: 'Try again.'};

/**
A service that has these jobs, by their references, or cannot be asked. It writes down what it is asked for.
*/
const service = (jobs: Readonly<Record<string, string>> | 'unreachable') => {
	const asked: string[] = [];
	const engine: BatchEngine = {
		async *transcribe({name}) {
			asked.push(`transcribe ${name}`);
			yield {type: 'job-created', jobId: 'new'};
		},
		async *resume(jobId) {
			asked.push(`resume ${jobId}`);
			yield {type: 'job-created', jobId};
			yield {type: 'job-status', jobId, status: 'done'};
		},
		async findJob(reference) {
			asked.push(`find ${reference}`);
			if (jobs === 'unreachable') {
				throw new ProblemError(unsure);
			}

			return jobs[reference];
		},
	};
	return {engine, asked};
};

const recording: Recording = {type: 'url', name: 'standup.wav', url: 'https://example.com/standup.wav'};
const openRecording = async () => recording;

const resumed = async (engine: BatchEngine, left: Partial<BatchLeft>) => {
	const events: RunEvent[] = [];
	await resumeBatch(engine, {hasBegun: true, ...left}, none, {
		options: plainOptions,
		clock: {nowMs: () => 7},
		signal: new AbortController().signal,
		onEvent: event => events.push(event),
	});
	return events.map(({event}) => event);
};

describe('resumeBatch', () => {
	it('follows the job that it knows, which began and was made long ago', async () => {
		const {engine, asked} = service({});
		const events = await resumed(engine, {jobId: 'a1', reference: 'duet-1', openRecording});
		expect(asked).toEqual(['resume a1']);
		expect(events).toEqual([{type: 'job-status', jobId: 'a1', status: 'done'}, {type: 'finished'}]);
	});

	it('looks for a job by its reference before it makes one', async () => {
		const {engine, asked} = service({'duet-1': 'b2'});
		const events = await resumed(engine, {reference: 'duet-1', openRecording});
		expect(asked).toEqual(['find duet-1', 'resume b2']);
		expect(events[0]).toEqual({type: 'job-created', jobId: 'b2'});
	});

	it('makes one where there surely is none, and says so', async () => {
		const {engine, asked} = service({});
		const events = await resumed(engine, {reference: 'duet-1', openRecording});
		expect(asked).toEqual(['find duet-1', 'transcribe standup.wav']);
		expect(events[0]).toEqual({
			type: 'warned',
			message: 'The service has no job of this upload: the recording is submitted again.',
		});
	});

	it('makes none where there may be one', async () => {
		const {engine, asked} = service('unreachable');
		const events = await resumed(engine, {reference: 'duet-1', openRecording});
		expect(asked).toEqual(['find duet-1']);
		expect(events).toEqual([{type: 'failed', problem: unsure}]);
	});

	it('begins now where it had not begun', async () => {
		const {engine} = service({});
		const [first] = await resumed(engine, {hasBegun: false, openRecording});
		expect(first).toEqual({type: 'begun'});
	});

	it('fails where there is neither a job nor a recording', async () => {
		const {engine} = service({});
		expect(await resumed(engine, {reference: 'duet-1'})).toEqual([{type: 'failed', problem: none}]);
	});
});
