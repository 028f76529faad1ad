import type {PreparedRecording} from '../audio/prepare-recording.js';
import type {RunState} from '../core/run-state.js';
import {finishedComparison, type RunFacts} from './finished-comparison.js';
import type {FinishedRun} from './finished-run.js';
import type {OpenedAudio} from './open-audio.js';

/**
A run that has just come to its end, measured.

@param recording - The whole of its audio.
*/
export const completedRun = (
	run: RunState,
	{engines, live, pace}: Pick<OpenedAudio, 'engines' | 'live' | 'pace'>,
	recording: PreparedRecording,
	{options, prices, reference}: Pick<RunFacts, 'options' | 'prices' | 'reference'>,
): FinishedRun => ({
	comparison: finishedComparison(run, {
		audioSeconds: recording.seconds,
		isLive: live !== undefined,
		pace,
		options,
		prices,
		reference,
	}),
	recording,
	engines,
	options,
	...(live && {live: live.state()}),
});
