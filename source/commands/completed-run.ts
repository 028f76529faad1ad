import type {PreparedRecording} from '../audio/prepare-recording.js';
import type {RunState} from '../core/run-state.js';
import {finishedComparison, type RunFacts} from './finished-comparison.js';
import type {FinishedRun} from './finished-run.js';
import type {OpenedAudio} from './open-audio.js';

/**
A run that has just come to its end, measured.

@param recording - The whole of its audio; nothing of live audio that could not be recorded.
*/
export const completedRun = (
	run: RunState,
	{engines, live, pace}: Pick<OpenedAudio, 'engines' | 'live' | 'pace'>,
	recording: PreparedRecording | undefined,
	{options, prices, reference}: Pick<RunFacts, 'options' | 'prices' | 'reference'>,
): FinishedRun => {
	const whole = recording ?? unrecorded(run);
	return {
		comparison: finishedComparison(run, {
			audioSeconds: whole.seconds,
			isLive: live !== undefined,
			pace,
			options,
			prices,
			reference,
		}),
		recording: whole,
		engines,
		options,
		...(live && {live: live.state()}),
	};
};

/**
What is known of live audio without a recording: what real-time got of it.
*/
const unrecorded = ({realTime}: RunState): FinishedRun['recording'] => ({
	name: 'recording.wav',
	seconds: realTime.sentSeconds,
	byteCount: realTime.sentBytes,
	sha256: '',
});
