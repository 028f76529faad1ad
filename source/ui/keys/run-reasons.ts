import type {AppState} from '../app-state.js';
import {hasAudio, isFinishing, isGoingOn} from '../run-facts.js';

/**
Why the key does nothing now.
*/
export const stopReason = (current: AppState['current']): string | undefined => {
	if (!current || !isGoingOn(current)) {
		return 'The run is over.';
	}

	if (isFinishing(current)) {
		return 'Stopping already: the last words are on their way.';
	}

	if (hasAudio(current)) {
		return undefined;
	}

	if (!current.subject) {
		return 'The audio is still being opened: q leaves.';
	}

	return current.request.mode === 'real-time'
		? 'The stream has ended.'
		: 'A batch job has no stream to finish: q leaves it.';
};

/**
Why no other run can take the place of this one now: what is spoken cannot be had again, while a file can.
*/
export const otherRunReason = (current: AppState['current']): string | undefined => {
	if (current?.request.audio.type !== 'microphone' || !isGoingOn(current)) {
		return undefined;
	}

	return stopReason(current) === undefined
		? 'The microphone is still on: esc leads back to the run, s ends it there.'
		: 'What was spoken is still being transcribed: esc leads back to it.';
};

/**
Why the key does nothing now.
*/
export const pauseReason = (current: AppState['current']): string | undefined => {
	if (!current || !isGoingOn(current)) {
		return 'The run is over.';
	}

	if (current.request.mode === 'batch' && current.request.audio.type !== 'microphone') {
		return 'There is no audio to hold: a batch job goes on by itself.';
	}

	if (!current.subject) {
		return 'There is no audio to hold yet.';
	}

	return current.phase === 'running' && hasAudio(current) ? undefined : 'There is no audio to hold any more.';
};

/**
Why the key does nothing now.
*/
export const inputReason = (current: AppState['current']): string | undefined => {
	if (current?.request.audio.type !== 'microphone') {
		return 'Only a run on a microphone has an input to change.';
	}

	if (!current.subject) {
		return 'The microphone is still being opened.';
	}

	return current.phase === 'running' && hasAudio(current) ? undefined : 'The speech has ended.';
};

/**
Why the key does nothing now. What a run was on that was broken off may be known only to the service.
*/
export const againReason = (current: AppState['current']): string | undefined => {
	if (isGoingOn(current)) {
		return stopReason(current) === undefined
			? 'The run goes on: s stops it first.'
			: 'The run goes on: wait until it is done.';
	}

	return current?.request.audio.type === 'file' && current.request.audio.path === ''
		? 'Of this run there is no file here: m has the modes, to choose other audio.'
		: undefined;
};

/**
Why the key does nothing now.
*/
export const openAgainReason = (current: AppState['current']): string | undefined => {
	if (current?.request.audio.type !== 'microphone') {
		return 'Only a run on a microphone has one to open again.';
	}

	return current.input?.phase === 'lost' ? inputReason(current) : 'The microphone is not lost.';
};

/**
Why the key does nothing now.
*/
export const differencesReason = ({current}: AppState): string | undefined => {
	if (current?.request.mode !== 'side-by-side') {
		return 'Differences need both modes: run side by side.';
	}

	const {batch, realTime} = current.run;
	if (isGoingOn(current)) {
		return 'Differences are known when both modes are done.';
	}

	return batch.words.length > 0 && realTime.finals.length > 0
		? undefined
		: 'One of the two has no text to compare.';
};
