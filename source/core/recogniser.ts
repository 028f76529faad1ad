import type {Mode} from './mode.js';
import type {VocabularyEntry} from './transcription-options.js';
import type {Word} from './word.js';

/**
What the local server asks for words: samples in, hypotheses out. When partials and finals are sent is not its
business; the server decides that from the hypotheses and the audio's own clock.
*/
export type Recogniser = {
	/**
	The name shown wherever its results are shown, such as `replay`.
	*/
	readonly id: string;

	/**
	One line on what it is, for help and for the server's start message.
	*/
	readonly title: string;

	/**
	Codes of the languages it knows, with their English names.
	*/
	readonly languages: Readonly<Record<string, string>>;

	/**
	How many streams and how many recordings it keeps up with at once on this machine. A session beyond that is refused, a
	job waits. Missing where it is so light that it does not matter.
	*/
	readonly capacity?: Readonly<Record<Mode, number>>;

	/**
	Whether this is audio that it has words for. Missing where it has words for any speech. Takes no more of the audio than
	it needs to tell.
	*/
	knows?(audio: AsyncIterable<Int16Array>, language: string, signal: AbortSignal): Promise<boolean>;

	/**
	Recognises one stream or one recording. Words carry a speaker only where `diarization` is on. It asks for the first
	audio when it is ready: a session starts only then. It ends soon after the signal is aborted, and whatever it started
	ends with it.

	@param audio - 16 kHz mono samples in order; in real-time mode they come as they are spoken.
	@returns In real-time mode at least one hypothesis for each item of audio, so that the server's clock moves on; the
	last ones are settled. In batch mode settled hypotheses only, each continuing the one before.
	@throws {ProblemError} Of kind `rejected`, when it cannot say anything about this audio: what it knows and what to do.
	*/
	recognise(
		audio: AsyncIterable<Int16Array>,
		options: RecogniserOptions,
		signal: AbortSignal,
	): AsyncIterable<Hypothesis>;

	/**
	What is known about the content of these words beyond the words themselves, if anything.
	*/
	annotate?(words: readonly Word[]): Annotations;
};

export type RecogniserOptions = {
	readonly mode: Mode;
	readonly language: string;
	readonly model: 'standard' | 'enhanced';
	readonly diarization: boolean;
	readonly maxDelaySeconds: number;
	readonly vocabulary: readonly VocabularyEntry[];
};

/**
The best guess so far about the audio heard.
*/
export type Hypothesis = {
	/**
	How much audio has been heard, in seconds.
	*/
	readonly audioSeconds: number;

	/**
	In order of time: everything since the last settled hypothesis, punctuation included. Each hypothesis replaces the
	one before; words that the server has made final already may be left out or repeated.
	*/
	readonly words: readonly Word[];

	/**
	These words will not change again, and the next hypothesis starts after them.
	*/
	readonly isSettled: boolean;

	/**
	For how long nobody has spoken, up to `audioSeconds`; 0 while somebody speaks. Missing where the recogniser cannot
	tell; the times of the words stand in then. A word shows only some time after it was spoken, so this is what tells a
	pause from a word that is still being spoken.
	*/
	readonly silenceSeconds?: number;

	/**
	Whose words these are, where a recogniser leaves them to others.
	*/
	readonly recogniserId?: string;
};

/**
Everything is optional: a recogniser says only what it knows.
*/
export type Annotations = {
	/**
	By target language, a piece per sentence.
	*/
	readonly translations?: Readonly<Record<string, readonly TimedText[]>>;
	readonly summary?: string;
	readonly sentiments?: ReadonlyArray<TimedText & {readonly sentiment: 'positive' | 'negative' | 'neutral'}>;
	readonly topics?: ReadonlyArray<TimedText & {readonly topics: readonly string[]}>;
	readonly chapters?: ReadonlyArray<TimedText & {readonly title: string}>;
	readonly audioEvents?: ReadonlyArray<{
		readonly type: string;
		readonly startSeconds: number;
		readonly endSeconds: number;
		readonly confidence: number;
	}>;
};

export type TimedText = {
	readonly text: string;
	readonly startSeconds: number;
	readonly endSeconds: number;
	readonly speaker?: string;
};
