import type {Problem} from '../core/problem.js';

/**
Why a mode that was under way when Duet was killed has no end.
*/
export const brokenOff: Problem = {
	kind: 'interrupted',
	message: 'Duet came to its end before this did.',
	nextStep: 'duet resume goes on with a batch job, and submits a recording that was not submitted.',
};
