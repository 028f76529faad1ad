/**
Holds a state, folds every event into it at once, and tells its listeners about many events together.
*/
export type Store<State, Event> = {
	readonly getState: () => State;
	readonly dispatch: (event: Event) => void;

	/**
	@returns A function that ends the subscription.
	*/
	readonly subscribe: (listener: () => void) => () => void;
};

/**
@param reduce - Pure; the same state back where nothing changed.
@param schedule - Calls back at the next frame, say in 66 ms. It is asked once for all events until then.
*/
export const createStore = <State, Event>(
	reduce: (state: State, event: Event) => State,
	initialState: State,
	schedule: (notify: () => void) => void,
): Store<State, Event> => {
	const listeners = new Set<() => void>();
	let state = initialState;
	let isScheduled = false;

	const notify = () => {
		isScheduled = false;
		for (const listener of listeners) {
			listener();
		}
	};

	return {
		getState: () => state,
		dispatch(event) {
			const next = reduce(state, event);
			if (Object.is(next, state)) {
				return;
			}

			state = next;
			if (!isScheduled) {
				isScheduled = true;
				schedule(notify);
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
};
