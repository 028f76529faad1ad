import {sampleRateHz} from '../../core/audio-source.js';
import {wholeFrames} from '../decode-wav.js';
import type {DecodedBlock} from '../decoded-block.js';
import {readSamples, sampleEncodings} from '../sample-encodings.js';
import {toSixteenKilohertz} from '../to-sixteen-kilohertz.js';
import type {OpenInput} from './capture-backend.js';
import {type Frame, frameSamples} from './capture-messages.js';

/**
What a device gives, as frames of one length: mixed down to one channel and resampled to 16 kHz where it gives something
else.

A piece that holds several frames arrives at once; the last sample of each was captured as much earlier as there is audio
behind it in the piece. Times never go back.
*/
export async function* toFrames(
	{pieces, sampleRateHz: rateHz, channelCount}: Omit<OpenInput, 'title' | 'close'>,
	nowMs: () => number,
): AsyncGenerator<Frame, void> {
	let arrivedMs = 0;
	const stamped = async function* () {
		for await (const piece of pieces) {
			arrivedMs = nowMs();
			yield piece;
		}
	};

	const blocks = async function* (): AsyncGenerator<DecodedBlock, void> {
		for await (const bytes of wholeFrames(stamped(), channelCount * sampleEncodings.s16le.bytesPerSample)) {
			yield {channels: readSamples(bytes, sampleEncodings.s16le, channelCount), sampleRateHz: rateHz};
		}
	};

	let rest: Int16Array = new Int16Array(0);
	let capturedMs = Number.NEGATIVE_INFINITY;
	for await (const [samples] of toSixteenKilohertz(blocks(), 'mono')) {
		const joined = joinSamples(rest, samples);
		let start = 0;
		for (; start + frameSamples <= joined.length; start += frameSamples) {
			const behind = joined.length - start - frameSamples;
			capturedMs = Math.max(capturedMs, arrivedMs - (behind / sampleRateHz) * 1000);
			yield {bytes: new Uint8Array(joined.slice(start, start + frameSamples).buffer), capturedMs};
		}

		rest = joined.slice(start);
	}
}

const joinSamples = (first: Int16Array, second: Int16Array = new Int16Array(0)): Int16Array => {
	const joined = new Int16Array(first.length + second.length);
	joined.set(first);
	joined.set(second, first.length);
	return joined;
};
