import type {Price} from '../core/cost.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';

/**
What is transcribed, with what, and how.
*/
export type RunSubject = {
	/**
	The file's name, without its folder, or that of a microphone; made safe to show.
	*/
	readonly name: string;

	/**
	Whether it is transcribed while it is spoken.
	*/
	readonly isLive: boolean;

	/**
	The whole audio, once it is known: of a file from the start, of live audio when it has ended.
	*/
	readonly whole?: WholeAudio;
	readonly engineTitle: string;
	readonly options: TranscriptionOptions;
	readonly prices: readonly Price[];
	readonly pace: number;
};

/**
Audio that is complete.
*/
export type WholeAudio = {
	readonly seconds: number;

	/**
	Of the original file, in bytes, and the name of its format, such as `MP3`.
	*/
	readonly fileBytes: number;
	readonly fileFormat: string;

	/**
	Of the decoded samples that both modes get.
	*/
	readonly sha256: string;
};
