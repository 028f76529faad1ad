import {type AudioChunk, type AudioSource, bytesPerSecond} from '../core/audio-source.js';
import {createPlaces} from './places.js';

/**
A word begins more softly than the sound that shows that there is one.
*/
const onsetSeconds = 0.5;

/**
A source that begins with its first sound, and half a second before it. The silence before that is not in the audio.

@param isHeard - Whether anything was heard by now. Asked for each chunk until it was.
*/
export const fromFirstSound = (source: AudioSource, isHeard: () => boolean): AudioSource => ({
	...source,
	async *chunks(signal) {
		const place = createPlaces();
		let onset: AudioChunk[] = [];
		let hasBegun = false;
		for await (const chunk of source.chunks(signal)) {
			onset.push(chunk);
			hasBegun ||= isHeard();
			if (hasBegun) {
				yield* onset.map(({bytes, capturedMs}) => ({...place(bytes), capturedMs}));
				onset = [];
			} else if (secondsOf(onset.slice(1)) >= onsetSeconds) {
				onset.shift();
			}
		}
	},
});

const secondsOf = (chunks: readonly AudioChunk[]): number =>
	chunks.reduce((sum, {bytes}) => sum + bytes.length, 0) / bytesPerSecond;
