import {sampleRateHz} from '../../../core/audio-source.js';

/**
The audio of an utterance, kept so that some of it can be heard again.
*/
export type Utterance = {
	/**
	Where it begins in the stream.
	*/
	readonly startSeconds: number;
	readonly endSeconds: () => number;
	readonly add: (samples: Int16Array) => void;

	/**
	All of it, or from a time of the stream on.
	*/
	readonly samples: (fromSeconds?: number) => Int16Array;
};

/**
An utterance with its first samples, which are before the given time of the stream.
*/
export const createUtterance = (endSeconds: number, first: Int16Array): Utterance => {
	const startSeconds = endSeconds - first.length / sampleRateHz;
	const pieces = [first];
	let length = first.length;
	return {
		startSeconds,
		endSeconds: () => startSeconds + length / sampleRateHz,
		add(samples) {
			pieces.push(samples);
			length += samples.length;
		},
		samples(fromSeconds = startSeconds) {
			const all = new Int16Array(length);
			let at = 0;
			for (const piece of pieces) {
				all.set(piece, at);
				at += piece.length;
			}

			return all.subarray(Math.max(0, Math.round((fromSeconds - startSeconds) * sampleRateHz)));
		},
	};
};
