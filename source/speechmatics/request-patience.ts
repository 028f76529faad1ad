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
Who looks after one request: is told of each failure of it, in order, and says how patient to be with it.
*/
export type PatienceWith = (error: ProblemError) => Patience;

/**
With a request about a job that exists: it is paid for and goes on, so it outlives an outage of some minutes.

@param isMaybeMissing - What must be there may not be found for a moment.
*/
export const readPatience = (isMaybeMissing = false): PatienceWith =>
	inOutages(tenMinutes, error => isGarbled(error) || (isMaybeMissing && isNotFound(error)));

/**
With a question that somebody waits for at the start.
*/
export const quickPatience = (): PatienceWith => error =>
	error.problem.isTransient || isGarbled(error) ? seconds : none;

/**
With the creation of one job. An address that has never answered is soon given up, as it may be mistyped; one that has
is worth some minutes.
*/
export const creationPatience = (): PatienceWith => {
	const whereAnswered = inOutages(fiveMinutes, isGarbled);
	const unanswered = quickPatience();
	let hasAnswered = false;
	return error => {
		hasAnswered ||= !failedBeforeSending(error);
		return hasAnswered ? whereAnswered(error) : unanswered(error);
	};
};

/**
An answer that makes no sense is soon believed, but not in an outage: there it is one of its faces, and says as little as
the others.

@param outage - With failures that pass, and from the first of them on with nonsense, too.
*/
const inOutages = (outage: Patience, isNonsense: (error: ProblemError) => boolean): PatienceWith => {
	let isOutage = false;
	return error => {
		const isTransient = error.problem.isTransient ?? false;
		isOutage ||= isTransient;
		if (isTransient || (isOutage && isNonsense(error))) {
			return outage;
		}

		return isNonsense(error) ? seconds : none;
	};
};

const isNotFound = ({cause}: ProblemError): boolean =>
	cause instanceof HttpError && cause.answer.status === 404;
