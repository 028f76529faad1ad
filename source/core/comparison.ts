import {turnaroundMs} from './batch-phases.js';
import {costUsd, findPrice, type Price} from './cost.js';
import type {Mode} from './mode.js';
import {billedSeconds as billedRealTimeSeconds} from './real-time-state.js';
import type {RunState} from './run-state.js';

/**
Everything that the comparison is made from.
*/
export type Comparison = {
	readonly run: RunState;

	/**
	The length of the audio, or of what has been sent of it while its end is unknown. 0 where it is not known.
	*/
	readonly audioSeconds: number;

	/**
	Whether the audio was being spoken, rather than complete from the start.
	*/
	readonly isLive: boolean;

	/**
	Audio seconds per second. Latencies mean something only at 1.
	*/
	readonly pace: number;
	readonly model: string;
	readonly prices: readonly Price[];
	readonly accuracy: Accuracy;
};

/**
Whether the stream was ended before the audio was over, by the user say. What was measured until then holds, but the two
transcripts are not of the same audio any more.
*/
export const isCutShort = ({
	run: {realTime},
	audioSeconds,
}: Pick<Comparison, 'run' | 'audioSeconds'>): boolean =>
	realTime.endedMs !== undefined && realTime.sentSeconds < audioSeconds - sampleToleranceSeconds;

/**
Whether the recording ended before the audio did, as of live audio on a disk that was full: batch had less of it than
real-time.
*/
export const isRecordedShort = ({
	run: {realTime},
	audioSeconds,
}: Pick<Comparison, 'run' | 'audioSeconds'>): boolean =>
	realTime.sentSeconds > audioSeconds + sampleToleranceSeconds;

/**
Whether both modes have heard the same audio, to its end.
*/
export const isSameAudio = (heard: Pick<Comparison, 'run' | 'audioSeconds'>): boolean =>
	!isCutShort(heard) && !isRecordedShort(heard);

const sampleToleranceSeconds = 0.01;

/**
How right the transcripts are: against a reference where one was given, else how far they agree.
*/
export type Accuracy = {
	readonly batch?: ErrorRate;
	readonly realTime?: ErrorRate;

	/**
	From 0 to 1, over both transcripts. Agreement is not accuracy: both may be wrong alike.
	*/
	readonly agreement?: number;
};

/**
Errors per reference word, or per character in languages without spaces.
*/
export type ErrorRate = {
	readonly rate: number;
	readonly substitutions: number;
	readonly deletions: number;
	readonly insertions: number;
	readonly referenceCount: number;
	readonly unit: 'word' | 'character';
};

/**
What a mode costs for the audio of this comparison: for real-time so far, for batch as a whole.

@returns Nothing where there is no price for the model; no amount where the length of the audio is not known.
*/
export const costOf = (
	{run, audioSeconds, model, prices}: Comparison,
	mode: Mode,
): {readonly usd?: number; readonly price: Price} | undefined => {
	const price = findPrice(prices, mode, model);
	const seconds = billedSeconds(run, audioSeconds, mode);
	return price && {...(seconds !== undefined && {usd: costUsd(seconds, price.usdPerHour)}), price};
};

/**
Real-time costs what was sent of the audio, each time that it was sent; batch costs all of it as soon as there is a job. A mode that has not run is
taken as if it had.
*/
const billedSeconds = ({batch, realTime}: RunState, audioSeconds: number, mode: Mode): number | undefined => {
	if (mode === 'real-time' && realTime.begunMs !== undefined) {
		return billedRealTimeSeconds(realTime);
	}

	const hasNoJob = mode === 'batch' && batch.phase === 'failed' && batch.jobId === undefined;
	return hasNoJob ? 0 : audioSeconds || undefined;
};

/**
Words shown in a partial and later changed or withdrawn, divided by words finalised. 0 before the first final.
*/
export const unstablePartialWordRatio = ({
	unstableWordCount,
	finalisedWordCount,
}: RunState['realTime']): number => (finalisedWordCount === 0 ? 0 : unstableWordCount / finalisedWordCount);

/**
The batch job's turnaround divided by the audio's length.
*/
export const realTimeFactor = ({run, audioSeconds}: Comparison): number | undefined => {
	const turnaround = turnaroundMs(run.batch);
	return turnaround === undefined || audioSeconds === 0 ? undefined : turnaround / 1000 / audioSeconds;
};
