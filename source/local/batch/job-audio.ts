import {createReadStream} from 'node:fs';
import type {AudioDecoder} from '../../core/audio-decoder.js';
import {ProblemError} from '../../core/problem.js';

/**
How many samples of a second the decoder gives.
*/
const sampleRateHz = 16_000;

/**
Decodes a file far enough to know that it is audio.

@throws {ProblemError} Of kind `bad-input`, when it is not, or holds none.
*/
export const probeAudio = async (path: string, decoder: AudioDecoder): Promise<void> => {
	if ((await countChannels(path, decoder)) === 0) {
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
	path: string,
	decoder: AudioDecoder,
	signal: AbortSignal,
): Promise<number> => {
	let sampleCount = 0;
	for await (const samples of mixedSamples(path, decoder)) {
		signal.throwIfAborted();
		sampleCount += samples.length;
	}

	return sampleCount / sampleRateHz;
};

/**
The samples of all channels mixed into one.
*/
export async function* mixedSamples(path: string, decoder: AudioDecoder): AsyncIterable<Int16Array> {
	for await (const [samples] of decoder.decodeFile(createReadStream(path), 'mono')) {
		if (samples) {
			yield samples;
		}
	}
}

/**
The samples of one channel, counted from 0.
*/
export async function* channelSamples(
	path: string,
	decoder: AudioDecoder,
	channel: number,
): AsyncIterable<Int16Array> {
	for await (const channels of decoder.decodeFile(createReadStream(path), 'channels')) {
		const samples = channels[channel];
		if (samples) {
			yield samples;
		}
	}
}

/**
How many channels a file has.
*/
export const countChannels = async (path: string, decoder: AudioDecoder): Promise<number> => {
	for await (const channels of decoder.decodeFile(createReadStream(path), 'channels')) {
		return channels.length;
	}

	return 0;
};
