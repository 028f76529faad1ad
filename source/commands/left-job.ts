import type {BatchState} from '../core/batch-state.js';
import type {Problem} from '../core/problem.js';
import type {Engines} from './engines.js';

/**
Whether a batch run that was stopped leaves a job at the service, or may: its upload had come to its end, and the answer had not.
A local server's jobs end with it.
*/
export const leavesJob = (
	{kind}: Pick<Engines, 'kind'>,
	{problem, jobId, jobReference, sentBytes, totalBytes}: BatchState,
): boolean => {
	const mayHaveJob = jobReference !== undefined && sentBytes >= totalBytes;
	return kind !== 'local' && problem?.kind === 'interrupted' && (jobId !== undefined || mayHaveJob);
};

/**
What a batch run failed by, with the way to its transcript where it was stopped and leaves a job.

@returns Nothing where it has not failed.
*/
export const batchProblem = (engines: Pick<Engines, 'kind'>, state: BatchState): Problem | undefined =>
	state.problem && leavesJob(engines, state)
		? {
				...state.problem,
				nextStep:
					state.jobId === undefined
						? 'All was uploaded, so there may be a job of it: duet resume looks for it.'
						: 'The job goes on at the service, which keeps its transcript for 7 days: duet resume fetches it.',
			}
		: state.problem;
