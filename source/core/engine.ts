import type {AudioSource} from './audio-source.js';
import type {Recording} from './recording.js';
import type {BatchEvent, RealTimeEvent} from './transcript-event.js';
import type {TranscriptionOptions} from './transcription-options.js';

/**
Turns a recording into a transcript. The iteration ends after the transcript; a failure is a thrown `ProblemError`.
An aborted signal ends it at once and without an error. `finished` and `failed` are the run's to say.

What must not be lost is told before anything else is asked of the service, and the next step waits until the event was
taken: `submitting` before the upload, and `job-created` before the first question about the job.
*/
export type BatchEngine = {
	/**
	Makes a job, which is never made twice, and follows it.
	*/
	transcribe(
		recording: Recording,
		options: TranscriptionOptions,
		signal: AbortSignal,
	): AsyncIterable<BatchEvent>;

	/**
	Follows a job that was made before, to its transcript. Begins with `job-created`; the first status is the service's.

	@param options - Those the job was made with; the language alone counts.
	@throws {ProblemError} Of kind `rejected` for a job that is unknown, deleted or expired.
	*/
	resume(
		jobId: string,
		options: Pick<TranscriptionOptions, 'language'>,
		signal: AbortSignal,
	): AsyncIterable<BatchEvent>;

	/**
	The id of the job that was submitted with a reference, as `submitting` told it: for a Duet that ended before it was
	told the id. Takes some seconds where there is none, as the list is looked at twice.

	@returns Nothing only where the service has shown its list and no job in it has the reference.
	@throws {ProblemError} When the service cannot be asked or has no list: there may be a job.
	@throws The signal's reason, when it is aborted.
	*/
	findJob(reference: string, signal: AbortSignal): Promise<string | undefined>;
};

/**
Turns live audio into a transcript. Starts to listen once the first session is open, and from then on asks for each chunk
as soon as it is there; a session that is lost is replaced by another one, on the same axis of time. When the audio ends
it waits for the last final, then ends. Failures and abort as for {@link BatchEngine}.
*/
export type RealTimeEngine = {
	transcribe(
		audio: AudioSource,
		options: TranscriptionOptions,
		signal: AbortSignal,
	): AsyncIterable<RealTimeEvent>;
};
