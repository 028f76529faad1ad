import {batchPhasesMs, turnaroundMs} from './batch-phases.js';
import {
	type Comparison,
	costOf,
	type ErrorRate,
	realTimeFactor,
	unstablePartialWordRatio,
} from './comparison.js';
import {countText, percentText, priceText, secondsText, usdText} from './figures.js';
import {type LatencySummary, summariseLatencies} from './latency.js';
import type {Mode} from './mode.js';

/**
One line of the table. To add one, add an object to {@link comparisonRows}.
*/
export type ComparisonRow = {
	readonly id: string;
	readonly title: (comparison: Comparison) => string;

	/**
	How the figure is taken, for `?` on the row.
	*/
	readonly help: string;
	readonly cell: (comparison: Comparison, mode: Mode) => string;
};

/**
Shown where there is no figure, or not yet.
*/
export const noFigure = '–';

const fixed = (title: string) => () => title;

const withTail = ({p95, max, count}: LatencySummary): string =>
	p95 === undefined
		? `max ${secondsText(max)}, ${countText(count, 'word')}`
		: `p95 ${secondsText(p95)}, ${countText(count, 'word')}`;

const realTimeLatency = ({run, pace}: Comparison): string => {
	if (pace !== 1) {
		return `not comparable at pace ${pace}`;
	}

	const partial = summariseLatencies(run.realTime.latenciesMs.partial);
	const final = summariseLatencies(run.realTime.latenciesMs.final);
	const parts = [
		partial && `${secondsText(partial.p50)} partial`,
		final && `${secondsText(final.p50)} final (${withTail(final)})`,
	].filter(part => part !== undefined);
	return parts.join(' · ') || noFigure;
};

const batchSplit = ({run}: Comparison): string => {
	const phases = batchPhasesMs(run.batch);
	return phases
		? Object.entries(phases)
				.filter(([name, milliseconds]) => name !== 'queued' || milliseconds > 0)
				.map(([name, milliseconds]) => `${name} ${secondsText(milliseconds)}`)
				.join(' · ')
		: noFigure;
};

const realTimeSplit = ({run: {realTime}, pace}: Comparison): string => {
	const {begunMs, connectedMs, startedMs, firstPartialLatencyMs} = realTime;
	const stable = pace === 1 ? summariseLatencies(realTime.latenciesMs.stable) : undefined;
	const parts = [
		begunMs !== undefined && connectedMs !== undefined && `connect ${secondsText(connectedMs - begunMs)}`,
		connectedMs !== undefined && startedMs !== undefined && `start ${secondsText(startedMs - connectedMs)}`,
		pace === 1 &&
			firstPartialLatencyMs !== undefined &&
			`first partial ${secondsText(firstPartialLatencyMs)}`,
		stable && `stable ${secondsText(stable.p50)}`,
	].filter(part => typeof part === 'string');
	return parts.join(' · ') || noFigure;
};

const errorRate = ({rate, referenceCount, unit}: ErrorRate): string =>
	`${percentText(rate)} ${unit === 'word' ? 'WER' : 'CER'} of ${countText(referenceCount, unit)}`;

const hasReference = ({accuracy}: Comparison): boolean =>
	accuracy.batch !== undefined || accuracy.realTime !== undefined;

const accuracyCell = ({accuracy}: Comparison, mode: Mode): string => {
	const measured = mode === 'batch' ? accuracy.batch : accuracy.realTime;
	if (measured) {
		return errorRate(measured);
	}

	return accuracy.agreement === undefined
		? noFigure
		: `${percentText(accuracy.agreement)} the same as ${mode === 'batch' ? 'real-time' : 'batch'}`;
};

const costCell = (comparison: Comparison, mode: Mode): string => {
	const cost = costOf(comparison, mode);
	if (!cost) {
		return `no price for ${comparison.model}`;
	}

	const perHour = `(${priceText(cost.price.usdPerHour)}/h)`;
	if (cost.usd === undefined) {
		return `${noFigure} ${perHour}`;
	}

	const {begunMs} = mode === 'batch' ? comparison.run.batch : comparison.run.realTime;
	const text = `${usdText(cost.usd)} ${perHour}`;
	return begunMs === undefined ? `would be ${text}` : text;
};

const unstableCell = ({run: {realTime}}: Comparison, mode: Mode): string =>
	mode === 'batch' || realTime.finalisedWordCount === 0
		? noFigure
		: `${percentText(unstablePartialWordRatio(realTime))} (${realTime.unstableWordCount} of ${realTime.finalisedWordCount})`;

const words = (texts: Readonly<Record<Mode, string>>) => (_: Comparison, mode: Mode) => texts[mode];

/**
The table, in order.
*/
export const comparisonRows: readonly ComparisonRow[] = [
	{
		id: 'latency',
		title: fixed('Latency'),
		help: 'Batch: from submitting the audio to the transcript in hand. Real-time: for each word, from the moment its last sample left the source to the first partial, and to the final, that held it (0 for one that was shown before); the median over all words, with the 95th percentile of the finals (from 20 words on) and how many words were counted.',
		cell: (comparison, mode) => {
			if (mode === 'real-time') {
				return realTimeLatency(comparison);
			}

			const turnaround = turnaroundMs(comparison.run.batch);
			return turnaround === undefined ? noFigure : `${secondsText(turnaround)} after submit`;
		},
	},
	{
		id: 'split',
		title: fixed('Where time goes'),
		help: 'Batch: upload, time in a queue if there was one, running on the server, done there but not yet known here, download. Real-time: connecting and starting the session, which no latency contains; the first partial, from the end of its first word; and the median time until a word was shown that never changed again.',
		cell: (comparison, mode) => (mode === 'batch' ? batchSplit(comparison) : realTimeSplit(comparison)),
	},
	{
		id: 'real-time-factor',
		title: fixed('Real-time factor'),
		help: "Turnaround divided by the audio's length: below 1 is faster than listening. Real-time is bound to the pace of speech.",
		cell: (comparison, mode) => {
			if (mode === 'real-time') {
				return comparison.pace === 1 ? '1 (the pace of speech)' : `played at pace ${comparison.pace}`;
			}

			return realTimeFactor(comparison)?.toFixed(3) ?? noFigure;
		},
	},
	{
		id: 'accuracy',
		title: comparison =>
			hasReference(comparison) || comparison.accuracy.agreement === undefined ? 'Accuracy' : 'Agreement',
		help: 'With a reference: word error rate, that is substitutions, deletions and insertions per reference word, after normalising both texts. Without one: 1 less the word edit distance between the two transcripts divided by the longer one. That is agreement, not accuracy: both can be wrong alike.',
		cell: accuracyCell,
	},
	{
		id: 'unstable',
		title: fixed('Unstable words'),
		help: 'Words that a partial showed and that were changed or withdrawn later, divided by the words that became final. Capitals and punctuation do not count as a change.',
		cell: unstableCell,
	},
	{
		id: 'cost',
		title: fixed('Cost'),
		help: 'Audio length × the price per hour of that mode and model. Prices come from assets/prices.json, each with its date and source; your settings override them.',
		cell: costCell,
	},
	{
		id: 'use',
		title: fixed('Use for'),
		help: 'What each mode is made for.',
		cell: words({batch: 'recordings, archives, best text', 'real-time': 'captions, calls, live streams'}),
	},
	{
		id: 'limits',
		title: fixed('Limits · partials'),
		help: 'Batch takes an upload of up to 1 GB, and larger audio from an address. A real-time session lasts up to 48 hours. Only real-time shows text while speech goes on.',
		cell: words({batch: '1 GB a file · no', 'real-time': '48 h a session · yes'}),
	},
];
