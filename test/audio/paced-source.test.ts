import {describe, expect, it} from 'vitest';
import {createPacedSource, type PlayableAudio} from '../../source/audio/paced-source.js';
import {stoppable} from '../../source/audio/stoppable.js';
import type {AudioChunk} from '../../source/core/audio-source.js';
import {collect} from '../helpers/collect.js';
import {inPieces} from '../helpers/pieces.js';

/**
A clock that only waiting moves on, and waiting that takes a little longer than asked for, as timers do.
*/
const createTestTime = ({startMs = 1000, latenessMs = 0} = {}) => {
	let nowMs = startMs;
	const waits: number[] = [];
	return {
		waits,
		clock: {nowMs: () => nowMs},
		advance(milliseconds: number) {
			nowMs += milliseconds;
		},
		wait: async (milliseconds: number) => {
			waits.push(milliseconds);
			nowMs += milliseconds + latenessMs;
		},
	};
};

const secondOfAudio = Uint8Array.from({length: 32_000}, (_, index) => index % 251);

const audioOf = (bytes: Uint8Array, pieceBytes = 7000): PlayableAudio => ({
	name: 'talk.wav',
	seconds: bytes.length / 32_000,
	openPcm: () => inPieces(bytes, pieceBytes),
});

const never = new AbortController().signal;

const times = (chunks: readonly AudioChunk[]) => chunks.map(chunk => chunk.capturedMs);

describe('createPacedSource', () => {
	it('has the title and the length of the recording', () => {
		const {clock, wait} = createTestTime();
		expect(createPacedSource(audioOf(secondOfAudio), {pace: 2, clock, wait})).toMatchObject({
			title: 'talk.wav',
			durationSeconds: 1,
			pace: 2,
		});
	});

	it('sends all bytes in order, in chunks of 40 ms, the last one shorter', async () => {
		const bytes = secondOfAudio.subarray(0, 3000);
		const {clock, wait} = createTestTime();
		const {items} = await collect(createPacedSource(audioOf(bytes), {pace: 1, clock, wait}).chunks(never));
		expect(
			items.map(({bytes, startSeconds, endSeconds}) => [bytes.length, startSeconds, endSeconds]),
		).toEqual([
			[1280, 0, 0.04],
			[1280, 0.04, 0.08],
			[440, 0.08, 0.093_75],
		]);
		expect(Buffer.concat(items.map(chunk => chunk.bytes)).equals(bytes)).toBe(true);
	});

	it('sends chunk n at start + n × chunk / pace', async () => {
		const {clock, wait} = createTestTime({startMs: 5000});
		const source = createPacedSource(audioOf(secondOfAudio), {pace: 4, clock, wait, chunkSeconds: 0.2});
		const {items} = await collect(source.chunks(never));
		expect(times(items)).toEqual([5050, 5100, 5150, 5200, 5250]);
	});

	it('does not let late timers add up', async () => {
		const time = createTestTime({startMs: 0, latenessMs: 3});
		const source = createPacedSource(audioOf(secondOfAudio), {pace: 1, ...time, chunkSeconds: 0.2});
		const {items} = await collect(source.chunks(never));
		expect(times(items)).toEqual([200, 400, 600, 800, 1000]);
		expect(time.clock.nowMs()).toBe(1003);
	});

	it('waits again when a timer fires early', async () => {
		const time = createTestTime({startMs: 0, latenessMs: -0.5});
		const source = createPacedSource(audioOf(secondOfAudio), {
			pace: 1,
			clock: time.clock,
			wait: milliseconds => time.wait(Math.max(1, milliseconds)),
			chunkSeconds: 1,
		});
		await collect(source.chunks(never));
		expect(time.clock.nowMs()).toBeGreaterThanOrEqual(1000);
	});

	it('sends what is late at once, and says when it was due', async () => {
		const time = createTestTime({startMs: 0});
		const source = createPacedSource(audioOf(secondOfAudio), {pace: 1, ...time, chunkSeconds: 0.2});
		const {items} = await collect(source.chunks(never), ({endSeconds}) => {
			if (endSeconds === 0.2) {
				time.advance(500); // The reader was busy until 700 ms.
			}
		});
		expect(times(items)).toEqual([200, 400, 600, 800, 1000]);
		expect(time.waits.map(wait => Math.round(wait))).toEqual([200, 100, 200]);
	});

	it('starts when the first chunk is asked for', async () => {
		const time = createTestTime({startMs: 0});
		const chunks = createPacedSource(audioOf(secondOfAudio), {pace: 1, ...time, chunkSeconds: 1}).chunks(
			never,
		);
		time.advance(60_000);
		expect(times((await collect(chunks)).items)).toEqual([61_000]);
	});

	it('ends quietly when it is aborted while it waits', async () => {
		const abort = new AbortController();
		const clock = {nowMs: () => 0};
		const chunks = createPacedSource(audioOf(secondOfAudio), {pace: 0.001, clock}).chunks(abort.signal);
		const collected = collect(chunks);
		setImmediate(() => {
			abort.abort();
		});
		expect(await collected).toEqual({items: []});
	});

	it('passes on an error of the recording', async () => {
		const {clock, wait} = createTestTime();
		const broken: PlayableAudio = {
			...audioOf(secondOfAudio),
			async *openPcm() {
				yield secondOfAudio.subarray(0, 1280);
				throw new Error('the disk is gone');
			},
		};
		const {items, error} = await collect(createPacedSource(broken, {pace: 1, clock, wait}).chunks(never));
		expect(items).toHaveLength(1);
		expect(error).toMatchObject({message: 'the disk is gone'});
	});
});

describe('stoppable', () => {
	it('ends the audio as if there were no more of it', async () => {
		const stop = new AbortController();
		const {clock, wait} = createTestTime();
		const source = stoppable(createPacedSource(audioOf(secondOfAudio), {pace: 1, clock, wait}), stop.signal);
		const {items, error} = await collect(source.chunks(never), ({endSeconds}) => {
			if (endSeconds >= 0.5) {
				stop.abort();
			}
		});
		expect(error).toBeUndefined();
		expect(items.at(-1)?.endSeconds).toBeCloseTo(0.52);
	});

	it('can still be aborted', async () => {
		const abort = new AbortController();
		const {clock, wait} = createTestTime();
		const source = createPacedSource(audioOf(secondOfAudio), {pace: 1, clock, wait});
		const {items} = await collect(stoppable(source, never).chunks(abort.signal), () => {
			abort.abort();
		});
		expect(items).toHaveLength(1);
	});
});
