import {setTimeout as sleep} from 'node:timers/promises';
import type {AudioSource} from '../core/audio-source.js';
import {bytesPerSecond} from '../core/audio-source.js';
import type {Clock} from '../core/clock.js';
import {createPacedSource, type PacedSourceOptions, type PlayableAudio} from './paced-source.js';
import {createPauses, type Pauses} from './pauses.js';
import {createPlaces} from './places.js';

/**
Audio that can be paused. The paused time is not in the audio: what is sent is continuous, and says truly when it was
captured, so that it is neither billed nor counted as latency. What was captured before a pause and has not been asked
for yet is still sent.
*/
export type Pausable = Pick<Pauses, 'pause' | 'resume' | 'isPaused'> & {
	readonly source: AudioSource;
};

/**
Audio that goes by whether anybody listens or not, as from a microphone: while paused, it is heard and dropped. A chunk
with only a part in a pause is dropped, too: what is said in a pause stays here.
*/
export const pausableCapture = (source: AudioSource, clock: Clock): Pausable => {
	const {pause, resume, isPaused, overlap} = createPauses(clock);
	return {
		pause,
		resume,
		isPaused,
		source: {
			...source,
			async *chunks(signal) {
				const place = createPlaces();
				for await (const {bytes, capturedMs} of source.chunks(signal)) {
					if (overlap(capturedMs - (bytes.length / bytesPerSecond) * 1000, capturedMs)) {
						continue;
					}

					yield {...place(bytes), capturedMs};
				}
			},
		},
	};
};

/**
A recording that is played: while paused, it is held, and goes on from there, so that none of it is lost.
*/
export const pausablePlayback = (
	audio: PlayableAudio,
	{wait = sleepFor, clock, ...options}: PacedSourceOptions,
): Pausable => {
	const {pause, resume, isPaused, playingClock, toRunMs, untilResumed} = createPauses(clock);
	const paced = createPacedSource(audio, {
		...options,
		clock: playingClock,
		async wait(milliseconds, signal) {
			await untilResumed(signal);
			await wait(milliseconds, signal);
		},
	});
	return {
		pause,
		resume,
		isPaused,
		source: {
			...paced,
			async *chunks(signal) {
				for await (const chunk of paced.chunks(signal)) {
					yield {...chunk, capturedMs: toRunMs(chunk.capturedMs)};
				}
			},
		},
	};
};

const sleepFor = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
	sleep(milliseconds, undefined, {signal});
