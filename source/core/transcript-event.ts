import type {Problem} from './problem.js';
import type {Word} from './word.js';

/**
What happens while a batch job runs. Times are stamped by the run, not by the engine.
*/
export type BatchEvent =
	/**
	Before anything is sent. The reference is shown with the job ever after, so that the job can be found by it.
	*/
	| {readonly type: 'submitting'; readonly reference: string}
	| {readonly type: 'uploading'; readonly sentBytes: number; readonly totalBytes: number}
	| {readonly type: 'job-created'; readonly jobId: string}
	| {readonly type: 'job-status'; readonly jobId: string; readonly status: JobStatus}
	| {
			readonly type: 'transcript';
			readonly words: readonly Word[];
			readonly wordDelimiter: string;

			/**
			How long the server says it took from the job's creation to its end; missing where it does not tell.
			*/
			readonly serverMs?: number;

			/**
			The json-v2 document as it came.
			*/
			readonly document: unknown;
	  }
	| CommonEvent;

/**
The service knows no queue and no percentage: a job runs from the moment it exists.
*/
export type JobStatus = 'queued' | 'running' | 'done' | 'rejected' | 'deleted' | 'expired';

/**
What happens while speech is streamed. All times are on the axis of the whole run, whichever session they are from: one
that is lost is replaced, and then `connected` and `started` come again, and `audio-sent` for audio that is sent again.
*/
export type RealTimeEvent =
	| {readonly type: 'connected'}
	| {readonly type: 'started'; readonly sessionId?: string; readonly wordDelimiter: string}
	| {
			readonly type: 'audio-sent';
			readonly startSeconds: number;
			readonly endSeconds: number;
			readonly byteCount: number;
			readonly capturedMs: number;
	  }
	| {readonly type: 'audio-acknowledged'; readonly endSeconds: number}
	| AudioHoldEvent
	| TranscriptPart<'partial'>
	| TranscriptPart<'final'>
	| {readonly type: 'end-of-utterance'; readonly atSeconds: number}
	| {readonly type: 'audio-ended'}

	/**
	While there is no session: how far the audio has come, and how much of it is kept for the next one.
	*/
	| {readonly type: 'audio-kept'; readonly endSeconds: number; readonly keptSeconds: number}

	/**
	This much of the kept audio was given up, as there was too much of it: its words are lost.
	*/
	| {readonly type: 'audio-dropped'; readonly seconds: number}

	/**
	A new session has started in place of one that was lost.
	*/
	| {
			readonly type: 'session-resumed';

			/**
			The end of the last final word: what follows in the transcript is of the new session.
			*/
			readonly atSeconds: number;

			/**
			How much audio is sent a second time, because no final has covered it, and a little in front of that.
			*/
			readonly sentAgainSeconds: number;
	  }
	| CommonEvent;

/**
Said by the run: the audio stands still since a moment of the run's clock, because it is paused or its microphone is lost;
and it goes on.
*/
export type AudioHoldEvent =
	| {readonly type: 'audio-held'; readonly sinceMs: number}
	| {readonly type: 'audio-released'};

/**
A partial replaces the partial before it; a final replaces the partial within its time and never changes again.
Both may be without words.
*/
export type TranscriptPart<Type extends 'partial' | 'final'> = {
	readonly type: Type;
	readonly words: readonly Word[];
	readonly startSeconds: number;
	readonly endSeconds: number;
};

/**
What both modes have. `begun`, `finished` and `failed` are said by the run, the rest by the engine.
*/
type CommonEvent =
	| {readonly type: 'begun'}
	| {
			readonly type: 'retrying';
			readonly attempt: number;
			readonly waitMs: number;
			readonly problem: Problem;
	  }
	| {readonly type: 'warned'; readonly message: string}
	| {readonly type: 'finished'}
	| {readonly type: 'failed'; readonly problem: Problem};

/**
An event and when it was received, in milliseconds since the run began. Only `runs/` makes one.
*/
export type Stamped<Event> = {readonly event: Event; readonly receivedMs: number};
