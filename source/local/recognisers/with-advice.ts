import {ProblemError} from '../../core/problem.js';
import type {Hypothesis, Recogniser} from '../../core/recogniser.js';

/**
The same recogniser, which gives other advice where it refuses audio: what could be done on this machine.
*/
export const withAdvice = (recogniser: Recogniser, nextStep: string): Recogniser => ({
	...recogniser,
	recognise: (audio, options, signal) => advised(recogniser.recognise(audio, options, signal), nextStep),
});

const advised = async function* (
	hypotheses: AsyncIterable<Hypothesis>,
	nextStep: string,
): AsyncIterable<Hypothesis> {
	try {
		yield* hypotheses;
	} catch (error) {
		throw error instanceof ProblemError && error.problem.kind === 'rejected'
			? new ProblemError({...error.problem, nextStep}, {cause: error})
			: error;
	}
};
