import {ProblemError} from '../core/problem.js';
import {HttpError, toServiceError} from './errors.js';
import type {Service} from './service.js';

/**
What broke a session, or kept one from starting, as a problem.

Once a session of the run has worked, the address and the settings are known to be right. What then comes from anywhere
but the service itself is taken for something that passes: a frame that makes no sense, the sign-in page of another
network, a proxy whose service starts again.

@param thrown - An event, an error or anything else.
*/
export const brokenSession = (thrown: unknown, service: Service, hasWorked: boolean): ProblemError => {
	const error = toServiceError(thrown, service);
	const {kind} = error.problem;
	const isOutside =
		kind === 'network' ||
		kind === 'timeout' ||
		(kind === 'server' && error.cause !== undefined) || // Of what the service itself says there is no other cause.
		(error.cause instanceof HttpError && error.cause.answer.status === 404);
	return hasWorked && isOutside
		? new ProblemError({...error.problem, isTransient: true}, {cause: thrown})
		: error;
};

/**
A service that did not say anything for too long.

@param what - It did not answer to.
*/
export const silentSession = ({host}: Service, what: string): ProblemError =>
	new ProblemError({
		kind: 'timeout',
		message: `${host} did not answer to ${what} in time.`,
		nextStep:
			'Check the address and the internet connection, and run it again; what was transcribed is kept.',
		isTransient: true,
	});
