import type {AudioSource} from './audio-source.js';
import type {Recording} from './recording.js';
import type {BatchEvent, RealTimeEvent} from './transcript-event.js';
import type {TranscriptionOptions} from './transcription-options.js';

/**
Turns a recording into a transcript. The iteration ends after the transcript; a failure is a thrown `ProblemError`.
An aborted signal ends it at once and without an error. `finished` and `failed` are the run's to say.
*/
export type BatchEngine = {
	transcribe(
		recording: Recording,
		options: TranscriptionOptions,
		signal: AbortSignal,
	): AsyncIterable<BatchEvent>;
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
