import type {RunMode} from '../../core/mode.js';
import type {TranscriptionOptions} from '../../core/transcription-options.js';
import type {ProcessIdentity} from './process-identity.js';

/**
The first line of a journal: what the run is about, and who keeps it. Never a key.
*/
export type JournalHeader = {
	/**
	Of the journal's form. A Duet reads those up to its own.
	*/
	readonly version: typeof journalVersion;
	readonly id: string;

	/**
	When it began, as ISO 8601, and what the run's clock showed then, in milliseconds: so another process can go on with
	the same clock.
	*/
	readonly startedAt: string;
	readonly startedMs: number;
	readonly process: ProcessIdentity;
	readonly mode: RunMode;

	/**
	Whether the audio was being spoken, rather than complete from the start.
	*/
	readonly isLive: boolean;
	readonly audio: RunAudio;
	readonly engine: RunEngine;
	readonly options: TranscriptionOptions;

	/**
	Audio seconds per second.
	*/
	readonly pace: number;

	/**
	What was really said, where that was known.
	*/
	readonly reference?: string;
};

export const journalVersion = 1;

/**
The audio, as far as it is known: a live recording has its length and hash when it ends.
*/
export type RunAudio = {
	readonly name: string;

	/**
	The absolute path of the file, or of the recording that is kept.
	*/
	readonly path?: string;
	readonly seconds?: number;

	/**
	The size of what was sent, and the hash of its samples.
	*/
	readonly bytes?: number;
	readonly sha256?: string;
};

/**
Where it was transcribed.
*/
export type RunEngine = {
	readonly kind: 'cloud' | 'on-premises' | 'local';

	/**
	As shown to users: `cloud (eu)`, `local (replay)`.
	*/
	readonly title: string;
	readonly batchUrl: string;
	readonly realtimeUrl: string;
	readonly recogniser?: string;
};
