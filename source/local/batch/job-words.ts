import type {AudioDecoder} from '../../core/audio-decoder.js';
import type {Word} from '../../core/word.js';
import type {StoredAudio} from './audio-store.js';
import {channelSamples, countChannels, mixedSamples} from './job-audio.js';
import type {BatchTranscriptionConfig} from './job-config.js';
import {mergeChannels} from './merge-channels.js';

/**
The words of a recording, or of each of its channels where they are told apart.
*/
export const jobWords = async (
	audio: StoredAudio,
	config: BatchTranscriptionConfig,
	decoder: AudioDecoder,
	hear: (samples: AsyncIterable<Int16Array>) => Promise<readonly Word[]>,
): Promise<readonly Word[]> => {
	if (config.diarization !== 'channel') {
		return hear(mixedSamples(audio, decoder));
	}

	const channels: Array<readonly Word[]> = [];
	const channelCount = await countChannels(audio, decoder);
	const labels = config.channel_diarization_labels ?? [];
	for (let index = 0; index < channelCount; index++) {
		const channel = labels[index] ?? `Channel ${index + 1}`;
		const words = await hear(channelSamples(audio, decoder, index));
		channels.push(words.map(word => ({...word, channel})));
	}

	return mergeChannels(channels);
};
