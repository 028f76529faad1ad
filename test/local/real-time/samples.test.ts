import {describe, expect, it} from 'vitest';
import {createAudioDecoder} from '../../../source/audio/decoder.js';
import type {SessionAudio} from '../../../source/local/real-time/config.js';
import {bytesPerSecond, decodeStream, paceSamples} from '../../../source/local/real-time/samples.js';
import {createManualTimers} from '../../helpers/manual-timers.js';

const stream = async function* <Item>(...items: readonly Item[]): AsyncIterable<Item> {
	yield* items;
};

const lengths = async (blocks: AsyncIterable<Int16Array>): Promise<readonly number[]> => {
	const found: number[] = [];
	for await (const block of blocks) {
		found.push(block.length);
	}

	return found;
};

const {signal} = new AbortController();

describe('R40: a second of headerless audio', () => {
	it.each([
		['mulaw', 8000, 8000],
		['pcm_s16le', 16_000, 32_000],
		['pcm_s16le', 48_000, 96_000],
		['pcm_f32le', 16_000, 64_000],
	] as const)('is, as %s at %i Hz, %i bytes', async (encoding, sampleRateHz, byteCount) => {
		const audio: SessionAudio = {type: 'raw', encoding, sampleRateHz};
		expect(bytesPerSecond(audio)).toBe(byteCount);

		// Cut within a sample, wherever a sample has more bytes than one.
		const bytes = stream(new Uint8Array(1001), new Uint8Array(byteCount - 1001));
		const sampleCount = (await lengths(decodeStream(createAudioDecoder(), bytes, audio))).reduce(
			(a, b) => a + b,
		);
		expect(Math.abs(sampleCount - 16_000)).toBeLessThan(20);
	});

	it('is unknown for a file', () => {
		expect(bytesPerSecond({type: 'file'})).toBeUndefined();
	});
});

describe('paceSamples', () => {
	it('cuts long blocks into tenths of a second', async () => {
		const paced = paceSamples(
			stream(new Int16Array(4000), new Int16Array(100)),
			Number.POSITIVE_INFINITY,
			createManualTimers(),
			signal,
		);
		expect(await lengths(paced)).toEqual([1600, 1600, 800, 100]);
	});

	it('hands on a second of audio every half second at a pace of 2', async () => {
		const timers = createManualTimers();
		const paced = paceSamples(stream(new Int16Array(16_000)), 2, timers, signal)[Symbol.asyncIterator]();
		await paced.next();
		const second = paced.next();
		let isHandedOn = false;
		void second.then(() => {
			isHandedOn = true;
		});
		timers.advance(49);
		await Promise.resolve();
		expect(isHandedOn).toBe(false);

		timers.advance(1);
		expect((await second).value).toHaveLength(1600);
	});

	it('does not hold up audio that comes at the pace of speech', async () => {
		const timers = createManualTimers();
		const speech = async function* (): AsyncIterable<Int16Array> {
			for (let block = 0; block < 50; block++) {
				timers.advance(100);
				yield new Int16Array(1600);
			}
		};

		expect(await lengths(paceSamples(speech(), 1, timers, signal))).toHaveLength(50);
	});

	it('waits no longer once it is stopped', async () => {
		const stop = new AbortController();
		const paced = lengths(
			paceSamples(stream(new Int16Array(16_000)), 0.001, createManualTimers(), stop.signal),
		);
		stop.abort();
		expect(await paced).toHaveLength(10);
	});
});
