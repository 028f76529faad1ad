import type {AudioDecoder} from '../../core/audio-decoder.js';
import {ProblemError} from '../../core/problem.js';
import type {StoredAudio} from './audio-store.js';

/**
How many samples of a second the decoder gives.
*/
const sampleRateHz = 16_000;

/**
Decodes audio far enough to know that it is audio.

@throws {ProblemError} Of kind `bad-input`, when it is not, or holds none.
*/
export const probeAudio = async (audio: StoredAudio, decoder: AudioDecoder): Promise<void> => {
	if ((await countChannels(audio, decoder)) === 0) {
		throw new ProblemError({
			kind: 'bad-input',
			message: 'The file holds no audio.',
			nextStep: 'Check that the recording is complete, and send it again.',
		});
	}
};

/**
How long a file is, in seconds. Only decoding it tells for sure.

@throws {ProblemError} Of kind `bad-input`, when it is not audio.
*/
export const measureAudio = async (
	audio: StoredAudio,
	decoder: AudioDecoder,
	signal: AbortSignal,
): Promise<number> => {
	let sampleCount = 0;
	for await (const samples of mixedSamples(audio, decoder)) {
		signal.throwIfAborted();
		sampleCount += samples.length;
	}

	return sampleCount / sampleRateHz;
};

/**
The samples of all channels mixed into one.
*/
export async function* mixedSamples(audio: StoredAudio, decoder: AudioDecoder): AsyncIterable<Int16Array> {
	for await (const [samples] of decoder.decodeFile(audio.open(), 'mono')) {
		if (samples) {
			yield samples;
		}
	}
}

/**
The samples of one channel, counted from 0.
*/
export async function* channelSamples(
	audio: StoredAudio,
	decoder: AudioDecoder,
	channel: number,
): AsyncIterable<Int16Array> {
	for await (const channels of decoder.decodeFile(audio.open(), 'channels')) {
		const samples = channels[channel];
		if (samples) {
			yield samples;
		}
	}
}

/**
How many channels a file has.
*/
export const countChannels = async (audio: StoredAudio, decoder: AudioDecoder): Promise<number> => {
	for await (const channels of decoder.decodeFile(audio.open(), 'channels')) {
		return channels.length;
	}

	return 0;
};
