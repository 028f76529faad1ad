import {type Problem, ProblemError} from '../core/problem.js';
import {type HttpAnswer, httpProblem, redirectProblem} from './http-problem.js';
import {isGarbledBelowJson, networkProblem} from './network-problem.js';
import type {Service} from './service.js';

/**
An HTTP answer that was not a success, on its way to becoming a problem.
*/
export class HttpError extends Error {
	override readonly name = 'HttpError';
	readonly answer: HttpAnswer;

	constructor(answer: HttpAnswer) {
		super(`HTTP ${answer.status}`);
		this.answer = answer;
	}
}

/**
An answer of the service that is not what was asked for.
*/
export class UnexpectedAnswer extends SyntaxError {
	override readonly name = 'UnexpectedAnswer';
	readonly expected: string;

	/**
	@param expected - What was asked for, with its article.
	*/
	constructor(expected: string) {
		super(`The answer is not ${expected}.`);
		this.expected = expected;
	}
}

/**
Whatever the SDKs, `fetch` or the socket threw, as one of Duet's few kinds. Errors, events, strings, arrays and nothing
at all have been seen. A {@link ProblemError} stays what it is, also as the cause of a `fetch` whose body failed.
*/
export const toServiceError = (thrown: unknown, service: Service): ProblemError => {
	const inner = thrown instanceof TypeError ? thrown.cause : thrown;
	return inner instanceof ProblemError
		? inner
		: new ProblemError(serviceProblem(thrown, service), {cause: thrown});
};

/**
Whether an answer came that is not what was asked for, or cannot be read. The next one may be.
*/
export const isGarbled = ({cause}: ProblemError): boolean =>
	cause instanceof SyntaxError || isGarbledBelowJson(cause);

const serviceProblem = (thrown: unknown, service: Service): Problem => {
	if (thrown instanceof HttpError) {
		return httpProblem(thrown.answer, service);
	}

	if (isRefusedRedirect(thrown)) {
		return redirectProblem(service);
	}

	return (
		networkProblem(thrown, service) ?? {
			kind: 'server',
			message:
				thrown instanceof SyntaxError
					? `${service.host} answered with something that is not ${thrown instanceof UnexpectedAnswer ? thrown.expected : 'JSON'}.`
					: `${service.host} failed in an unexpected way: ${describe(thrown)}`,
			nextStep: 'Check that the address is that of a Speechmatics service; if it is, try again in a minute.',
			...(thrown instanceof SyntaxError && {summary: 'unreadable answer'}),
		}
	);
};

/**
`fetch` tells neither the status nor the address of a redirect that it may not follow.
*/
export const isRefusedRedirect = (thrown: unknown): boolean =>
	thrown instanceof TypeError && describe(thrown.cause) === 'unexpected redirect';

const describe = (thrown: unknown): string => {
	if (Array.isArray(thrown)) {
		return thrown.map(describe).join('; ');
	}

	if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
		return String(thrown.message);
	}

	return typeof thrown === 'string' ? thrown : 'it gave no reason';
};
