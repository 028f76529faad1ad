import type {Word} from './word.js';

/**
A way to write a transcript to a file.
*/
export type Format = {
	readonly id: string;

	/**
	What it is for, in a few words, for help.
	*/
	readonly title: string;

	/**
	Without the dot.
	*/
	readonly extension: string;

	/**
	@returns The whole file, ending in a newline unless it is empty.
	*/
	render(transcript: FinishedTranscript): string;
};

/**
A transcript that will not change again, with what is needed to write it down.
*/
export type FinishedTranscript = {
	/**
	The audio's name.
	*/
	readonly title: string;
	readonly mode: 'batch' | 'real-time';
	readonly language: string;

	/**
	The engine as shown to users, such as `cloud` or `local (replay)`.
	*/
	readonly engine: string;
	readonly words: readonly Word[];

	/**
	What stands between words: a space, or nothing in languages without spaces.
	*/
	readonly wordDelimiter: string;

	/**
	The json-v2 document of the service, where it sent one.
	*/
	readonly document?: unknown;
};
