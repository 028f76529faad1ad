import {setTimeout as sleep} from 'node:timers/promises';
import type {Clock} from '../core/clock.js';
import type {JobsClient} from './jobs-client.js';
import type {Service} from './service.js';

/**
What the steps of one batch job share.
*/
export type BatchSession = {
	readonly client: JobsClient;
	readonly service: Service;
	readonly clock: Clock;
	readonly timings: BatchTimings;
	readonly wait: Wait;

	/**
	Ends every request and every wait.
	*/
	readonly signal: AbortSignal;
};

/**
Waits on the clock of the session.

@throws When the signal is aborted.
*/
export type Wait = (durationMs: number, signal: AbortSignal) => Promise<void>;

/**
Waits by the system's own timers.
*/
export const systemWait: Wait = async (durationMs, signal) => {
	await sleep(durationMs, undefined, {signal});
};

/**
How long things may take, in milliseconds where nothing else is said.
*/
export type BatchTimings = {
	/**
	The shortest wait after a first failure.
	*/
	readonly firstRetryMs: number;

	/**
	How long the service may hold its answer about a job that runs, in seconds. It holds shorter if its own limit, which
	is not documented, is lower.
	*/
	readonly holdSeconds: number;

	/**
	How long an answer may take, beyond the time for which the server was asked to hold it.
	*/
	readonly answerMs: number;

	/**
	How long an upload may stand still, or its answer take.
	*/
	readonly stalledMs: number;

	/**
	How often an upload tells how far it is.
	*/
	readonly progressMs: number;

	/**
	How long after a job was not in the list the list is asked again, as it may lag behind.
	*/
	readonly secondLookMs: number;
};

/**
The first retry is as the advice for the API says: jittered waits from one second.
*/
export const usualTimings: BatchTimings = {
	firstRetryMs: 1000,
	holdSeconds: 60,
	answerMs: 30_000,
	stalledMs: 120_000,
	progressMs: 200,
	secondLookMs: 5000,
};
