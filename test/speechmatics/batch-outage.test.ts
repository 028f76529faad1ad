import {describe, expect, it} from 'vitest';
import {startBatchService} from '../helpers/batch-service.js';
import {createManualWaits} from '../helpers/manual-waits.js';
import {recordingOf} from '../helpers/recordings.js';
import {runBatchEngine} from '../helpers/run-batch-engine.js';
import {type ScriptedAnswer, startScriptedHttpServer} from '../helpers/scripted-http-server.js';
import {plainOptions} from '../helpers/transcription-options.js';

const signal = new AbortController().signal;

/**
A service that is gone from a certain request on, for so long.
*/
const transcribeThrough = async (outage: {readonly of: string; readonly forMs: number}) => {
	const waits = createManualWaits();
	let beganMs: number | undefined;
	await using service = await startBatchService({
		looks: 1,
		faultOf(_number, call) {
			beganMs ??= call === outage.of ? waits.clock.nowMs() : undefined;
			return beganMs !== undefined && waits.clock.nowMs() < beganMs + outage.forMs ? 'reset' : undefined;
		},
	});
	const run = await runBatchEngine(
		service.url,
		engine => engine.transcribe(recordingOf(1000), plainOptions, signal),
		{waits},
	);
	return {...run, calls: service.calls(), jobs: service.jobs};
};

const look = async (...answers: readonly ScriptedAnswer[]) => {
	const left = [...answers];
	await using service = await startScriptedHttpServer(({path}) =>
		path.endsWith('/transcript')
			? {body: {results: []}}
			: (left.shift() ?? {body: {job: {id: 'a1', status: 'done'}}}),
	);
	return await runBatchEngine(service.url, engine => engine.resume('a1', plainOptions, signal));
};

/**
Fetches the transcript of a job that is done, from a service that gives these answers first.
*/
const fetchAfter = async (...answers: readonly ScriptedAnswer[]) => {
	const left = [...answers];
	await using service = await startScriptedHttpServer(({path}) =>
		path.endsWith('/transcript')
			? (left.shift() ?? {body: {results: []}})
			: {body: {job: {id: 'a1', status: 'done'}}},
	);
	return await runBatchEngine(service.url, engine => engine.resume('a1', plainOptions, signal));
};

const busy = (headers: Readonly<Record<string, string>>): ScriptedAnswer => ({
	status: 429,
	body: {code: 429, error: 'Rate Limited'},
	headers,
});

describe('an outage of two minutes', () => {
	it.each(['create', 'look', 'transcript'])('that begins at the request %s loses nothing', async of => {
		const {types, jobs, passedMs} = await transcribeThrough({of, forMs: 120_000});
		expect(types.at(-1)).toBe('transcript');
		expect(jobs).toHaveLength(1);
		expect(passedMs).toBeGreaterThan(120_000);
		expect(passedMs).toBeLessThan(155_000);
	});

	it('is borne with few requests', async () => {
		const {calls} = await transcribeThrough({of: 'look', forMs: 120_000});
		expect(calls.filter(call => call === 'look').length).toBeLessThan(14);
	});

	it('is told wait by wait, and that it is over', async () => {
		const {events, retries} = await transcribeThrough({of: 'look', forMs: 120_000});
		expect(retries.map(({attempt}) => attempt)).toEqual(retries.map((_retry, index) => index + 2));
		const after = events[events.findLastIndex(({type}) => type === 'retrying') + 1];
		expect(after).toEqual({type: 'job-status', jobId: 'job1', status: 'running'});
	});
});

describe('an outage that does not end', () => {
	it('is borne for ten minutes where a job exists', async () => {
		const {problem, passedMs, types} = await transcribeThrough({of: 'look', forMs: Number.POSITIVE_INFINITY});
		expect(types).toContain('job-created');
		expect(problem?.kind).toBe('network');
		expect(passedMs).toBeGreaterThan(600_000);
		expect(passedMs).toBeLessThan(640_000);
	});
});

describe('the wait that the service asks for', () => {
	it.each([
		['seconds', {'retry-after': '7'}, 7000],
		[
			'a date, on the clock of the service',
			{'retry-after': 'Fri, 20 Nov 2020 08:00:09 GMT', date: 'Fri, 20 Nov 2020 08:00:00 GMT'},
			9000,
		],
		['an hour, which is cut to a minute', {'retry-after': '3600'}, 60_000],
	])('is kept: %s', async (_name, headers, waitMs) => {
		const {retries, types} = await look(busy(headers));
		expect(retries).toMatchObject([{attempt: 2, waitMs, problem: {summary: 'server busy (429)'}}]);
		expect(types.at(-1)).toBe('transcript');
	});

	it('is no longer believed where it asks for no wait and goes on to fail', async () => {
		const {retries} = await look(...Array<ScriptedAnswer>(6).fill(busy({'retry-after': '0'})));
		const waits = retries.map(({waitMs}) => waitMs);
		expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
		expect(waits.slice(3).every(waitMs => waitMs >= 8000)).toBe(true);
	});
});

describe('an answer that is cut', () => {
	it('is still a refusal where its status says so', async () => {
		const {problem, retries} = await look({
			status: 401,
			body: '<html>Authorization Required</html>',
			isCut: true,
		});
		expect(problem?.kind).toBe('not-authorised');
		expect(retries).toEqual([]);
	});

	it('is asked for again where it was a success', async () => {
		const {retries, types} = await look({body: {job: {id: 'a1', status: 'done'}}, isCut: true});
		expect(retries).toMatchObject([{problem: {summary: 'connection lost'}}]);
		expect(types.at(-1)).toBe('transcript');
	});
});

describe('nonsense between outages', () => {
	it('is counted by itself: four outages and one page are no four pages', async () => {
		const {types} = await look('reset', 'reset', 'reset', 'reset', {body: '<html></html>'}, 'reset');
		expect(types.at(-1)).toBe('transcript');
	});
});

describe('nonsense in an outage', () => {
	const page: ScriptedAnswer = {body: '<html></html>'};
	const notThere: ScriptedAnswer = {status: 404, body: {code: 404, error: 'Job not found'}};

	it('is borne like the outage where a job exists', async () => {
		const {types, retries} = await look('reset', page, page, 'reset', page, page, page, page);
		expect(retries).toHaveLength(8);
		expect(types.at(-1)).toBe('transcript');
	});

	it('may be a transcript that is not there, again and again', async () => {
		const {types, retries} = await fetchAfter(
			notThere,
			'reset',
			'reset',
			notThere,
			'reset',
			page,
			notThere,
			notThere,
			page,
		);
		expect(retries).toHaveLength(9);
		expect(types.at(-1)).toBe('transcript');
	});

	it.each([
		['a page', page],
		['no transcript', notThere],
	])('is borne for ten minutes, and no longer, where it is %s', async (_name, answer) => {
		const {problem, passedMs} = await fetchAfter('reset', ...Array<ScriptedAnswer>(100).fill(answer));
		expect(problem).toBeDefined();
		expect(passedMs).toBeGreaterThan(600_000);
		expect(passedMs).toBeLessThan(640_000);
	});

	it.each([
		['a page', page],
		['no transcript', notThere],
	])('is believed the fourth time where nothing else is wrong: %s', async (_name, answer) => {
		const {problem, retries} = await fetchAfter(...Array<ScriptedAnswer>(100).fill(answer));
		expect(problem).toBeDefined();
		expect(retries).toHaveLength(3);
	});

	it('is borne for five minutes where no job exists yet', async () => {
		const left: ScriptedAnswer[] = ['reset', page, page, page, page, page];
		await using service = await startScriptedHttpServer(({path, method}) => {
			if (path.endsWith('/v2/jobs')) {
				return method === 'GET' ? {body: {jobs: []}} : (left.shift() ?? {status: 201, body: {id: 'a1'}});
			}

			return path.endsWith('/transcript') ? {body: {results: []}} : {body: {job: {id: 'a1', status: 'done'}}};
		});
		const {types} = await runBatchEngine(service.url, engine =>
			engine.transcribe(recordingOf(1000), plainOptions, signal),
		);
		expect(left).toEqual([]);
		expect(types.at(-1)).toBe('transcript');
	});
});

describe('a proxy that cuts every answer that is held', () => {
	it('is noticed after two of them, and the job is looked at without a hold', async () => {
		let looksLeft = 10;
		await using service = await startScriptedHttpServer(({path, query}) => {
			if (path.endsWith('/transcript')) {
				return {body: {results: []}};
			}

			looksLeft -= 1;
			return query.get('wait') === '0'
				? {body: {job: {id: 'a1', status: looksLeft > 0 ? 'running' : 'done'}}}
				: 'reset';
		});
		const {retries, types} = await runBatchEngine(
			service.url,
			engine => engine.resume('a1', plainOptions, signal),
			{timings: {holdSeconds: 5}},
		);
		expect(retries).toHaveLength(2);
		expect(types.at(-1)).toBe('transcript');
	});

	it('is not what cuts one now and then: the job goes on to be looked at with a hold', async () => {
		let looksLeft = 20;
		let heldCount = 0;
		await using service = await startScriptedHttpServer(({path, query}) => {
			if (path.endsWith('/transcript')) {
				return {body: {results: []}};
			}

			looksLeft -= 1;
			const isHeld = query.get('wait') !== '0';
			heldCount += isHeld ? 1 : 0;
			return isHeld && heldCount % 2 === 1
				? 'reset'
				: {body: {job: {id: 'a1', status: heldCount === 8 || looksLeft === 0 ? 'done' : 'running'}}};
		});
		const {retries, types} = await runBatchEngine(
			service.url,
			engine => engine.resume('a1', plainOptions, signal),
			{timings: {holdSeconds: 5}},
		);
		expect(retries).toHaveLength(4);
		expect(types.at(-1)).toBe('transcript');
	});
});
