import type {Comparison} from '../core/comparison.js';
import type {Price} from '../core/cost.js';
import type {RunState} from '../core/run-state.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import {measureAccuracy} from './measure-accuracy.js';

/**
What a run of a file was about, besides its events.
*/
export type FileRun = {
	readonly audioSeconds: number;
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
	{audioSeconds, pace, options, prices, reference}: FileRun,
): Comparison => ({
	run,
	audioSeconds,
	isLive: false,
	pace,
	model: options.model,
	prices,
	accuracy: measureAccuracy(run, audioSeconds, options.language, reference),
});
