import {useSyncExternalStore} from 'react';
import type {Store} from '../core/store.js';

/**
The state of a store; the component is drawn again when the store says that it changed.
*/
export const useStore = <State, Event>(store: Store<State, Event>): State =>
	useSyncExternalStore(store.subscribe, store.getState);
