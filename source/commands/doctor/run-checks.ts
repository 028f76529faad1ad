import {secondsText} from '../../core/figures.js';
import {toProblem} from '../../core/problem.js';
import {hideSecrets} from '../../speechmatics/without-secrets.js';
import type {Check, CheckContext, CheckLine, CheckResult} from './check.js';

/**
Runs all checks at once. None waits for another, and one that hangs is given up after its time.

@param onResult - Gets the results in the order of the list, each as soon as it and those before it are there.
*/
export const runChecks = async (
	checks: readonly Check[],
	context: CheckContext,
	onResult: (check: Check, result: CheckResult) => void,
): Promise<void> => {
	const running = checks.map(async check => runCheck(check, context));
	for (const [index, check] of checks.entries()) {
		onResult(check, (await running[index]) as CheckResult);
	}
};

const runCheck = async (check: Check, context: CheckContext): Promise<CheckResult> => {
	const left = new AbortController();
	const signal = AbortSignal.any([context.signal, left.signal]);
	const {promise: hung, resolve} = Promise.withResolvers<CheckResult>();
	const limit = setTimeout(() => resolve(hungResult(check)), check.limitMs);
	try {
		return withoutKey(await Promise.race([check.run({...context, signal}), hung]), context);
	} catch (error) {
		return withoutKey(failedResult(error), context);
	} finally {
		clearTimeout(limit);
		left.abort(); // What a check that was given up has begun.
	}
};

const hungResult = ({limitMs}: Check): CheckResult => ({
	status: 'bad',
	says: [`This did not come to an end within ${secondsText(limitMs)}.`],
	nextStep: 'Run it again; if it stays so, something on this machine hangs that Duet asks.',
});

const failedResult = (error: unknown): CheckResult => {
	const {message, nextStep} = toProblem(error);
	return {status: 'bad', says: [message], nextStep};
};

/**
A key that a server, a library or the system has quoted is not shown either.
*/
const withoutKey = ({status, says, nextStep}: CheckResult, {values}: CheckContext): CheckResult => {
	const hide = (text: string) =>
		hideSecrets(text, values['api-key'] === undefined ? [] : [values['api-key']]);
	return {
		status,
		says: says.map((line): CheckLine => (typeof line === 'string' ? hide(line) : [line[0], hide(line[1])])),
		...(nextStep !== undefined && {nextStep: hide(nextStep)}),
	};
};
