import {sampleRateHz} from '../../../core/audio-source.js';

/**
Cuts a stream into frames of the same length, so that what is heard does not depend on the pieces in which it comes.
*/
export type Frames = {
	/**
	@returns The frames that are complete now.
	*/
	readonly cut: (samples: Int16Array) => readonly Int16Array[];

	/**
	What is left at the end, shorter than a frame; maybe empty.
	*/
	readonly rest: () => Int16Array;
};

const frameLength = sampleRateHz / 50;

/**
Starts at the beginning of a stream.
*/
export const createFrames = (): Frames => {
	let rest = new Int16Array(0);
	return {
		cut(samples) {
			const all = new Int16Array(rest.length + samples.length);
			all.set(rest);
			all.set(samples, rest.length);
			const count = Math.floor(all.length / frameLength);
			rest = all.slice(count * frameLength);
			return Array.from({length: count}, (_, index) =>
				all.slice(index * frameLength, (index + 1) * frameLength),
			);
		},
		rest: () => rest,
	};
};
