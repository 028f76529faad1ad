import {describe, expect, it} from 'vitest';
import type {Clock} from '../../source/core/clock.js';
import {ProblemError} from '../../source/core/problem.js';
import type {BatchEvent, Stamped} from '../../source/core/transcript-event.js';
import {runEngine} from '../../source/runs/run.js';

/**
A clock that is 10 ms later each time it is asked.
*/
const steppingClock = (): Clock => {
	let nowMs = 0;
	return {nowMs: () => (nowMs += 10)};
};

const run = async (engine: () => AsyncIterable<BatchEvent>, signal = new AbortController().signal) => {
	const stamped: Array<Stamped<BatchEvent>> = [];
	await runEngine(engine, steppingClock(), signal, event => stamped.push(event));
	return stamped.map(({event, receivedMs}) => [receivedMs, event.type, 'problem' in event && event.problem]);
};

describe('runEngine', () => {
	it('stamps each event in order, between begun and finished', async () => {
		const events = await run(async function* () {
			yield {type: 'job-created', jobId: 'a1'};
		});
		expect(events).toEqual([
			[10, 'begun', false],
			[20, 'job-created', false],
			[30, 'finished', false],
		]);
	});

	it('turns what the engine throws into an event, and keeps what came before', async () => {
		const problem = {kind: 'network', message: 'Lost.', nextStep: 'Again.'} as const;
		const events = await run(async function* () {
			yield {type: 'job-created', jobId: 'a1'};
			throw new ProblemError(problem);
		});
		expect(events).toEqual([
			[10, 'begun', false],
			[20, 'job-created', false],
			[30, 'failed', problem],
		]);
	});

	it('calls an unknown error a fault of Duet, with what to do', async () => {
		const events = await run(() => {
			throw new TypeError('x is not a function');
		});
		expect(events.at(-1)?.[2]).toMatchObject({message: 'Something in Duet went wrong: x is not a function'});
	});

	it('ends as interrupted where the signal was aborted', async () => {
		const controller = new AbortController();
		const events = await run(async function* () {
			yield {type: 'job-created', jobId: 'a1'};
			controller.abort();
		}, controller.signal);
		expect(events.at(-1)?.[2]).toMatchObject({kind: 'interrupted'});
	});

	it('ends as interrupted where the engine throws for the signal', async () => {
		const controller = new AbortController();
		const events = await run(() => {
			controller.abort();
			throw controller.signal.reason;
		}, controller.signal);
		expect(events.at(-1)?.[2]).toMatchObject({kind: 'interrupted'});
	});

	it('says what went wrong where that came before the signal', async () => {
		const controller = new AbortController();
		const problem = {kind: 'rejected', message: 'No speech.', nextStep: 'Listen to it.'} as const;
		const events = await run(() => {
			controller.abort();
			throw new ProblemError(problem);
		}, controller.signal);
		expect(events.at(-1)?.[2]).toEqual(problem);
	});
});
