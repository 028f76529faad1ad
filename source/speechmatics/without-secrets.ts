import {type Problem, ProblemError, toProblem} from '../core/problem.js';
import type {BatchEvent, RealTimeEvent} from '../core/transcript-event.js';
import {secretEnding} from './service.js';

/**
A text with `…` and the end of the secret in place of each secret. White space around a secret does not count, as
headers lose it.
*/
export const hideSecrets = (text: string, secrets: Iterable<string>): string =>
	[...secrets]
		.map(secret => secret.trim())
		.filter(secret => secret !== '')
		.reduce((hidden, secret) => hidden.replaceAll(secret, () => `…${secretEnding(secret)}`), text);

/**
An engine's events without the secrets that a server, `fetch` or a socket may have quoted to it.

@param secrets - May grow while the events come.
@throws {ProblemError} What the events throw. Its cause is left behind, as that may hold a secret too.
*/
export const withoutSecrets = async function* <Event extends BatchEvent | RealTimeEvent>(
	events: AsyncIterable<Event>,
	secrets: Iterable<string>,
): AsyncGenerator<Event, void> {
	const hideInProblem = (problem: Problem): Problem => ({
		...problem,
		message: hideSecrets(problem.message, secrets),
		nextStep: hideSecrets(problem.nextStep, secrets),
	});

	try {
		for await (const event of events) {
			if (event.type === 'warned') {
				yield {...event, message: hideSecrets(event.message, secrets)};
			} else if (event.type === 'retrying') {
				yield {...event, problem: hideInProblem(event.problem)};
			} else {
				yield event;
			}
		}
	} catch (thrown) {
		throw new ProblemError(hideInProblem(toProblem(thrown)));
	}
};
