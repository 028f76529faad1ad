import type {Hypothesis} from '../../../core/recogniser.js';

/**
Turns a stream of audio into hypotheses, by a decoder.
*/
export type Listener = {
	/**
	@param samples - The next ones, 16 kHz mono.
	@returns What is thought now that they have been heard.
	*/
	readonly hear: (samples: Int16Array) => Hypothesis;

	/**
	There is no more audio.

	@returns The last words, settled.
	*/
	readonly end: () => Hypothesis;
};

/**
How long nobody speaks before an utterance ends, and with it a sentence, as far as can be told.
*/
export const pauseSeconds = 0.4;
