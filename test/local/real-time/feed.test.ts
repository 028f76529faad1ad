import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type AudioFeed, createAudioFeed} from '../../../source/local/real-time/feed.js';

const bytesPerSecond = 32_000;

/**
A feed with a record of what it says.
*/
const createRecordedFeed = (options: {readonly bytesPerSecond?: number} = {bytesPerSecond}) => {
	const acknowledged: number[] = [];
	const full: boolean[] = [];
	const feed = createAudioFeed({
		...options,
		acknowledge(sequenceNumber) {
			acknowledged.push(sequenceNumber);
		},
		setFull(isFull) {
			full.push(isFull);
		},
	});
	return {feed, acknowledged, full};
};

const pushFrames = (feed: AudioFeed, count: number, frameSeconds: number): void => {
	for (let index = 0; index < count; index++) {
		feed.push(new Uint8Array(frameSeconds * bytesPerSecond));
	}
};

describe('createAudioFeed', () => {
	it('R12: acknowledges frames from 1, in order, at once', () => {
		const {feed, acknowledged} = createRecordedFeed();
		pushFrames(feed, 5, 0.1);
		expect(acknowledged).toEqual([1, 2, 3, 4, 5]);
	});

	it('R14: holds receipts back beyond 10 s of audio that nobody has taken, and asks for no more', async () => {
		const {feed, acknowledged, full} = createRecordedFeed();
		pushFrames(feed, 30, 0.5);
		expect(acknowledged).toHaveLength(20);
		expect(full).toEqual([true]);

		await feed.take();
		expect(acknowledged).toHaveLength(21);
	});

	it('R14: holds receipts back beyond 500 frames, however short', async () => {
		const {feed, acknowledged} = createRecordedFeed();
		pushFrames(feed, 600, 0.01);
		expect(acknowledged).toHaveLength(500);

		await feed.take();
		expect(acknowledged).toHaveLength(501);
	});

	it('R14: counts only frames where the length of audio is not known', () => {
		const {feed, acknowledged} = createRecordedFeed({});
		pushFrames(feed, 499, 1);
		expect(acknowledged).toHaveLength(499);
	});

	it('R14: acknowledges a frame longer than 10 s when its turn has come', async () => {
		const {feed, acknowledged, full} = createRecordedFeed();
		pushFrames(feed, 1, 30);
		expect(acknowledged).toEqual([]);

		await feed.take();
		expect(acknowledged).toEqual([1]);
		expect(full).toEqual([true, false]);
	});

	it('R14: drops nothing, and acknowledges each frame once, whatever the sizes', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({min: 0, max: 5 * bytesPerSecond}), {maxLength: 40}),
				async sizes => {
					const {feed, acknowledged, full} = createRecordedFeed();
					for (const size of sizes) {
						feed.push(new Uint8Array(size));
					}

					feed.end();
					const taken: number[] = [];
					for (let frame = await feed.take(); frame; frame = await feed.take()) {
						taken.push(frame.length);
					}

					expect(taken).toEqual(sizes.filter(size => size > 0));
					expect(acknowledged).toEqual(sizes.map((_, index) => index + 1));
					expect(full.at(-1) ?? false).toBe(false);
				},
			),
			{numRuns: 30},
		);
	});

	it('reaches a mark when everything before it is worked off, and not sooner', async () => {
		const {feed} = createRecordedFeed();
		const events: string[] = [];
		pushFrames(feed, 1, 0.1);
		feed.mark(() => events.push('mark'));
		pushFrames(feed, 1, 0.2);
		await feed.take();
		events.push('first frame is worked off');
		await feed.take();
		expect(events).toEqual(['first frame is worked off', 'mark']);
	});

	it('reaches a mark at once while it is waited for audio', () => {
		const {feed} = createRecordedFeed();
		let isReached = false;
		void feed.take();
		feed.mark(() => {
			isReached = true;
		});
		expect(isReached).toBe(true);
	});

	it('acknowledges audio after the end without handing it on', async () => {
		const {feed, acknowledged} = createRecordedFeed();
		feed.end();
		pushFrames(feed, 1, 0.1);
		expect(await feed.take()).toBeUndefined();
		pushFrames(feed, 600, 0.1);
		expect(acknowledged).toHaveLength(601);
	});
});
