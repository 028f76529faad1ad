import {randomInt} from 'node:crypto';
import type {FaultPlanOptions} from './fault-plan.js';
import type {FaultSpec} from './fault-spec.js';
import {parseFaults} from './parse-faults.js';

/**
The faults of a server and their seed, from its options.

@throws {ProblemError} Of kind `bad-input`, for what is no fault.
*/
export const readFaultOptions = (
	ordered: string | readonly FaultSpec[] = [],
	seed: number = randomInt(largestSeed),
): Required<Pick<FaultPlanOptions, 'faults' | 'seed'>> => ({
	faults: typeof ordered === 'string' ? parseFaults(ordered) : ordered,
	seed,
});

/**
Any whole number would do; these are short enough to be typed.
*/
const largestSeed = 999_999_999;
