import {sampleRateHz} from '../../../core/audio-source.js';
import type {KnownFrames} from './known-frames.js';
import {createReplayStream} from './replay-stream.js';

/**
How much is listened to before audio counts as unknown: so much sound, or so much of anything, be it silence. Somebody
waits meanwhile.
*/
const mostSoundSeconds = 20;
const mostSeconds = 120;

/**
How far apart the answer is looked for.
*/
const pieceLength = sampleRateHz * 0.1;

/**
Whether a recording begins with something that is known. A word has to be heard: a place alone may be a chance likeness.

@param audio - Read as far as the answer needs.
@returns False where the signal is aborted.
*/
export const isKnownAudio = async (
	library: readonly KnownFrames[],
	audio: AsyncIterable<Int16Array>,
	language: string,
	signal: AbortSignal,
): Promise<boolean> => {
	const stream = createReplayStream(library, {
		mode: 'batch',
		language,
		model: 'enhanced',
		diarization: false,
		maxDelaySeconds: 4,
		vocabulary: [],
	});
	let sampleCount = 0;
	for await (const samples of audio) {
		for (let from = 0; from < samples.length; from += pieceLength) {
			const piece = samples.subarray(from, from + pieceLength);
			stream.hear(piece);
			sampleCount += piece.length;
			if (stream.isKnown()) {
				return true;
			}

			const isUnknown =
				stream.soundSeconds() >= mostSoundSeconds || sampleCount >= mostSeconds * sampleRateHz;
			if (isUnknown || signal.aborted) {
				return false;
			}
		}
	}

	stream.end();
	return stream.isKnown();
};
