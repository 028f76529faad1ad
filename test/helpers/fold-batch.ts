import {type BatchState, initialBatchState, reduceBatch} from '../../source/core/batch-state.js';
import type {BatchEvent} from '../../source/core/transcript-event.js';

/**
The state of a batch run after events, each with its time in milliseconds since the run began.
*/
export const foldBatch = (
	events: ReadonlyArray<readonly [receivedMs: number, event: BatchEvent]>,
): BatchState =>
	events.reduce((state, [receivedMs, event]) => reduceBatch(state, {event, receivedMs}), initialBatchState);
