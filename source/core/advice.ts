import {turnaroundMs} from './batch-phases.js';
import {type Comparison, costOf, type ErrorRate, isCutShort, isRecordedShort} from './comparison.js';
import {lengthText, percentText, priceText, secondsText} from './figures.js';
import {summariseLatencies} from './latency.js';
import type {Mode} from './mode.js';

/**
Which mode for this audio, and why.
*/
export type Advice = {
	/**
	Nothing while neither mode is done.
	*/
	readonly mode: Mode | undefined;
	readonly because: readonly string[];
};

/**
The verdict on a finished run, from its own figures only.
*/
export const advise = (comparison: Comparison): Advice => {
	const {batch, realTime} = comparison.run;
	const isBatchDone = batch.phase === 'done';
	const isRealTimeDone = realTime.phase === 'done';
	if (!isBatchDone && !isRealTimeDone) {
		return {mode: undefined, because: []};
	}

	if (isCutShort(comparison)) {
		const {realTime: stopped} = comparison.run;
		const place = `${lengthText(stopped.sentSeconds)} of ${lengthText(comparison.audioSeconds)}`;
		return {mode: undefined, because: [`Real-time was stopped at ${place}: the two cannot be compared.`]};
	}

	if (isRecordedShort(comparison) && isBatchDone) {
		const place = `${lengthText(comparison.audioSeconds)} of ${lengthText(realTime.sentSeconds)}`;
		return {mode: undefined, because: [`The recording ends at ${place}: the two cannot be compared.`]};
	}

	if (!isBatchDone || !isRealTimeDone) {
		const mode = isBatchDone ? 'batch' : 'real-time';
		return {mode, because: [`Only ${mode} gave a transcript.`]};
	}

	const accuracy = compareAccuracy(comparison.accuracy.batch, comparison.accuracy.realTime);
	const mode = chooseMode(comparison.isLive, accuracy?.better);
	const reasons = [
		timeReason(comparison),
		accuracy?.reason,
		costReason(comparison),
		otherwise(comparison, mode),
	];
	return {mode, because: reasons.filter(reason => reason !== undefined)};
};

const chooseMode = (isLive: boolean, better: Mode | undefined): Mode => {
	if (isLive) {
		return 'real-time';
	}

	return better ?? 'batch';
};

const timeReason = ({isLive, audioSeconds, run, pace}: Comparison): string | undefined => {
	if (isLive) {
		return 'The audio is live: only real-time gives text while people speak.';
	}

	const turnaround = turnaroundMs(run.batch);
	return turnaround === undefined || pace !== 1
		? undefined
		: `The recording is complete: batch had the whole text ${secondsText(turnaround)} after submit; real-time is bound to the ${secondsText(audioSeconds * 1000)} of speech.`;
};

const errorCount = ({substitutions, deletions, insertions}: ErrorRate): number =>
	substitutions + deletions + insertions;

/**
Whether the difference in errors is larger than chance explains: two error counts differ at the 95 % level when their
distance exceeds 1.96 standard deviations of a difference of Poisson counts.
*/
const compareAccuracy = (
	batch: ErrorRate | undefined,
	realTime: ErrorRate | undefined,
): {readonly better: Mode | undefined; readonly reason: string} | undefined => {
	if (!batch || !realTime) {
		return undefined;
	}

	const rates = `batch ${percentText(batch.rate)}, real-time ${percentText(realTime.rate)}`;
	const difference = errorCount(realTime) - errorCount(batch);
	const noise = 1.96 * Math.sqrt(errorCount(batch) + errorCount(realTime));
	if (Math.abs(difference) <= noise) {
		return {
			better: undefined,
			reason: `Accuracy can't be told apart on ${batch.referenceCount} ${batch.unit}s (${rates}); that takes about an hour of audio.`,
		};
	}

	const better = difference > 0 ? 'batch' : 'real-time';
	return {better, reason: `${better === 'batch' ? 'Batch' : 'Real-time'} got more right: ${rates}.`};
};

const costReason = (comparison: Comparison): string | undefined => {
	const batch = costOf(comparison, 'batch')?.price.usdPerHour;
	const realTime = costOf(comparison, 'real-time')?.price.usdPerHour;
	if (batch === undefined || realTime === undefined) {
		return undefined;
	}

	return batch === realTime
		? `Both cost ${priceText(batch)} an hour.`
		: `An hour costs ${priceText(batch)} in batch and ${priceText(realTime)} in real-time.`;
};

const otherwise = ({run, pace}: Comparison, mode: Mode): string | undefined => {
	if (mode === 'real-time') {
		return undefined;
	}

	const partial = summariseLatencies(run.realTime.latenciesMs.partial);
	return partial && pace === 1
		? `Take real-time where text is needed during speech: here a word showed ${secondsText(partial.p50)} after it was said.`
		: undefined;
};
