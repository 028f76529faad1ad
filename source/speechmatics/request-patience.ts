import type {ProblemError} from '../core/problem.js';
import {HttpError, isGarbled} from './errors.js';
import {failedBeforeSending} from './network-problem.js';

/**
How long to go on trying. It ends when both are used up, so that neither a few long attempts nor many short ones end it
early.
*/
export type Patience = {
	/**
	How often to try in all.
	*/
	readonly tries: number;

	/**
	How many milliseconds after the first failure to go on.
	*/
	readonly forMs: number;
};

const none: Patience = {tries: 1, forMs: 0};

/**
What makes no sense or is not there yet may come from one server that lags behind another, which takes seconds.
*/
const seconds: Patience = {tries: 4, forMs: 0};

const fiveMinutes: Patience = {tries: 4, forMs: 300_000};
const tenMinutes: Patience = {tries: 1, forMs: 600_000};

/**
With a request about a job that exists: it is paid for and goes on, so it outlives an outage of some minutes.
*/
export const readPatience = (error: ProblemError): Patience =>
	error.problem.isTransient ? tenMinutes : isGarbled(error) ? seconds : none;

/**
As {@link readPatience}, where something that must be there is not found for a moment.
*/
export const laggingPatience = (error: ProblemError): Patience =>
	error.cause instanceof HttpError && error.cause.answer.status === 404 ? seconds : readPatience(error);

/**
With a question that somebody waits for at the start.
*/
export const quickPatience = (error: ProblemError): Patience =>
	error.problem.isTransient || isGarbled(error) ? seconds : none;

/**
With the creation of one job. An address that has never answered is soon given up, as it may be mistyped; one that has
is worth some minutes.
*/
export const creationPatience = (): ((error: ProblemError) => Patience) => {
	let hasAnswered = false;
	return error => {
		hasAnswered ||= !failedBeforeSending(error);
		return error.problem.isTransient && hasAnswered ? fiveMinutes : quickPatience(error);
	};
};
