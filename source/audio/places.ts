import {type AudioChunk, bytesPerSecond} from '../core/audio-source.js';

/**
Gives each piece of audio its place behind those before it, so that what is left out leaves no gap.

@returns Takes the next piece, 16 kHz mono s16le.
*/
export const createPlaces = (): ((
	bytes: Uint8Array,
) => Pick<AudioChunk, 'bytes' | 'startSeconds' | 'endSeconds'>) => {
	let placedBytes = 0;
	return bytes => {
		const startSeconds = placedBytes / bytesPerSecond;
		placedBytes += bytes.length;
		return {bytes, startSeconds, endSeconds: placedBytes / bytesPerSecond};
	};
};
