import type {Hypothesis} from '../../core/recogniser.js';
import type {Word} from '../../core/word.js';
import {type FinaliserState, finalise, hear, lastSpeechSeconds, showPartial} from './finaliser-state.js';
import {dueCount, onTimeGrid, tickCount} from './finaliser-timing.js';

export {startFinaliser} from './finaliser-state.js';

/**
What a client may set, at the start or later. All times are in seconds of audio.
*/
export type FinaliserSettings = {
	readonly maxDelaySeconds: number;
	readonly maxDelayMode: 'flexible' | 'fixed';
	readonly enablePartials: boolean;

	/**
	How long nobody has to speak before an utterance ends. 0 is off.
	*/
	readonly endOfUtteranceSilenceSeconds: number;
};

/**
What the finaliser is told, in the order in which it happened.
*/
export type FinaliserInput =
	| {readonly type: 'hypothesis'; readonly hypothesis: Hypothesis}
	| {readonly type: 'configure'; readonly settings: Partial<FinaliserSettings>}

	/**
	Ends the utterance at that time of the audio, at once if it has been heard already. Without a time: now.
	*/
	| {readonly type: 'force-end-of-utterance'; readonly timestampSeconds?: number}

	/**
	No more hypotheses will come.
	*/
	| {readonly type: 'end'};

/**
What is to be sent, in this order. Times are on the grid of the wire; words may be none.
*/
export type FinaliserOutput =
	| {
			readonly type: 'partial';
			readonly words: readonly Word[];
			readonly startSeconds: number;
			readonly endSeconds: number;
	  }
	| {
			readonly type: 'final';
			readonly words: readonly Word[];
			readonly startSeconds: number;
			readonly endSeconds: number;
			readonly isForced?: true;
	  }
	| {readonly type: 'end-of-utterance'; readonly atSeconds: number; readonly isForced?: true};

/**
What to send, and the state to hand in with the next input.
*/
export type FinaliserStep = {readonly state: FinaliserState; readonly output: readonly FinaliserOutput[]};

/**
Takes one input and says what to send for it. Pure; the first state comes from {@link startFinaliser}.

@see The service's documents on finals (in order, never revised, each at most the maximum delay after its words), on
partials (each replaces the one before) and on the end of an utterance (once for a silence, never before speech).
*/
export const stepFinaliser = (state: FinaliserState, input: FinaliserInput): FinaliserStep => {
	switch (input.type) {
		case 'hypothesis': {
			return decide(hear(state, input.hypothesis), state.audioSeconds);
		}

		case 'configure': {
			return {state: {...state, settings: {...state.settings, ...input.settings}}, output: []};
		}

		case 'force-end-of-utterance': {
			const forcedAtSeconds = input.timestampSeconds ?? state.audioSeconds;
			return forcedAtSeconds <= state.audioSeconds
				? force(state, forcedAtSeconds)
				: {state: {...state, forcedAtSeconds}, output: []};
		}

		case 'end': {
			return end(state);
		}
	}
};

/**
After that long without speech, no word and no mark is expected any more that belongs before it.
*/
const certainSilenceSeconds = 0.5;

/**
How far a recogniser's idea of where a pause begins may be from the end of the word before.
*/
const pauseToleranceSeconds = 0.12;

/**
What a final says about silence ends this far before the audio heard, as in recorded sessions of the service.
*/
const silenceMarginSeconds = 0.08;

const decide = (state: FinaliserState, lastAudioSeconds: number): FinaliserStep => {
	const {forcedAtSeconds, audioSeconds, pending} = state;
	if (forcedAtSeconds !== undefined && forcedAtSeconds <= audioSeconds) {
		return force(state, forcedAtSeconds);
	}

	const untilSeconds = isCertainlySilent(state) ? onTimeGrid(audioSeconds - silenceMarginSeconds) : 0;
	if (isUtteranceOver(state)) {
		return endUtterance(finalise(state, pending.length, {untilSeconds}), {
			type: 'end-of-utterance',
			atSeconds: onTimeGrid(audioSeconds),
		});
	}

	const count = dueCount(pending, audioSeconds, state.settings);
	if (count > 0) {
		return finalise(state, count);
	}

	const isTick = tickCount(audioSeconds) > tickCount(lastAudioSeconds);
	return isTick && pending.length === 0 && isCertainlySilent(state)
		? finalise(state, 0, {untilSeconds})
		: showPartial(state);
};

const isCertainlySilent = ({silenceSeconds}: FinaliserState): boolean =>
	silenceSeconds >= certainSilenceSeconds - 1e-6;

/**
A pause ends an utterance once everything said before it has been recognised: where its last word still has to show,
the pause is longer than the time since the last word that did.
*/
const isUtteranceOver = (state: FinaliserState): boolean => {
	const triggerSeconds = state.settings.endOfUtteranceSilenceSeconds;
	const speechEndSeconds = lastSpeechSeconds(state);
	const pauseStartSeconds = state.audioSeconds - state.silenceSeconds;
	return (
		triggerSeconds > 0 &&
		speechEndSeconds > state.utteranceEndSeconds &&
		Math.min(state.silenceSeconds, state.audioSeconds - speechEndSeconds) >= triggerSeconds - 1e-6 &&
		(pauseStartSeconds - speechEndSeconds <= pauseToleranceSeconds || isCertainlySilent(state))
	);
};

const force = (state: FinaliserState, atSeconds: number): FinaliserStep => {
	const count =
		state.pending.findLastIndex(word => (word.startSeconds + word.endSeconds) / 2 <= atSeconds) + 1;
	const {forcedAtSeconds: _, ...unforced} = state;
	return endUtterance(finalise(unforced, count, {isForced: true}), {
		type: 'end-of-utterance',
		atSeconds: onTimeGrid(atSeconds),
		isForced: true,
	});
};

const endUtterance = ({state, output}: FinaliserStep, message: FinaliserOutput): FinaliserStep => ({
	state: {...state, utteranceEndSeconds: state.pending[0]?.startSeconds ?? lastSpeechSeconds(state)},
	output: [...output, message],
});

const end = (state: FinaliserState): FinaliserStep => {
	if (state.audioSeconds === 0) {
		return {state, output: []};
	}

	const forced: FinaliserStep =
		state.forcedAtSeconds === undefined ? {state, output: []} : force(state, state.audioSeconds);
	const last = finalise(forced.state, forced.state.pending.length, {
		untilSeconds: onTimeGrid(state.audioSeconds),
	});
	return {state: last.state, output: [...forced.output, ...last.output]};
};
