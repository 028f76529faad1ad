import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createFrameStore} from '../../source/commands/frame-store.js';

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

/**
A store that adds numbers, of which the negative ones can wait for 200 ms; and when its listeners were told.
*/
const numbers = () => {
	const startMs = performance.now();
	const clock = {nowMs: () => performance.now() - startMs};
	const store = createFrameStore(
		(sum: number, add: number) => sum + add,
		0,
		add => (add < 0 ? 200 : 0),
		clock,
	);
	const toldMs: number[] = [];
	store.subscribe(() => {
		toldMs.push(clock.nowMs());
	});
	return {store, toldMs};
};

describe('createFrameStore', () => {
	it('tells of the first event at once, and of those after it with the next frame', () => {
		const {store, toldMs} = numbers();
		store.dispatch(1);
		vi.advanceTimersByTime(5);
		store.dispatch(1);
		store.dispatch(1);
		expect(store.getState()).toBe(3); // Folded at once.
		vi.advanceTimersByTime(500);
		expect(toldMs).toEqual([0, 33]);
	});

	it('lets what can wait do so: five times a second', () => {
		const {store, toldMs} = numbers();
		for (let elapsedMs = 0; elapsedMs < 960; elapsedMs += 40) {
			store.dispatch(-1);
			vi.advanceTimersByTime(40);
		}

		expect(toldMs).toEqual([0, 200, 400, 600, 800]);
	});

	it('does not let a word wait for what can', () => {
		const {store, toldMs} = numbers();
		store.dispatch(-1);
		vi.advanceTimersByTime(50);
		store.dispatch(-1);
		vi.advanceTimersByTime(10);
		store.dispatch(1);
		vi.advanceTimersByTime(500);
		expect(toldMs).toEqual([0, 60]);
	});

	it('tells nobody of what changed nothing', () => {
		const {store, toldMs} = numbers();
		store.dispatch(0);
		vi.advanceTimersByTime(500);
		expect(toldMs).toEqual([]);
	});
});
