import type {Comparison} from '../core/comparison.js';
import type {Price} from '../core/cost.js';
import type {RunState} from '../core/run-state.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import {measureAccuracy} from './measure-accuracy.js';

/**
What a run was about, besides its events.
*/
export type RunFacts = {
	readonly audioSeconds: number;

	/**
	Whether it was transcribed while it was spoken.
	*/
	readonly isLive: boolean;
	readonly pace: number;
	readonly options: TranscriptionOptions;
	readonly prices: readonly Price[];

	/**
	What was really said, where that is known.
	*/
	readonly reference: string | undefined;
};

/**
Everything that the comparison of a finished run is made from, accuracy measured.
*/
export const finishedComparison = (
	run: RunState,
	{audioSeconds, isLive, pace, options, prices, reference}: RunFacts,
): Comparison => ({
	run,
	audioSeconds,
	isLive,
	pace,
	model: options.model,
	prices,
	accuracy: measureAccuracy(run, audioSeconds, options.language, reference),
});
