import {describe, expect, it} from 'vitest';
import type {AudioSource} from '../../source/core/audio-source.js';
import type {ProblemError} from '../../source/core/problem.js';
import type {Recording} from '../../source/core/recording.js';
import {transcriptText} from '../../source/core/transcript-text.js';
import {createBatchEngine} from '../../source/speechmatics/batch-engine.js';
import {resolveEndpoints} from '../../source/speechmatics/endpoints.js';
import {createRealTimeEngine} from '../../source/speechmatics/real-time-engine.js';
import {collect} from '../helpers/collect.js';
import {sixWordWav, startTestServer} from '../helpers/local-server.js';
import {tone} from '../helpers/plain-wav.js';
import {plainOptions} from '../helpers/transcription-options.js';

const clock = {nowMs: () => performance.now()};
const signal = new AbortController().signal;
const text = 'Ship it today. Um, not yet?';

const recording: Recording = {
	type: 'bytes',
	name: 'standup.wav',
	byteCount: sixWordWav.byteLength,
	async *open() {
		yield sixWordWav;
	},
};

const audio: AudioSource = {
	title: 'standup',
	pace: Number.POSITIVE_INFINITY,
	async *chunks() {
		const bytes = new Uint8Array(tone(2.4).buffer);
		for (let index = 0; index < 24; index += 1) {
			yield {
				bytes: bytes.subarray(index * 3200, (index + 1) * 3200),
				startSeconds: index / 10,
				endSeconds: (index + 1) / 10,
				capturedMs: 0,
			};
		}
	},
};

describe.each([{longPolling: true}, {longPolling: false}])('the local server with %j', settings => {
	it('transcribes a recording', async () => {
		const {server} = await startTestServer(settings);
		const {items, error} = await collect(
			createBatchEngine({...server, clock}).transcribe(recording, plainOptions, signal),
		);
		expect(error).toBeUndefined();
		const transcript = items.at(-1);
		expect(transcript).toMatchObject({type: 'transcript', serverMs: expect.any(Number)});
		expect(transcript?.type === 'transcript' && transcriptText(transcript.words)).toBe(text);
	});
});

describe('a job on the local server', () => {
	it('is found by the reference it was submitted with, and can be resumed', async () => {
		const {server} = await startTestServer();
		const engine = createBatchEngine({...server, clock, timings: {secondLookMs: 1}});
		const {items} = await collect(engine.transcribe(recording, plainOptions, signal));
		const [submitting] = items;
		const created = items.find(({type}) => type === 'job-created');
		const reference = submitting?.type === 'submitting' ? submitting.reference : '';
		expect(created?.type === 'job-created' && created.jobId).toBe(await engine.findJob(reference, signal));
		expect(await engine.findJob(`${reference}0`, signal)).toBeUndefined();

		const resumed = await collect(
			engine.resume(created?.type === 'job-created' ? created.jobId : '', plainOptions, signal),
		);
		expect(resumed.items.map(({type}) => type)).toEqual(['job-created', 'job-status', 'transcript']);
		expect(resumed.items.at(-1)).toEqual(items.at(-1));
	});
});

describe('the local server', () => {
	it('transcribes a stream, with a token of its own', async () => {
		const {server} = await startTestServer();
		const engine = createRealTimeEngine({...server, clock});
		const {items, error} = await collect(engine.transcribe(audio, plainOptions, signal));
		expect(error).toBeUndefined();
		const words = items.flatMap(event => (event.type === 'final' ? event.words : []));
		expect(transcriptText(words)).toBe(text);
		expect(items.findLast(({type}) => type === 'audio-acknowledged')).toEqual({
			type: 'audio-acknowledged',
			endSeconds: 2.4,
		});
	});

	it('is found by its addresses alone, like any other', async () => {
		const {server} = await startTestServer();
		expect(
			resolveEndpoints({
				batchUrl: server.batchUrl.replace('/v2', ''),
				realTimeUrl: server.realTimeUrl.replace('/v2', '/'),
			}),
		).toEqual({
			batchUrl: server.batchUrl,
			realTimeUrl: server.realTimeUrl,
			managementUrl: server.managementUrl,
			warnings: [],
		});
	});

	it.each(['html', 'json'] as const)('refuses a wrong key in both modes, as %s', async authErrors => {
		const {server} = await startTestServer({authErrors});
		const wrong = {...server, apiKey: 'a-wrong-key-that-ends-in-0bad', clock};
		const runs = await Promise.all([
			collect(createBatchEngine(wrong).transcribe(recording, plainOptions, signal)),
			collect(createRealTimeEngine(wrong).transcribe(audio, plainOptions, signal)),
		]);
		for (const {error} of runs) {
			expect((error as ProblemError).problem).toMatchObject({
				kind: 'not-authorised',
				message: expect.stringContaining('ending in 0bad'),
			});
		}
	});

	it('refuses a language that it does not know in both modes', async () => {
		const {server} = await startTestServer();
		const options = {...plainOptions, language: 'xx'};
		const runs = await Promise.all([
			collect(createBatchEngine({...server, clock}).transcribe(recording, options, signal)),
			collect(createRealTimeEngine({...server, clock}).transcribe(audio, options, signal)),
		]);
		expect(runs.map(({error}) => (error as ProblemError).problem.kind)).toEqual(['bad-input', 'bad-input']);
	});
});
