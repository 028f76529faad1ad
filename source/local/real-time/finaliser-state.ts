import type {Hypothesis} from '../../core/recogniser.js';
import type {Word} from '../../core/word.js';
import type {FinaliserOutput, FinaliserSettings, FinaliserStep} from './finaliser.js';
import {onTimeGrid} from './finaliser-timing.js';

/**
What the finaliser remembers between two inputs. Opaque to its callers.
*/
export type FinaliserState = {
	readonly settings: FinaliserSettings;
	readonly audioSeconds: number;
	readonly silenceSeconds: number;

	/**
	Words that will not change but are not final yet.
	*/
	readonly settled: readonly Word[];

	/**
	All words that are not final yet, the settled ones first.
	*/
	readonly pending: readonly Word[];

	/**
	What the client saw last as partial.
	*/
	readonly shown: readonly Word[];

	/**
	The end of the last final, and the last thing that was in one.
	*/
	readonly finalisedSeconds: number;
	readonly lastFinal?: Word;

	/**
	Speech that ended by then belongs to an utterance that is over.
	*/
	readonly utteranceEndSeconds: number;

	/**
	When the utterance is to be ended, where that audio has not been heard yet.
	*/
	readonly forcedAtSeconds?: number;
};

/**
The state before any audio.
*/
export const startFinaliser = (settings: FinaliserSettings): FinaliserState => ({
	settings,
	audioSeconds: 0,
	silenceSeconds: 0,
	settled: [],
	pending: [],
	shown: [],
	finalisedSeconds: 0,
	utteranceEndSeconds: 0,
});

/**
The end of the last word heard, final or not.
*/
export const lastSpeechSeconds = ({pending, lastFinal}: FinaliserState): number =>
	Math.max(lastFinal?.endSeconds ?? 0, pending.at(-1)?.endSeconds ?? 0);

/**
Takes a hypothesis in. What it says about words that are final already is ignored.
*/
export const hear = (state: FinaliserState, hypothesis: Hypothesis): FinaliserState => {
	const {audioSeconds, isSettled, silenceSeconds} = hypothesis;
	const isNew = (word: Word): boolean => isAfter(word, state.lastFinal);
	const settled = state.settled.filter(isNew);
	const pending = [...settled, ...hypothesis.words.map(toTimeGrid).filter(isNew)];
	const heard = {...state, audioSeconds, pending, settled: isSettled ? pending : settled};
	return {...heard, silenceSeconds: silenceSeconds ?? audioSeconds - lastSpeechSeconds(heard)};
};

/**
Makes the first words final, and says at once what is left.

@param until - Up to where the final speaks for the audio, where that is later than its last word.
*/
export const finalise = (
	state: FinaliserState,
	count: number,
	{untilSeconds = 0, isForced}: {readonly untilSeconds?: number; readonly isForced?: true} = {},
): FinaliserStep => {
	const words = state.pending.slice(0, count);
	const startSeconds = Math.min(state.finalisedSeconds, words[0]?.startSeconds ?? Number.POSITIVE_INFINITY);
	const endSeconds = Math.max(state.finalisedSeconds, words.at(-1)?.endSeconds ?? 0, untilSeconds);
	const lastFinal = words.at(-1) ?? state.lastFinal;
	const next: FinaliserState = {
		...state,
		pending: state.pending.slice(count),
		finalisedSeconds: endSeconds,
		...(lastFinal && {lastFinal}),
	};
	const final: FinaliserOutput = {
		type: 'final',
		words,
		startSeconds,
		endSeconds,
		...(isForced && {isForced}),
	};
	const {state: shown, output} = partial(next);
	return {state: shown, output: [final, ...output]};
};

/**
Says what is not final yet, where that is news.
*/
export const showPartial = (state: FinaliserState): FinaliserStep =>
	isSame(state.pending, state.shown) ? {state, output: []} : partial(state);

const partial = (state: FinaliserState): FinaliserStep => {
	const {pending, finalisedSeconds, settings} = state;
	if (!settings.enablePartials) {
		return {state: {...state, shown: []}, output: []};
	}

	return {
		state: {...state, shown: pending},
		output: [
			{
				type: 'partial',
				words: pending,
				startSeconds: Math.min(finalisedSeconds, pending[0]?.startSeconds ?? finalisedSeconds),
				endSeconds: Math.max(finalisedSeconds, pending.at(-1)?.endSeconds ?? 0),
			},
		],
	};
};

const toTimeGrid = (word: Word): Word => ({
	...word,
	startSeconds: onTimeGrid(word.startSeconds),
	endSeconds: onTimeGrid(word.endSeconds),
});

/**
Whether something comes after the last final. A revised word may lie a little elsewhere than the final one, so its
middle counts; a mark may follow the word that it belongs to.
*/
const isAfter = (word: Word, lastFinal: Word | undefined): boolean => {
	if (!lastFinal) {
		return true;
	}

	return word.type === 'punctuation' && lastFinal.type === 'word'
		? word.startSeconds >= lastFinal.endSeconds
		: (word.startSeconds + word.endSeconds) / 2 > lastFinal.endSeconds;
};

const isSame = (words: readonly Word[], others: readonly Word[]): boolean =>
	words.length === others.length &&
	words.every((word, index) => {
		const other = others[index];
		return (
			word.text === other?.text &&
			word.startSeconds === other.startSeconds &&
			word.endSeconds === other.endSeconds &&
			word.speaker === other.speaker
		);
	});
