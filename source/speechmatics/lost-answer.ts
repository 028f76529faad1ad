import {type Problem, ProblemError} from '../core/problem.js';
import {HttpError, isRefusedRedirect} from './errors.js';
import {isOwnError} from './http-problem.js';
import {failedBeforeSending} from './network-problem.js';
import type {Service} from './service.js';

/**
Whether it is certain that a request which may have arrived as a whole has made no job.

A limit that is exceeded is found before anything is done. Any other fault of a server may be that of a gateway which
passed the request on and lost the answer, unless the service itself says that it is busy.

@param thrown - What the request threw.
@param error - The same as a problem.
*/
export const madeNoJob = (thrown: unknown, error: ProblemError): boolean => {
	if (thrown instanceof HttpError) {
		const {status, body} = thrown.answer;
		return (status < 500 && status !== 408) || (status === 503 && isOwnError(body));
	}

	const isOwnFault = error.cause === undefined || error.cause instanceof ProblemError; // The recording cannot be read.
	return isOwnFault || failedBeforeSending(thrown) || isRefusedRedirect(thrown);
};

/**
A submission of which nobody knows whether it made a job.
*/
export const uncertainProblem = (lost: Problem, reference: string, {host}: Service): Problem => ({
	kind: lost.kind,
	message: lost.message,
	nextStep: `The job may have been created all the same: look for the reference ${reference} in the list of jobs, at ${placeOf(host)}, before you run it again.`,
});

const placeOf = (host: string): string =>
	host.endsWith('.speechmatics.com')
		? 'https://portal.speechmatics.com or GET /v2/jobs'
		: `GET /v2/jobs of ${host}`;
