import type {Hypothesis, Recogniser, RecogniserOptions} from '../../../source/core/recogniser.js';
import {transcriptText} from '../../../source/core/transcript-text.js';
import type {Word} from '../../../source/core/word.js';
import {createReplayRecogniser, loadKnownAudio} from '../../../source/local/recognisers/replay.js';

export const assetsFolder = new URL('../../../assets/', import.meta.url).pathname;

export const knownAudio = await loadKnownAudio(assetsFolder);

/**
The sample's samples.
*/
export const sample = knownAudio[0]?.samples ?? new Int16Array();

export const replay: Recogniser = createReplayRecogniser(knownAudio);

export const optionsWith = (options: Partial<RecogniserOptions> = {}): RecogniserOptions => ({
	mode: 'real-time',
	language: 'en',
	model: 'enhanced',
	diarization: true,
	maxDelaySeconds: 2,
	vocabulary: [],
	...options,
});

const inChunks = async function* (samples: Int16Array, chunkLength: number): AsyncIterable<Int16Array> {
	for (let from = 0; from < samples.length; from += chunkLength) {
		yield samples.subarray(from, from + chunkLength);
	}
};

/**
All hypotheses about some audio that comes in chunks of 40 ms, or others.
*/
export const hypotheses = async (
	samples: Int16Array,
	options: Partial<RecogniserOptions> = {},
	chunkLength = 640,
): Promise<readonly Hypothesis[]> => {
	const all: Hypothesis[] = [];
	const audio = inChunks(samples, chunkLength);
	for await (const one of replay.recognise(audio, optionsWith(options), new AbortController().signal)) {
		all.push(one);
	}

	return all;
};

/**
What batch hears.
*/
export const batchWords = async (
	samples: Int16Array,
	options: Partial<RecogniserOptions> = {},
): Promise<readonly Word[]> =>
	(await hypotheses(samples, {...options, mode: 'batch'}, 16_000)).flatMap(hypothesis => hypothesis.words);

export const batchText = async (
	samples: Int16Array,
	options: Partial<RecogniserOptions> = {},
): Promise<string> => transcriptText(await batchWords(samples, options));
