import {setTimeout as sleep} from 'node:timers/promises';
import {type AudioSource, bytesPerSample, sampleRateHz} from '../core/audio-source.js';
import type {Clock} from '../core/clock.js';
import {createPlaces} from './places.js';

/**
Complete audio that can be played.
*/
export type PlayableAudio = {
	readonly name: string;
	readonly seconds: number;

	/**
	16 kHz mono s16le, from the start.
	*/
	openPcm(): AsyncIterable<Uint8Array>;
};

export type PacedSourceOptions = {
	/**
	Audio seconds per second of real time: 1 is the pace of speech.
	*/
	readonly pace: number;
	readonly clock: Clock;

	/**
	The length of all chunks but the last.
	*/
	readonly chunkSeconds?: number;

	/**
	Resolves after a time, or rejects when the signal is aborted.
	*/
	readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
};

/**
Plays a recording as a microphone would deliver it. Chunk n, counted from 1, is due at start + n × chunk / pace, whatever
happened to the chunks before it, so nothing adds up over hours. A chunk that is late is sent at once and still says when
it was due.
*/
export const createPacedSource = (
	audio: PlayableAudio,
	{pace, clock, chunkSeconds = 0.04, wait = sleepFor}: PacedSourceOptions,
): AudioSource => ({
	title: audio.name,
	durationSeconds: audio.seconds,
	pace,
	async *chunks(signal) {
		const startMs = clock.nowMs();
		const chunkBytes = Math.max(1, Math.round(chunkSeconds * sampleRateHz)) * bytesPerSample;
		const place = createPlaces();
		for await (const bytes of equalChunks(audio.openPcm(), chunkBytes)) {
			const placed = place(bytes);
			const dueMs = startMs + (placed.endSeconds * 1000) / pace;
			if (!(await isReached(dueMs, clock, wait, signal))) {
				return;
			}

			yield {...placed, capturedMs: dueMs};
		}
	},
});

const sleepFor = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
	sleep(milliseconds, undefined, {signal});

/**
Waits for a moment. Timers may fire a little early, so the clock has the last word.

@returns False when the signal came first.
*/
const isReached = async (
	dueMs: number,
	clock: Clock,
	wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>,
	signal: AbortSignal,
): Promise<boolean> => {
	try {
		for (let leftMs = dueMs - clock.nowMs(); leftMs > 0 && !signal.aborted; leftMs = dueMs - clock.nowMs()) {
			await wait(leftMs, signal);
		}
	} catch (error) {
		if (!signal.aborted) {
			throw error;
		}
	}

	return !signal.aborted;
};

/**
The same bytes in pieces of one size; the last may be shorter.
*/
async function* equalChunks(
	bytes: AsyncIterable<Uint8Array>,
	chunkBytes: number,
): AsyncGenerator<Uint8Array, void> {
	let rest: Uint8Array = new Uint8Array(0);
	for await (const piece of bytes) {
		rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
		while (rest.length >= chunkBytes) {
			yield rest.subarray(0, chunkBytes);
			rest = rest.subarray(chunkBytes);
		}
	}

	if (rest.length > 0) {
		yield rest;
	}
}
