import type {Accuracy} from '../core/comparison.js';
import {type LiveInputState, type Loudness, noLoudness} from '../core/live-input.js';
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
