import {describe, expect, it} from 'vitest';
import {startBatchService} from '../helpers/batch-service.js';
import {runBatchEngine} from '../helpers/run-batch-engine.js';
import {type ScriptedAnswer, startScriptedHttpServer} from '../helpers/scripted-http-server.js';
import {plainOptions} from '../helpers/transcription-options.js';

const signal = new AbortController().signal;

const resume = async (url: string, jobId: string, settings?: Parameters<typeof runBatchEngine>[2]) =>
	runBatchEngine(url, engine => engine.resume(jobId, plainOptions, signal), settings);

const resumeWith = async (...answers: readonly ScriptedAnswer[]) => {
	const left = [...answers];
	await using service = await startScriptedHttpServer(
		() => left.shift() ?? {status: 404, body: {code: 404, error: 'Job not found'}},
	);
	const run = await resume(service.url, 'k3v9q2m7xa');
	return {...run, host: new URL(service.url).host, requestCount: service.requests.length};
};

const done: ScriptedAnswer = {body: {job: {id: 'k3v9q2m7xa', status: 'done'}}};
const gone = (status: number): ScriptedAnswer => ({status, body: {code: status, error: 'Gone'}});

describe('a job that was made before', () => {
	it('is followed to its transcript, and the first status is the service’s', async () => {
		await using service = await startBatchService({looks: 2});
		await runBatchEngine(service.url, engine =>
			engine.transcribe({type: 'url', name: 'a.mp3', url: 'https://example.com/a.mp3'}, plainOptions, signal),
		);
		const [job] = service.jobs;
		if (job) {
			job.looksLeft = 1;
		}

		const {events} = await resume(service.url, 'job1', {
			onEvent({type}) {
				if (type === 'job-created') {
					expect(service.calls().at(-1)).toBe('transcript'); // Of the first run: nothing was asked yet.
				}
			},
		});
		expect(events).toMatchObject([
			{type: 'job-created', jobId: 'job1'},
			{type: 'job-status', jobId: 'job1', status: 'running'},
			{type: 'job-status', jobId: 'job1', status: 'done'},
			{type: 'transcript', words: [{text: 'Hello'}, {text: 'there'}]},
		]);
		expect(service.jobs).toHaveLength(1);
	});

	it('is never said to run where it is done', async () => {
		const {types} = await resumeWith(done, {body: {results: []}});
		expect(types).toEqual(['job-created', 'job-status', 'transcript']);
	});

	it('is first asked for without a wait, so that its status is known at once', async () => {
		await using service = await startScriptedHttpServer(({path}) =>
			path.endsWith('/transcript') ? {body: {results: []}} : done,
		);
		await resume(service.url, 'k3v9q2m7xa');
		expect(service.requests[0]?.query.get('wait')).toBe('0');
	});

	it('is waited for through an outage', async () => {
		const {types, retries} = await resumeWith('reset', 'reset', done, 'reset', {body: {results: []}});
		expect(retries).toHaveLength(3);
		expect(types.at(-1)).toBe('transcript');
	});

	it('ends without an error where it is aborted', async () => {
		const abort = new AbortController();
		await using service = await startScriptedHttpServer(() => 'silence');
		const {types, problem} = await runBatchEngine(
			service.url,
			engine => engine.resume('k3v9q2m7xa', plainOptions, abort.signal),
			{
				onEvent({type}) {
					if (type === 'job-created') {
						setImmediate(() => {
							abort.abort();
						});
					}
				},
			},
		);
		expect(types).toEqual(['job-created']);
		expect(problem).toBeUndefined();
	});
});

describe('a job that is no longer there', () => {
	it('unknown: it is asked for once, and it is said what is left to do', async () => {
		const {problem, types, requestCount, host} = await resumeWith(gone(404));
		expect(types).toEqual(['job-created']);
		expect(requestCount).toBe(1);
		expect(problem).toEqual({
			kind: 'rejected',
			message: `${host} does not know the job k3v9q2m7xa (HTTP 404).`,
			nextStep:
				'It was deleted, or made with another key or in another region. Use the key and the region that made it, or transcribe the recording again.',
		});
	});

	it('expired: it is asked for once', async () => {
		const {problem, events, requestCount, host} = await resumeWith(gone(410));
		expect(requestCount).toBe(1);
		expect(events.at(-1)).toEqual({type: 'job-status', jobId: 'k3v9q2m7xa', status: 'expired'});
		expect(problem).toMatchObject({
			kind: 'rejected',
			message: `${host} no longer has the job k3v9q2m7xa (HTTP 410).`,
			nextStep: expect.stringContaining('7 days'),
		});
	});

	it.each([
		['deleted', 'was deleted before its transcript was fetched'],
		['expired', 'was dropped after its 7 days'],
		['rejected', 'rejected the job k3v9q2m7xa'],
	])('%s, as the service itself says', async (status, words) => {
		const {problem, events} = await resumeWith({body: {job: {id: 'k3v9q2m7xa', status}}});
		expect(problem).toMatchObject({kind: 'rejected', message: expect.stringContaining(words)});
		expect(events.at(-1)).toEqual({type: 'job-status', jobId: 'k3v9q2m7xa', status});
	});

	it('its transcript is waited for a moment, and then missed', async () => {
		const {problem, retries} = await resumeWith(done);
		expect(retries).toHaveLength(3);
		expect(problem?.message).toContain('does not know the transcript of the job k3v9q2m7xa');
	});

	it('its transcript has expired', async () => {
		const {problem, events, retries} = await resumeWith(done, gone(410));
		expect(retries).toEqual([]);
		expect(events.at(-1)).toEqual({type: 'job-status', jobId: 'k3v9q2m7xa', status: 'expired'});
		expect(problem?.message).toContain('no longer has the transcript of the job k3v9q2m7xa');
	});
});

describe('a refused question', () => {
	it.each([401, 403, 422])('is not asked again: %i', async status => {
		const {retries, problem} = await resumeWith(gone(status));
		expect(retries).toEqual([]);
		expect(problem?.kind).toBe(status === 422 ? 'bad-input' : 'not-authorised');
	});
});
