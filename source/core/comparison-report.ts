import {advise} from './advice.js';
import {bytesPerSecond} from './audio-source.js';
import {batchPhasesMs, turnaroundMs} from './batch-phases.js';
import {
	type Comparison,
	costOf,
	type ErrorRate,
	isCutShort,
	isRecordedShort,
	realTimeFactor,
	unstablePartialWordRatio,
} from './comparison.js';
import {summariseLatencies} from './latency.js';
import type {Mode} from './mode.js';
import type {RealTimeState} from './real-time-state.js';
import {transcriptText} from './transcript-text.js';
import type {Word} from './word.js';

/**
What `duet compare --json` says about the audio and the engine, besides the figures.
*/
export type ReportContext = {
	readonly audio: {
		readonly name: string;
		readonly seconds: number;
		readonly bytes: number;
		readonly sha256: string;

		/**
		Of audio that was recorded while it was heard.
		*/
		readonly live?: {
			readonly input: string;
			readonly backend?: string;
			readonly droppedFrames?: number;
			readonly recording?: string;
		};
	};
	readonly engine: {
		readonly kind: string;
		readonly recogniser?: string;
		readonly batchUrl: string;
		readonly realtimeUrl: string;
	};
	readonly settings: Readonly<Record<string, unknown>>;
	readonly normalisation: string;
};

/**
The comparison as one plain object, ready for `JSON.stringify`. The names are a promise to scripts: add, never rename.
*/
export const comparisonReport = (comparison: Comparison, context: ReportContext): Record<string, unknown> => {
	const {run, accuracy} = comparison;
	const hasReference = accuracy.batch !== undefined || accuracy.realTime !== undefined;
	const advice = advise(comparison);
	return {
		version: 1,
		audio: context.audio,
		engine: context.engine,
		settings: {...context.settings, pace: comparison.pace},
		batch: {
			...outcome(run.batch),
			...(isRecordedShort(comparison) && {recordingEndsAtSeconds: comparison.audioSeconds}),
			...transcript(run.batch.words, run.batch.wordDelimiter),
			jobId: run.batch.jobId,
			turnaroundMs: rounded(turnaroundMs(run.batch)),
			phasesMs: roundedAll(batchPhasesMs(run.batch)),
			realTimeFactor: realTimeFactor(comparison),
			cost: cost(comparison, 'batch'),
		},
		realtime: {
			...outcome(run.realTime),
			...(isCutShort(comparison) && {stoppedAtSeconds: run.realTime.sentSeconds}),
			...transcript(run.realTime.finals, run.realTime.wordDelimiter),
			partials: run.realTime.partialCount,
			finals: run.realTime.finalCount,
			latencyMs: latencies(comparison),
			latenciesAreComparable: comparison.pace === 1,
			unstablePartialWordRatio: unstablePartialWordRatio(run.realTime),
			...sessions(run.realTime),
			cost: cost(comparison, 'real-time'),
		},
		accuracy: {
			reference: hasReference,
			normalisation: context.normalisation,
			batch: errorRate(accuracy.batch),
			realtime: errorRate(accuracy.realTime),
			agreement: accuracy.agreement,
		},
		advice: {mode: advice.mode === 'real-time' ? 'realtime' : advice.mode, because: advice.because},
	};
};

const outcome = ({phase, problem, warnings}: Comparison['run']['batch'] | Comparison['run']['realTime']) => ({
	status: phase,
	...(problem && {error: problem}),
	...(warnings.length > 0 && {warnings}),
});

const transcript = (words: Iterable<Word>, wordDelimiter: string) => ({
	transcript: transcriptText(words, wordDelimiter),
	words: [...words]
		.filter(word => word.type === 'word')
		.map(({text, startSeconds, endSeconds, confidence, speaker}) => ({
			text,
			startSeconds,
			endSeconds,
			...(confidence !== undefined && {confidence}),
			...(speaker !== undefined && {speaker}),
		})),
});

const latencies = ({run: {realTime}}: Comparison) => ({
	connect: rounded(between(realTime.begunMs, realTime.connectedMs)),
	start: rounded(between(realTime.connectedMs, realTime.startedMs)),
	firstPartial: rounded(realTime.firstPartialLatencyMs),
	partial: roundedAll(summariseLatencies(realTime.latenciesMs.partial)),
	stable: roundedAll(summariseLatencies(realTime.latenciesMs.stable)),
	final: roundedAll(summariseLatencies(realTime.latenciesMs.final)),
});

/**
What connections that were lost have cost, in audio that the service bills twice and in audio that no session heard.
*/
const sessions = ({resumptions, sentAgainBytes, droppedSeconds}: RealTimeState) => ({
	reconnects: resumptions.length,
	seams: resumptions.map(({gapMs, problem, ...place}) => ({
		...place,
		gapMs: Math.round(gapMs),
		reason: problem.message,
	})),
	audioSentAgainSeconds: sentAgainBytes / bytesPerSecond,
	audioDroppedSeconds: droppedSeconds,
});

const between = (startMs: number | undefined, endMs: number | undefined): number | undefined =>
	startMs === undefined || endMs === undefined ? undefined : endMs - startMs;

const cost = (comparison: Comparison, mode: Mode) => {
	const known = costOf(comparison, mode);
	return (
		known && {
			usd: known.usd,
			usdPerHour: known.price.usdPerHour,
			priceDate: known.price.date,
			priceSource: known.price.source,
		}
	);
};

const errorRate = (measured: ErrorRate | undefined) =>
	measured && {
		wordErrorRate: measured.rate,
		unit: measured.unit,
		referenceCount: measured.referenceCount,
		substitutions: measured.substitutions,
		deletions: measured.deletions,
		insertions: measured.insertions,
	};

const rounded = (milliseconds: number | undefined): number | undefined =>
	milliseconds === undefined ? undefined : Math.round(milliseconds);

const roundedAll = (figures: Readonly<Record<string, number>> | undefined) =>
	figures && Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value)]));
