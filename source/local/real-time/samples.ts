import type {AudioDecoder} from '../../core/audio-decoder.js';
import {sampleRateHz} from '../../core/audio-source.js';
import {type Timers, wait} from '../timers.js';
import type {SessionAudio} from './config.js';

/**
How many bytes are a second of this audio, or nothing where only the decoder can tell.
*/
export const bytesPerSecond = (audio: SessionAudio): number | undefined =>
	audio.type === 'file' ? undefined : audio.sampleRateHz * bytesPerSample[audio.encoding];

const bytesPerSample = {pcm_s16le: 2, pcm_f32le: 4, mulaw: 1} as const;

/**
The samples of a stream: of a file's first channel mix, or of headerless audio.
*/
export const decodeStream = async function* (
	decoder: AudioDecoder,
	bytes: AsyncIterable<Uint8Array>,
	audio: SessionAudio,
): AsyncIterable<Int16Array> {
	if (audio.type === 'raw') {
		yield* decoder.decodeRaw(bytes, audio);
		return;
	}

	for await (const [samples] of decoder.decodeFile(bytes, 'mono')) {
		if (samples) {
			yield samples;
		}
	}
};

/**
Hands samples on no faster than an engine of that speed could work, in pieces short enough for partials to be
revised within a long frame.

@param pace - Seconds of audio per second. Audio that comes more slowly than that is not held up.
*/
export const paceSamples = async function* (
	blocks: AsyncIterable<Int16Array>,
	pace: number,
	timers: Timers,
	signal: AbortSignal,
): AsyncIterable<Int16Array> {
	let freeAtMs = timers.nowMs();
	for await (const block of blocks) {
		for (let start = 0; start < block.length; start += pieceLength) {
			const piece = block.subarray(start, start + pieceLength);
			const busyMs = freeAtMs - timers.nowMs();
			if (busyMs > 0) {
				await wait(timers, busyMs, signal);
			}

			freeAtMs = Math.max(freeAtMs, timers.nowMs()) + (piece.length / sampleRateHz / pace) * 1000;
			yield piece;
		}
	}
};

const pieceLength = sampleRateHz / 10;
