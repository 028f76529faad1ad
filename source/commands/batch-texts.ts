import {turnaroundMs} from '../core/batch-phases.js';
import type {BatchState} from '../core/batch-state.js';
import {secondsText} from '../core/figures.js';
import type {Problem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import {recogniserOfTranscript} from '../speechmatics/duet-recogniser.js';
import type {Engines} from './engines.js';
import {batchProblem} from './left-job.js';

/**
One of several transcripts on stdout.
*/
export const headed = (name: string, text: string): string => `==> ${sanitise(name)} <==\n${text}\n`;

/**
Why there is no transcript, with the id under which the job can be found: a local server's jobs end with it.

@param subject - Put before the reason, where it would not be clear which file it is about.
@returns Nothing where the run has not failed.
*/
export const jobProblem = (
	engines: Pick<Engines, 'kind'>,
	state: BatchState,
	subject: string,
): Problem | undefined => {
	const problem = batchProblem(engines, state);
	const job = engines.kind === 'local' || state.jobId === undefined ? '' : ` (job ${state.jobId})`;
	return problem && {...problem, message: `${subject}${problem.message}${job}`};
};

/**
That a file is done: how long it took, whose words it has where the local server says so, and its job.
*/
export const doneText = (name: string, state: BatchState): string => {
	const recogniser = recogniserOfTranscript(state.document);
	return [
		`${sanitise(name)}: done in ${secondsText(turnaroundMs(state) ?? 0)}`,
		...(recogniser === undefined ? [] : [`words from ${recogniser}`]),
		`job ${state.jobId}`,
	].join(', ');
};

/**
The local engine decides for each file anew whose words it takes; a transcript says whose they are.
*/
export const engineTitle = ({kind, title}: Engines, {document}: BatchState): string => {
	const recogniser = recogniserOfTranscript(document);
	return kind === 'local' && recogniser !== undefined ? `local (${recogniser})` : title;
};
