import {sampleRateHz} from '../../../core/audio-source.js';

/**
Tells speech from silence by loudness alone, against the noise that is always there.
*/
export type SpeechMeter = {
	/**
	Takes the next samples.
	*/
	readonly hear: (samples: Int16Array) => void;

	/**
	How long it has been too quiet for speech, up to the last sample; 0 while somebody speaks. Before the first speech, all
	the time so far.
	*/
	readonly silenceSeconds: () => number;
};

const frameLength = sampleRateHz / 100;

/**
Speech is this much louder than the noise, in decibels, and never quieter than that below full scale.
*/
const speechOverNoise = 8;
const quietestSpeech = -58;

/**
The noise is the quietest of late: it falls at once, and rises this fast, in decibels a second.
*/
const noiseRise = 4;
const startNoise = -66;
const loudestNoise = -34;

/**
A click is not speech: so many of the last frames have to be loud.
*/
const loudFrames = 3;
const watchedFrames = 5;

/**
Starts at the beginning of a stream.
*/
export const createSpeechMeter = (): SpeechMeter => {
	let rest = new Int16Array(0);
	let noise = startNoise;
	let quietFrames = 0;
	let loudness: readonly boolean[] = [];

	const hearFrame = (frame: Int16Array): void => {
		const level = decibels(frame);
		noise = Math.min(loudestNoise, Math.max(startNoise, Math.min(level, noise + noiseRise / 100)));
		loudness = [...loudness, level >= Math.max(quietestSpeech, noise + speechOverNoise)].slice(
			-watchedFrames,
		);
		quietFrames = loudness.filter(Boolean).length >= loudFrames ? 0 : quietFrames + 1;
	};

	return {
		hear(samples) {
			const all = new Int16Array(rest.length + samples.length);
			all.set(rest);
			all.set(samples, rest.length);
			const end = all.length - (all.length % frameLength);
			for (let from = 0; from < end; from += frameLength) {
				hearFrame(all.subarray(from, from + frameLength));
			}

			rest = all.slice(end);
		},
		silenceSeconds: () => (quietFrames * frameLength) / sampleRateHz,
	};
};

/**
The root mean square of samples, in decibels below full scale.
*/
const decibels = (samples: Int16Array): number => {
	let sum = 0;
	for (const sample of samples) {
		sum += sample * sample;
	}

	return 10 * Math.log10(Math.max(sum / samples.length / 32_768 ** 2, 1e-10));
};
