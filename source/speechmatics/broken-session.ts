import {ProblemError} from '../core/problem.js';
import {toServiceError} from './errors.js';
import type {Service} from './service.js';

/**
What broke a session, as a problem. Once a session has started, the address and the key are known to be right: a frame
that makes no sense, or a fault without a name, then most likely happened on the way and is gone with the connection.

@param thrown - An event, an error or anything else.
*/
export const brokenSession = (thrown: unknown, service: Service, isStarted: boolean): ProblemError => {
	const error = toServiceError(thrown, service);
	const mayMend = isStarted && error.problem.kind === 'server' && error !== thrown;
	return mayMend ? new ProblemError({...error.problem, isTransient: true}, {cause: thrown}) : error;
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
