import {describe, expect, it} from 'vitest';
import {createLiveFeed} from '../../source/audio/live-feed.js';
import {collect} from '../helpers/collect.js';
import {pushedSource} from '../helpers/pushed-source.js';

const never = new AbortController().signal;

const feedOf = (pushed = pushedSource()) => {
	let nowMs = 0;
	const stop = new AbortController();
	return {
		...pushed,
		stop: () => stop.abort(),
		waitUntil(ms: number) {
			nowMs = ms;
		},
		feed: createLiveFeed(pushed.source, {nowMs: () => nowMs}, stop.signal),
	};
};

describe('live audio', () => {
	it('is read as it comes, before anybody listens, and given to the listener from its start', async () => {
		const {feed, push, end} = feedOf();
		await push(100);
		await push(140);
		const listening = collect(feed.source.chunks(never));
		await push(180);
		end();
		const {items} = await listening;
		expect(items.map(({capturedMs}) => capturedMs)).toEqual([100, 140, 180]);
	});

	it('counts from when the listener came, as connecting is no part of any latency', async () => {
		const {feed, push, end, waitUntil} = feedOf();
		await push(100);
		waitUntil(150);
		const listening = collect(feed.source.chunks(never));
		await push(180);
		end();
		const {items} = await listening;
		expect(items.map(({capturedMs}) => capturedMs)).toEqual([150, 180]);
	});

	it('has begun with its first chunk', async () => {
		const {feed, push} = feedOf();
		await push(100);
		expect(await feed.begun).toBe(true);
	});

	it('has not begun where it ends without one', async () => {
		const {feed, end} = feedOf();
		end();
		expect(await feed.begun).toBe(false);
		expect(await feed.ended).toEqual({});
	});

	it('goes on without its listener, however long that takes', async () => {
		const {feed, push, end} = feedOf();
		const listener = new AbortController();
		const listening = collect(feed.source.chunks(listener.signal), () => listener.abort());
		await push(100);
		expect((await listening).items).toHaveLength(1);
		for (let index = 0; index < 10_000; index++) {
			await push(200 + index); // More than a queue for a listener would hold.
		}

		end();
		expect(await feed.ended).toEqual({});
	});

	it('ends for both when its source fails: the listener hears why', async () => {
		const {feed, push, fail} = feedOf();
		const listening = collect(feed.source.chunks(never));
		await push(100);
		const error = new Error('unplugged');
		fail(error);
		expect(await listening).toEqual({items: [expect.objectContaining({capturedMs: 100})], error});
		expect(await feed.ended).toEqual({error});
	});

	it('ends when it is stopped, after what had come', async () => {
		const {feed, push, stop} = feedOf();
		await push(100);
		stop();
		expect((await collect(feed.source.chunks(never))).items).toHaveLength(1);
		expect(await feed.ended).toEqual({});
	});
});
