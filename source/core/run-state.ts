import {type BatchState, initialBatchState, reduceBatch} from './batch-state.js';
import {initialRealTimeState, type RealTimeState} from './real-time-state.js';
import {reduceRealTime} from './reduce-real-time.js';
import type {BatchEvent, RealTimeEvent, Stamped} from './transcript-event.js';

/**
Both modes of one run. A run of a single mode leaves the other waiting.
*/
export type RunState = {
	readonly batch: BatchState;
	readonly realTime: RealTimeState;
};

/**
A stamped event, with the mode it belongs to.
*/
export type RunEvent =
	| ({readonly mode: 'batch'} & Stamped<BatchEvent>)
	| ({readonly mode: 'real-time'} & Stamped<RealTimeEvent>);

/**
Before anything has happened.
*/
export const initialRunState: RunState = {batch: initialBatchState, realTime: initialRealTimeState};

/**
Folds one event into the mode it belongs to.
*/
export const reduceRun = (state: RunState, event: RunEvent): RunState =>
	event.mode === 'batch'
		? {...state, batch: reduceBatch(state.batch, event)}
		: {...state, realTime: reduceRealTime(state.realTime, event)};
