import type {BatchEngine} from '../core/engine.js';
import {type Problem, ProblemError} from '../core/problem.js';
import type {Recording} from '../core/recording.js';
import type {BatchEvent} from '../core/transcript-event.js';
import {runEngine} from './run.js';
import type {RunSettings} from './side-by-side.js';

/**
What is left of a batch run that was broken off.
*/
export type BatchLeft = {
	/**
	Whether it had begun: its turnaround counts from then, and otherwise from now.
	*/
	readonly hasBegun: boolean;
	readonly jobId?: string | undefined;

	/**
	Under what name a job may have been made.
	*/
	readonly reference?: string | undefined;

	/**
	Opens the recording, where it is there, to make a job where there is none.
	*/
	readonly openRecording?: (() => Promise<Recording>) | undefined;
};

const notThere = 'The service has no job of this upload: the recording is submitted again.';

/**
Goes on with a batch run: follows its job; else looks for one under its reference; else makes one. Never makes a second
job: where it cannot be known whether there is one, the run fails. Never throws: a failure is an event.

@param none - What to fail with where there is neither a job nor a recording.
*/
export const resumeBatch = async (
	engine: BatchEngine,
	{hasBegun, jobId, reference, openRecording}: BatchLeft,
	none: Problem,
	{options, clock, signal, onEvent}: RunSettings,
): Promise<void> => {
	const goOn = async function* (): AsyncGenerator<BatchEvent, void> {
		const found = jobId ?? (reference === undefined ? undefined : await engine.findJob(reference, signal));
		if (found !== undefined) {
			yield* engine.resume(found, options, signal);
		} else if (openRecording) {
			if (reference !== undefined) {
				yield {type: 'warned', message: notThere};
			}

			yield* engine.transcribe(await openRecording(), options, signal);
		} else {
			throw new ProblemError(none);
		}
	};

	await runEngine<BatchEvent>(goOn, clock, signal, stamped => {
		// Where it began long ago, the job that is known was made then.
		const isKnown =
			(stamped.event.type === 'begun' && hasBegun) ||
			(stamped.event.type === 'job-created' && stamped.event.jobId === jobId);
		if (!isKnown) {
			onEvent({mode: 'batch', ...stamped});
		}
	});
};
