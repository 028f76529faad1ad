import {createFrameQueue} from '../../source/audio/frame-queue.js';
import {createPlaces} from '../../source/audio/places.js';
import type {AudioChunk, AudioSource} from '../../source/core/audio-source.js';

const chunkSamples = 512;

/**
A microphone that hears what a test pushes into it.
*/
export const pushedSource = () => {
	const queue = createFrameQueue<AudioChunk>();
	const place = createPlaces();
	let wanted = Promise.withResolvers<void>();
	const source: AudioSource = {
		title: 'microphone',
		pace: 1,
		async *chunks(signal) {
			const end = () => queue.end();
			signal.addEventListener('abort', end);
			for await (const chunk of queue) {
				yield chunk;
				wanted.resolve();
			}
		},
	};
	return {
		source,

		/**
		Resolves when the chunk was taken and the next one is asked for.

		@param amplitude - Of a square wave; 0 is silence.
		*/
		async push(capturedMs: number, amplitude = 1000): Promise<void> {
			wanted = Promise.withResolvers();
			const samples = Int16Array.from({length: chunkSamples}, (_, index) =>
				index % 2 === 0 ? amplitude : -amplitude,
			);
			queue.push({...place(new Uint8Array(samples.buffer)), capturedMs});
			await wanted.promise;
		},
		end: () => queue.end(),
		fail: (error: unknown) => queue.end(error),
	};
};
