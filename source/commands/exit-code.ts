import type {Problem, ProblemKind} from '../core/problem.js';

/**
What the process ends with. 0 is done.
*/
const exitCodes = {
	failed: 1,
	badInput: 2,
	notAuthorised: 3,
	interrupted: 130,
} as const;

const byKind: Partial<Record<ProblemKind, number>> = {
	'bad-input': exitCodes.badInput,
	'not-authorised': exitCodes.notAuthorised,
	interrupted: exitCodes.interrupted,
};

/**
The exit code of a problem.
*/
export const exitCodeOf = ({kind}: Pick<Problem, 'kind'>): number => byKind[kind] ?? exitCodes.failed;

/**
The exit code of several parts of one command: the gravest, where wrong input and a refused key go before a failure,
because mending them comes first.
*/
export const gravestExitCode = (codes: readonly number[]): number => {
	const order = [exitCodes.interrupted, exitCodes.notAuthorised, exitCodes.badInput, exitCodes.failed];
	return order.find(code => codes.includes(code)) ?? 0;
};
