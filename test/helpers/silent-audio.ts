import {type AudioSource, bytesPerSecond} from '../../source/core/audio-source.js';

/**
Silence in chunks of 0.1 s, as fast as they are asked for.

@param afterwards - Awaited behind the last chunk; a promise that stays makes a microphone that says nothing more.
*/
export const silentAudio = (chunkCount: number, afterwards?: Promise<void>): AudioSource => ({
	title: 'silence',
	pace: 1,
	async *chunks(signal) {
		for (let index = 0; index < chunkCount && !signal.aborted; index += 1) {
			yield {
				bytes: new Uint8Array(bytesPerSecond / 10),
				startSeconds: index / 10,
				endSeconds: (index + 1) / 10,
				capturedMs: (index + 1) * 100,
			};
		}

		const aborted = new Promise<void>(resolve => {
			signal.addEventListener('abort', () => resolve());
		});
		await (signal.aborted ? undefined : afterwards && Promise.race([afterwards, aborted]));
	},
});
