import type {AppState} from '../app-state.js';
import {isGoingOn, isSpeaking} from '../current-run.js';

/**
Why the key does nothing now.
*/
export const stopReason = (current: AppState['current']): string | undefined => {
	if (!isGoingOn(current)) {
		return 'The run is over.';
	}

	if (current?.request.mode === 'batch' && !isSpeaking(current)) {
		return 'A batch job has no stream to finish: q leaves it.';
	}

	return current?.phase === 'stopping' ? 'Stopping already: the last words are on their way.' : undefined;
};

/**
Why the key does nothing now.
*/
export const pauseReason = (current: AppState['current']): string | undefined => {
	if (!isGoingOn(current)) {
		return 'The run is over.';
	}

	const isLive = current?.subject?.isLive;
	if (current?.request.mode === 'batch' && !isLive) {
		return 'There is no audio to hold: a batch job goes on by itself.';
	}

	return current?.phase === 'running' && (!isLive || isSpeaking(current))
		? undefined
		: 'There is no audio to hold any more.';
};

/**
Why the key does nothing now.
*/
export const inputReason = (current: AppState['current']): string | undefined => {
	if (!current?.subject?.isLive) {
		return 'Only a run on a microphone has an input to change.';
	}

	return isSpeaking(current) && current.phase === 'running' ? undefined : 'The speech has ended.';
};

/**
Why the key does nothing now.
*/
export const differencesReason = ({current}: AppState): string | undefined => {
	if (current?.request.mode !== 'side-by-side') {
		return 'Differences need both modes: run side by side.';
	}

	const {batch, realTime} = current.run;
	return batch.words.length > 0 && realTime.finals.length > 0 && !isGoingOn(current)
		? undefined
		: 'Differences are known when both modes are done.';
};
