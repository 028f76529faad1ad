import type {BatchState} from '../../core/batch-state.js';
import type {RealTimeState} from '../../core/real-time-state.js';
import type {RunState} from '../../core/run-state.js';
import {transcriptText} from '../../core/transcript-text.js';
import type {Word} from '../../core/word.js';

/**
What a list of runs shows of one.
*/
export type RunSummary = {
	/**
	Missing where that mode did not run.
	*/
	readonly batch?: ModeSummary;
	readonly realTime?: ModeSummary;

	/**
	How the text begins.
	*/
	readonly text: string;

	/**
	How much audio was streamed.
	*/
	readonly sentSeconds: number;
};

export type ModeSummary = {
	readonly phase: BatchState['phase'] | RealTimeState['phase'];

	/**
	Words, without marks.
	*/
	readonly words: number;

	/**
	Why it failed.
	*/
	readonly problem?: string;
};

const shownWords = 20;

/**
A run in short.
*/
export const summariseRun = ({batch, realTime}: RunState): RunSummary => {
	const finals = realTime.finals.slice();
	const text =
		batch.words.length > 0
			? transcriptText(batch.words.slice(0, shownWords), batch.wordDelimiter)
			: transcriptText(finals.slice(0, shownWords), realTime.wordDelimiter);
	return {
		...(batch.begunMs !== undefined && {batch: modeSummary(batch, batch.words)}),
		...(realTime.begunMs !== undefined && {realTime: modeSummary(realTime, finals)}),
		text,
		sentSeconds: realTime.sentSeconds,
	};
};

const modeSummary = (
	{phase, problem}: Pick<BatchState | RealTimeState, 'phase' | 'problem'>,
	words: readonly Word[],
): ModeSummary => ({
	phase,
	words: words.filter(({type}) => type === 'word').length,
	...(problem && {problem: problem.message}),
});
