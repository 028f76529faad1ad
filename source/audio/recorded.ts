import type {AudioSource} from '../core/audio-source.js';
import type {Recorder} from './recorder.js';

/**
A source whose audio is recorded: each chunk is written before it is handed on, so that nothing can be transcribed that
is not in the recording.
*/
export const recorded = (source: AudioSource, recorder: Recorder): AudioSource => ({
	...source,
	async *chunks(signal) {
		for await (const chunk of source.chunks(signal)) {
			await recorder.write(chunk.bytes);
			yield chunk;
		}
	},
});
