import {describe, expect, it} from 'vitest';
import type {ProblemError} from '../../source/core/problem.js';
import {createBatchEngine} from '../../source/speechmatics/batch-engine.js';
import {createReference, referenceTimeMs} from '../../source/speechmatics/job-reference.js';
import {createManualWaits} from '../helpers/manual-waits.js';
import {type ScriptedAnswer, startScriptedHttpServer} from '../helpers/scripted-http-server.js';

const nowMs = Date.parse('2026-11-20T08:00:00Z');
const hourMs = 3_600_000;
const reference = createReference(nowMs);

type Listed = {readonly id: string; readonly created_at: string; readonly config: object};
const job = (id: string, createdMs: number, itsReference?: string): Listed => ({
	id,
	created_at: new Date(createdMs).toISOString(),
	config: {tracking: itsReference === undefined ? null : {reference: itsReference}},
});

/**
The list as the protocol has it: the newest first, strictly before the time that is asked for.
*/
const startList = async (jobs: readonly Listed[], {ignoresBefore = false} = {}) => {
	const sorted = jobs.toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
	return startScriptedHttpServer(({query}) => {
		const before = ignoresBefore ? null : query.get('created_before');
		const older = sorted.filter(
			({created_at: createdAt}) => before === null || Date.parse(createdAt) < Date.parse(before),
		);
		return {body: {jobs: older.slice(0, Number(query.get('limit')))}};
	});
};

const engineFor = (url: string) =>
	createBatchEngine({
		apiKey: 'key-of-thirty-characters-3f9c',
		batchUrl: `${url}/v2`,
		timings: {answerMs: 200},
		...createManualWaits(),
	});

const find = async (url: string, signal = new AbortController().signal) =>
	engineFor(url).findJob(reference, signal);

const many = (count: number, lastMs: number, stepMs: number): readonly Listed[] =>
	Array.from({length: count}, (_, index) => job(`other${index}`, lastMs - index * stepMs, 'another'));

describe('a reference', () => {
	it('holds the time it was made at', () => {
		expect(referenceTimeMs(reference)).toBe(nowMs);
	});

	it('is another one each time', () => {
		expect(createReference(nowMs)).not.toBe(reference);
	});

	it('has no time where Duet did not make it', () => {
		expect(referenceTimeMs('invoice-7')).toBeUndefined();
	});
});

describe('findJob', () => {
	it('finds the job by its reference, whatever else is in the list', async () => {
		await using service = await startList([
			...many(3, nowMs, 1000),
			job('mine', nowMs + 1, reference),
			job('bare', nowMs + 5),
		]);
		expect(await find(service.url)).toBe('mine');
		expect(service.requests).toHaveLength(1);
		expect(service.requests[0]?.path).toBe('/v2/jobs');
		expect(service.requests[0]?.query.get('limit')).toBe('100');
		expect(service.requests[0]?.query.has('wait')).toBe(false);
	});

	it('finds it where a service shows the reference beside the configuration, as transcripts do', async () => {
		const listed = {id: 'mine', created_at: new Date(nowMs).toISOString(), tracking: {reference}};
		await using service = await startScriptedHttpServer(() => ({body: {jobs: [null, listed]}}));
		expect(await find(service.url)).toBe('mine');
	});

	it('turns pages', async () => {
		await using service = await startList([
			...many(250, nowMs + 10 * hourMs, 1000),
			job('mine', nowMs, reference),
		]);
		expect(await find(service.url)).toBe('mine');
		expect(service.requests).toHaveLength(3);
	});

	it('misses no job of the millisecond in which a page ends', async () => {
		await using service = await startList([
			...many(99, nowMs + hourMs, 1),
			job('twin', nowMs, 'another'),
			job('mine', nowMs, reference),
		]);
		expect(await find(service.url)).toBe('mine');
	});

	it('says that there is none only after a second look', async () => {
		await using service = await startList(many(3, nowMs, 48 * hourMs));
		expect(await find(service.url)).toBeUndefined();
		expect(service.requests).toHaveLength(2);
	});

	it('reads no further back than a day before the reference was made', async () => {
		await using service = await startList(many(1000, nowMs, hourMs));
		expect(await find(service.url)).toBeUndefined();
		expect(service.requests).toHaveLength(2); // A page holds four days, and was looked at twice.
	});

	it('says that there is none where the list is empty', async () => {
		await using service = await startList([]);
		expect(await find(service.url)).toBeUndefined();
	});

	it('does not say that there is none where the rest of the list cannot be had', async () => {
		await using service = await startList(many(300, nowMs, 1000), {ignoresBefore: true});
		await expect(find(service.url)).rejects.toMatchObject({
			problem: {message: `${new URL(service.url).host} does not show its list of jobs to the end.`},
		});
	});

	it.each<[string, ScriptedAnswer, number]>([
		['has no list', {status: 404, body: {code: 404, error: 'Not found'}}, 1],
		['cannot be reached', 'reset', 4],
		['does not answer', 'silence', 4],
		['answers with a page', {body: '<html></html>'}, 4],
	])('fails where the service %s, after a few tries', async (_name, answer, tries) => {
		await using service = await startScriptedHttpServer(() => answer);
		await expect(find(service.url)).rejects.toHaveProperty('problem.nextStep');
		expect(service.requests).toHaveLength(tries);
	});

	it('does not repeat the key', async () => {
		const body = {code: 401, error: 'Unknown key-of-thirty-characters-3f9c'};
		await using service = await startScriptedHttpServer(() => ({status: 401, body}));
		const error = await find(service.url).catch((thrown: unknown) => thrown as ProblemError);
		expect(JSON.stringify(error)).not.toContain('key-of-thirty');
	});

	it('ends with the reason of the abort, never as if there were none', async () => {
		const abort = new AbortController();
		await using service = await startScriptedHttpServer(() => {
			abort.abort(new Error('stopped'));
			return 'silence';
		});
		await expect(find(service.url, abort.signal)).rejects.toThrow('stopped');
	});
});
