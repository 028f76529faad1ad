import type {Problem} from '../core/problem.js';
import type {JobStatus} from '../core/transcript-event.js';
import {mendingAdvice} from './mending-advice.js';

/**
A job that ended without a transcript.

@param reasons - The server's own, in order. It repeats one for each attempt, and may give none.
*/
export const jobProblem = (
	jobId: string,
	status: Extract<JobStatus, 'rejected' | 'deleted' | 'expired'>,
	reasons: readonly string[],
): Problem => {
	if (status !== 'rejected') {
		return {
			kind: 'rejected',
			message: `The job ${jobId} was ${status === 'deleted' ? 'deleted' : 'dropped after its 7 days'} before its transcript was fetched.`,
			nextStep: 'Transcribe the recording again.',
		};
	}

	const reason = [...new Set(reasons)].join('; ');
	return {
		kind: 'rejected',
		message: `The service rejected the job ${jobId}: ${reason === '' ? 'it gave no reason' : reason}`,
		nextStep:
			mendingAdvice(reason) ??
			'Check that the file is audio that plays and that the language is right; the portal shows the job.',
	};
};

/**
A job, or its transcript, that the service does not have.

@param what - With its article.
*/
export const goneProblem = (what: string, host: string, status: 404 | 410): Problem => ({
	kind: 'rejected',
	message:
		status === 410
			? `${host} no longer has ${what} (HTTP 410).`
			: `${host} does not know ${what} (HTTP 404).`,
	nextStep:
		status === 410
			? 'Jobs are kept for 7 days; transcribe the recording again.'
			: 'It was deleted, or made with another key or in another region. Use the key and the region that made it, or transcribe the recording again.',
});
