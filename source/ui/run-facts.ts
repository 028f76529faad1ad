import type {Comparison} from '../core/comparison.js';
import type {Mode} from '../core/mode.js';
import {initialRunState, type RunState} from '../core/run-state.js';
import type {RunRequest} from './actions.js';
import type {CurrentRun} from './current-run.js';

/**
What the table and the verdict are made from; nothing before the audio is known.
*/
export const comparisonOf = ({subject, input, run, accuracy}: CurrentRun): Comparison | undefined =>
	subject && {
		run,
		audioSeconds: subject.whole?.seconds ?? input?.heardSeconds ?? 0,
		isLive: subject.isLive,
		pace: subject.pace,
		model: subject.options.model,
		prices: subject.prices,
		accuracy,
	};

/**
Whether a mode has text that does not change any more.
*/
export const hasWords = (current: CurrentRun | undefined, mode: Mode): boolean => {
	const {batch, realTime} = current?.run ?? initialRunState;
	return (mode === 'batch' ? batch.words : realTime.finals).length > 0;
};

/**
What runs the same audio again: what was spoken is there only where a recording is kept.
*/
export const requestAgain = ({request, input}: CurrentRun): RunRequest =>
	input?.recordingPath !== undefined && input.recordedSeconds > 0
		? {...request, audio: {type: 'file', path: input.recordingPath}}
		: request;

/**
Whether something is still going on that a key could stop.
*/
export const isGoingOn = (current: CurrentRun | undefined): boolean =>
	current !== undefined && ['preparing', 'running', 'stopping'].includes(current.phase);

/**
Whether audio still comes that can be held or ended.
*/
export const hasAudio = (current: CurrentRun): boolean => {
	const {input, request, run, isResumed} = current;
	if (input) {
		return input.phase !== 'ended';
	}

	return isGoingOn(current) && !isResumed && request.mode !== 'batch' && !isOver(run.realTime.phase);
};

/**
Whether the last words are on their way, as the user has ended the audio.
*/
export const isFinishing = (current: CurrentRun | undefined): boolean => {
	if (current?.phase !== 'stopping') {
		return false;
	}

	const {phase} = current.run.realTime;
	return hasAudio(current) || !(phase === 'waiting' || isOver(phase));
};

const isOver = (phase: RunState['realTime']['phase']): boolean => phase === 'done' || phase === 'failed';
