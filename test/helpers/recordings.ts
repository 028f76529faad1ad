import type {Recording} from '../../source/core/recording.js';

/**
Audio that is only a number of bytes.
*/
export const recordingOf = (byteCount: number, chunkBytes = 65_536): Recording => ({
	type: 'bytes',
	name: 'a "b".wav',
	byteCount,
	async *open() {
		for (let sent = 0; sent < byteCount; sent += chunkBytes) {
			yield new Uint8Array(Math.min(chunkBytes, byteCount - sent)).fill(65);
		}
	},
});
