import {sampleRateHz} from '../../source/core/audio-source.js';
import type {Mode} from '../../source/core/mode.js';
import type {Hypothesis, Recogniser} from '../../source/core/recogniser.js';
import {collect} from './collect.js';
import {inItems, type WatchedAudio, watchAudio} from './watched-audio.js';

/**
A recogniser that is asked in the first of its languages, without diarization.
*/
export type Ear = {
	readonly language: string;
	readonly listen: (audio: WatchedAudio, mode: Mode, signal?: AbortSignal) => AsyncIterable<Hypothesis>;

	/**
	@param lengths - Of the items of audio in samples, again and again. Default: a tenth of a second.
	@throws What the recogniser throws.
	*/
	readonly hear: (samples: Int16Array, mode: Mode, lengths?: readonly number[]) => Promise<Heard>;
};

/**
What was heard, in how many items of audio.
*/
export type Heard = {
	readonly hypotheses: readonly Hypothesis[];
	readonly itemCount: number;

	/**
	By how much the recogniser's clock is wrong in the end.
	*/
	readonly offSeconds: number;
};

export const createEar = (recogniser: Recogniser): Ear => {
	const [language = ''] = Object.keys(recogniser.languages);
	const never = new AbortController().signal;
	const listen: Ear['listen'] = (audio, mode, signal = never) =>
		recogniser.recognise(
			audio,
			{mode, language, model: 'enhanced', diarization: false, maxDelaySeconds: 2, vocabulary: []},
			signal,
		);

	return {
		language,
		listen,
		async hear(samples, mode, lengths = [sampleRateHz / 10]) {
			const audio = watchAudio(inItems(samples, lengths));
			const {items: hypotheses, error} = await collect(listen(audio, mode));
			if (error) {
				throw error;
			}

			const lastSeconds = hypotheses.at(-1)?.audioSeconds ?? 0;
			return {
				hypotheses,
				itemCount: audio.itemCount(),
				offSeconds: Math.abs(lastSeconds - samples.length / sampleRateHz),
			};
		},
	};
};
