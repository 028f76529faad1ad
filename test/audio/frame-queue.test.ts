import {expect, it} from 'vitest';
import {createFrameQueue} from '../../source/audio/frame-queue.js';
import {collect} from '../helpers/collect.js';

it('hands on what was pushed before and while it is read, and then ends', async () => {
	const queue = createFrameQueue<number>();
	queue.push(1);
	const reading = collect(queue, item => {
		if (item < 3) {
			queue.push(item + 1);
		} else {
			queue.end();
		}
	});
	expect(await reading).toEqual({items: [1, 2, 3]});
});

it('ends with an error behind what is still in it', async () => {
	const queue = createFrameQueue<number>();
	const failure = new Error('lost');
	queue.push(1);
	queue.end(failure);
	expect(await collect(queue)).toEqual({items: [1], error: failure});
});

it('holds five minutes of frames and says which it drops', () => {
	const queue = createFrameQueue<number>();
	const kept = Array.from({length: 10_000}, (_, index) => queue.push(index));
	expect(kept.lastIndexOf(true) * 0.032).toBeCloseTo(300, 0);
	expect(kept.slice(9375)).not.toContain(true);
});

it('tells when there is room again, and does not wait for a reader after the end', async () => {
	const queue = createFrameQueue<number>();
	while (queue.push(0)) {}
	let isRoomy = false;
	const roomy = queue.hasRoom().then(() => {
		isRoomy = true;
	});
	await new Promise(setImmediate);
	expect(isRoomy).toBe(false);
	const [first] = [await queue[Symbol.asyncIterator]().next()];
	expect(first.value).toBe(0);
	await roomy;
	while (queue.push(0)) {}
	queue.end();
	await queue.hasRoom();
});
