import type {BatchEvent} from '../core/transcript-event.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';

/**
Goes on with a job that another process has made.
*/
export type JobFollower = {
	/**
	Follows a job to its transcript; failures and abort as with a batch engine.
	*/
	resume(jobId: string, options: TranscriptionOptions, signal: AbortSignal): AsyncIterable<BatchEvent>;

	/**
	The job that was submitted under a reference.

	@returns Nothing only where there surely is none.
	@throws {ProblemError} Where that cannot be known.
	*/
	findJob(reference: string, signal: AbortSignal): Promise<string | undefined>;
};
