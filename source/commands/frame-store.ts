import type {Clock} from '../core/clock.js';
import {createStore, type Store} from '../core/store.js';

/**
The shortest time between two drawings.
*/
const frameMs = 33;

/**
A store whose listeners are told of an event with the next frame, and of quiet events a few times a second: a key or a word
is on the screen at once, while audio that was sent costs no drawing of its own.

@param patienceMs - How long after the last drawing an event can wait for the next one.
*/
export const createFrameStore = <State, Event>(
	reduce: (state: State, event: Event) => State,
	initialState: State,
	patienceMs: (event: Event) => number,
	clock: Clock,
): Store<State, Event> => {
	let notify: (() => void) | undefined;
	let timer: NodeJS.Timeout | undefined;
	let dueMs = Number.POSITIVE_INFINITY;
	let lastMs = Number.NEGATIVE_INFINITY;

	const draw = () => {
		const told = notify;
		notify = undefined;
		dueMs = Number.POSITIVE_INFINITY;
		lastMs = clock.nowMs();
		told?.();
	};

	const drawAfter = (waitMs: number) => {
		const nowMs = clock.nowMs();
		const atMs = Math.max(nowMs, lastMs + waitMs);
		if (notify && atMs < dueMs) {
			dueMs = atMs;
			clearTimeout(timer);
			timer = setTimeout(draw, atMs - nowMs);
		}
	};

	const store = createStore(reduce, initialState, listen => {
		notify = listen;
	});
	return {
		...store,
		dispatch(event) {
			store.dispatch(event);
			drawAfter(Math.max(patienceMs(event), frameMs));
		},
	};
};
