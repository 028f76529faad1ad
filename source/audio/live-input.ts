import type {AudioSource} from '../core/audio-source.js';
import type {LiveInputState, Loudness} from '../core/live-input.js';
import type {Problem} from '../core/problem.js';
import type {AudioHoldEvent} from '../core/transcript-event.js';
import type {LiveRecording} from './live-recording.js';

/**
Live audio that goes on: what can be done with a microphone or a pipe while it is listened to. Disposing of it ends it and
removes a recording that is not kept.
*/
export type LiveInput = AsyncDisposable & {
	readonly state: () => LiveInputState;

	/**
	Ends an interval of the level meter, and says how loud it was.
	*/
	readonly loudness: () => Loudness;

	/**
	For real-time, once: all audio but what was spoken in pauses.
	*/
	readonly source: AudioSource;

	/**
	Says that real-time does not listen, or does not any more; the recording goes on.
	*/
	readonly leave: () => void;

	/**
	Resolves with true when there is something to transcribe, and with false when there will be nothing.
	*/
	readonly begun: Promise<boolean>;

	/**
	Ends the audio: `recording` comes soon after.
	*/
	readonly stop: () => void;

	/**
	Resolves when the audio has ended, with what was recorded, if anything was heard and could be written; it can be read until this is disposed of.
	*/
	readonly recording: Promise<LiveRecording | undefined>;

	/**
	Paused time is not in the audio.
	*/
	readonly pause: () => void;
	readonly resume: () => void;
	readonly isPaused: () => boolean;

	/**
	Tells when the audio stands still, paused or with its microphone lost, and when it goes on.
	*/
	readonly onHold: (listener: (event: AudioHoldEvent) => void) => void;

	/**
	Opens a lost input again, or another one in its place; the audio goes on where it stopped. Missing where there is only
	one, as of a pipe.

	@param device - An id or a name; without one the same as before.
	@returns Why that cannot be done; it can be tried again.
	*/
	readonly reopen?: (device?: string) => Promise<Problem | undefined>;
};
