import {describe, expect, it} from 'vitest';
import {createStore} from '../../source/core/store.js';

const createCounter = () => {
	const frames: Array<() => void> = [];
	const store = createStore(
		(sum: number, step: number) => sum + step,
		0,
		notify => {
			frames.push(notify);
		},
	);
	return {store, frames};
};

describe('createStore', () => {
	it('folds every event at once and tells of many together', () => {
		const {store, frames} = createCounter();
		const seen: number[] = [];
		store.subscribe(() => seen.push(store.getState()));

		store.dispatch(1);
		store.dispatch(2);
		expect(store.getState()).toBe(3);
		expect(frames).toHaveLength(1);

		frames.shift()?.();
		expect(seen).toEqual([3]);

		store.dispatch(4);
		frames.shift()?.();
		expect(seen).toEqual([3, 7]);
	});

	it('asks for no frame where nothing changed', () => {
		const {store, frames} = createCounter();
		store.dispatch(0);
		expect(frames).toHaveLength(0);
	});

	it('tells a listener nothing after it has left', () => {
		const {store, frames} = createCounter();
		let count = 0;
		const leave = store.subscribe(() => {
			count++;
		});
		leave();
		store.dispatch(1);
		frames.shift()?.();
		expect(count).toBe(0);
	});
});
