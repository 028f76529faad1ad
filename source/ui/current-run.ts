import type {Accuracy, Comparison} from '../core/comparison.js';
import {type LiveInputState, type Loudness, noLoudness} from '../core/live-input.js';
import type {Mode} from '../core/mode.js';
import type {Problem} from '../core/problem.js';
import {initialRunState, type RunEvent, type RunState, reduceRun} from '../core/run-state.js';
import type {RunRequest} from './actions.js';
import type {RunSubject, WholeAudio} from './run-subject.js';

/**
The run that is on the screen.
*/
export type CurrentRun = {
	readonly request: RunRequest;

	/**
	`refused` where it could not begin, such as for a file that is no audio; its problem says why.
	*/
	readonly phase: 'preparing' | 'running' | 'stopping' | 'ended' | 'refused';
	readonly problem?: Problem;

	/**
	Known once the audio is decoded and the engines are open.
	*/
	readonly subject?: RunSubject;
	readonly run: RunState;

	/**
	On the run's clock; ticks while it goes on.
	*/
	readonly nowMs: number;

	/**
	So far, and at the end over all words.
	*/
	readonly accuracy: Accuracy;

	/**
	Of the latest audio.
	*/
	readonly loudness: Loudness;

	/**
	Whether the audio is held: nothing is sent then.
	*/
	readonly isPaused: boolean;

	/**
	Whether it goes on with a run that was broken off: of that there is no audio any more.
	*/
	readonly isResumed: boolean;

	/**
	The microphone, where that is what is transcribed.
	*/
	readonly input?: LiveInputState;
};

/**
What changes by itself while a run goes on.
*/
type Tick = {
	readonly nowMs: number;
	readonly loudness: Loudness;
	readonly isPaused: boolean;
	readonly input?: LiveInputState;
};

export type CurrentRunEvent =
	| {readonly type: 'run-requested'; readonly request: RunRequest}
	| {readonly type: 'run-prepared'; readonly subject: RunSubject}
	| {readonly type: 'run-restored'; readonly run: RunState}
	| {readonly type: 'run-refused'; readonly problem: Problem}
	| {readonly type: 'run-event'; readonly event: RunEvent}
	| ({readonly type: 'run-ticked'} & Tick)
	| {readonly type: 'run-recorded'; readonly whole: WholeAudio}
	| {readonly type: 'run-measured'; readonly accuracy: Accuracy}
	| {readonly type: 'run-stopping'}
	| {readonly type: 'run-ended'; readonly accuracy: Accuracy};

/**
Folds an event into the run. Before one is requested there is none, and all other events are dropped.
*/
export const reduceCurrentRun = (
	current: CurrentRun | undefined,
	event: CurrentRunEvent,
): CurrentRun | undefined => {
	if (event.type === 'run-requested') {
		return {
			request: event.request,
			phase: 'preparing',
			run: initialRunState,
			nowMs: 0,
			accuracy: {},
			loudness: noLoudness,
			isPaused: false,
			isResumed: false,
		};
	}

	return current && reduceKnown(current, event);
};

const reduceKnown = (
	current: CurrentRun,
	event: Exclude<CurrentRunEvent, {readonly type: 'run-requested'}>,
): CurrentRun => {
	switch (event.type) {
		case 'run-prepared': {
			return {...current, phase: 'running', subject: event.subject};
		}

		case 'run-restored': {
			return {...current, run: event.run, isResumed: true};
		}

		case 'run-refused': {
			return {...current, phase: 'refused', problem: event.problem};
		}

		case 'run-event': {
			const run = reduceRun(current.run, event.event);
			return {...current, run, nowMs: Math.max(current.nowMs, event.event.receivedMs)};
		}

		case 'run-ticked': {
			const {type, ...tick} = event;
			return {...current, ...tick};
		}

		case 'run-recorded': {
			return {...current, ...(current.subject && {subject: {...current.subject, whole: event.whole}})};
		}

		case 'run-measured': {
			return current.accuracy.agreement === event.accuracy.agreement
				? current
				: {...current, accuracy: event.accuracy};
		}

		case 'run-stopping': {
			return current.phase === 'running' ? {...current, phase: 'stopping'} : current;
		}

		case 'run-ended': {
			return {...current, phase: 'ended', accuracy: event.accuracy};
		}
	}
};

/**
What the table and the verdict are made from; nothing before the audio is known.
*/
export const comparisonOf = ({subject, input, run, accuracy}: CurrentRun): Comparison | undefined =>
	subject && {
		run,
		audioSeconds: subject.whole?.seconds ?? input?.recordedSeconds ?? 0,
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
