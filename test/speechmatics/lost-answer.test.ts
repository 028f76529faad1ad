import {describe, expect, it} from 'vitest';
import type {Recording} from '../../source/core/recording.js';
import {type BatchFault, startBatchService} from '../helpers/batch-service.js';
import {recordingOf} from '../helpers/recordings.js';
import {runBatchEngine} from '../helpers/run-batch-engine.js';
import {startScriptedHttpServer} from '../helpers/scripted-http-server.js';
import {plainOptions} from '../helpers/transcription-options.js';

const signal = new AbortController().signal;
const transcribe = async (
	url: string,
	recording: Recording = recordingOf(1000),
	settings?: Parameters<typeof runBatchEngine>[2],
) => runBatchEngine(url, engine => engine.transcribe(recording, plainOptions, signal), settings);

const serviceWith = async (
	faults: readonly BatchFault[],
	settings: Omit<Parameters<typeof startBatchService>[0] & object, 'faultOf'> = {},
) => startBatchService({...settings, faultOf: number => faults[number]});

const url: Recording = {type: 'url', name: 'a.mp3', url: 'https://example.com/a.mp3'};

describe.each([
	['a file', recordingOf(1000)],
	['an address', url],
])('a submission of %s whose answer is lost', (_name, recording) => {
	it.each([
		'late reset',
		'late 502',
		'late 504',
		'late cut answer',
		'late page',
		'late nonsense',
		'late silence',
	] as const)('%s: the job is found by its reference and is not made again', async fault => {
		await using service = await serviceWith([fault]);
		const {types, problem} = await transcribe(service.url, recording);
		expect(problem).toBeUndefined();
		expect(service.calls()).toEqual(['create', 'list', 'look', 'transcript']);
		expect(types).toEqual([
			'submitting',
			'retrying',
			'job-created',
			'job-status',
			'job-status',
			'transcript',
		]);
	});

	it.each(['reset', '500', '503 of a gateway'] as const)(
		'%s: it is made again once the list has been looked at twice',
		async fault => {
			await using service = await serviceWith([fault]);
			const {retries, problem} = await transcribe(service.url, recording);
			expect(problem).toBeUndefined();
			expect(service.calls()).toEqual(['create', 'list', 'list', 'create', 'look', 'transcript']);
			expect(service.jobs).toHaveLength(1);
			expect(retries[1]).toMatchObject({
				waitMs: 5000,
				problem: {message: `${new URL(service.url).host} shows no job for this upload, so far.`},
			});
		},
	);
});

describe('a submission whose answer is lost', () => {
	it('is found by the second look where the list lags behind', async () => {
		await using service = await serviceWith(['late 504'], {hiddenLists: 1});
		expect((await transcribe(service.url)).types.at(-1)).toBe('transcript');
		expect(service.calls()).toEqual(['create', 'list', 'list', 'look', 'transcript']);
	});

	it('is looked for again before each further upload, as it may turn up late', async () => {
		await using service = await startBatchService({
			hiddenLists: 2,
			faultOf: number => (['late reset', undefined, undefined, '429 at once'] as const)[number],
		});
		expect((await transcribe(service.url)).types.at(-1)).toBe('transcript');
		expect(service.calls()).toEqual(['create', 'list', 'list', 'create', 'list', 'look', 'transcript']);
		expect(service.jobs).toHaveLength(1);
	});

	it('is looked for through failures of the list', async () => {
		await using service = await serviceWith([
			'late reset',
			'reset',
			'500',
			'429 as a page',
			'late cut answer',
		]);
		expect((await transcribe(service.url)).types.at(-1)).toBe('transcript');
		expect(service.calls().filter(call => call === 'create')).toHaveLength(1);
	});

	it('is given up after minutes of nothing else, with what to look for', async () => {
		await using service = await startBatchService({
			faultOf: (_number, call) => (call === 'create' ? 'late 504' : undefined),
			hiddenLists: Number.POSITIVE_INFINITY,
		});
		const {events, problem, passedMs} = await transcribe(service.url);
		const reference = events[0]?.type === 'submitting' ? events[0].reference : '';
		expect(passedMs).toBeGreaterThan(300_000);
		expect(problem?.nextStep).toContain('may have been created');
		expect(problem?.nextStep).toContain(reference);
	});
});

describe('a submission whose answer is lost where the list of jobs cannot be had', () => {
	it('is not sent again: it is said why, and what to look for', async () => {
		await using service = await serviceWith(['late reset'], {hasList: false});
		const {events, types, problem} = await transcribe(service.url);
		const reference = events[0]?.type === 'submitting' ? events[0].reference : '';
		expect(types).toEqual(['submitting', 'retrying', 'warned']);
		expect(events.at(-1)).toMatchObject({
			message: expect.stringMatching(/^The list of jobs cannot be had, .* \(HTTP 404\)\.$/v),
		});
		expect(problem).toMatchObject({
			kind: 'network',
			message: `The connection to ${new URL(service.url).host} broke.`,
			nextStep: `The job may have been created all the same: look for the reference ${reference} in the list of jobs, at GET /v2/jobs of ${new URL(service.url).host}, before you run it again.`,
		});
		expect(problem?.isTransient).toBeUndefined();
		expect(service.calls()).toEqual(['create', 'list']);
	});

	it.each([
		['is not offered', {status: 501, body: {code: 501, error: 'Not Implemented'}}, 1],
		['is not allowed to the key', {status: 403, body: {code: 403, error: 'Forbidden'}}, 1],
		['tells of something else', {status: 200, body: {active_jobs: 1, max_engines: 4, unused_engines: 3}}, 4],
	])('is not sent again where the list %s', async (_name, list, looks) => {
		await using service = await startScriptedHttpServer(({method}) => (method === 'POST' ? 'reset' : list));
		const {types, problem} = await transcribe(service.url);
		expect(types.at(-1)).toBe('warned');
		expect(problem?.nextStep).toContain('may have been created');
		expect(service.requests.map(({method}) => method)).toEqual(['POST', ...Array(looks).fill('GET')]);
	});
});

describe('a submission that has certainly made no job', () => {
	it.each(['429 as a page', '429 at once', '503 of the service'] as const)(
		'%s: it is sent again without a look at the list',
		async fault => {
			await using service = await serviceWith([fault], {hasList: false});
			expect((await transcribe(service.url)).types.at(-1)).toBe('transcript');
			expect(service.calls()).toEqual(['create', 'create', 'look', 'transcript']);
		},
	);

	it('is sent again from its first byte where half of it was sent, and its progress goes back', async () => {
		const byteCount = 20_000_000;
		let opened = 0;
		let closed = 0;
		const recording: Recording = {
			type: 'bytes',
			name: 'a.wav',
			byteCount,
			async *open() {
				opened += 1;
				try {
					for (let sent = 0; sent < byteCount; sent += 100_000) {
						yield new Uint8Array(100_000);
					}
				} finally {
					closed += 1;
				}
			},
		};
		await using service = await serviceWith(['reset before the body is read'], {hasList: false});
		const {events} = await transcribe(service.url, recording);
		expect(events.at(-1)?.type).toBe('transcript');
		expect(service.calls().slice(0, 2)).toEqual(['create', 'create']);
		expect([opened, closed]).toEqual([2, 2]);

		const afterwards = events.slice(events.findIndex(({type}) => type === 'retrying') + 1);
		expect(afterwards[0]).toEqual({type: 'uploading', sentBytes: 0, totalBytes: byteCount});
		expect(service.requests[1]?.body.byteLength).toBeGreaterThan(byteCount);
	});
});

describe('a body that fetch would send again by itself', () => {
	it.each([
		['a file', recordingOf(1000)],
		['an address', url],
	])('is sent once: %s', async (_name, recording) => {
		await using service = await startScriptedHttpServer(({method}) =>
			method === 'POST' ? {status: 421, body: {code: 421, error: 'Misdirected Request'}} : 'reset',
		);
		const {problem} = await transcribe(service.url, recording);
		expect(problem?.message).toContain('Misdirected Request (HTTP 421)');
		expect(service.requests).toHaveLength(1);
	});
});
