import stringWidth from 'string-width';
import {advise} from '../core/advice.js';
import {type Comparison, isRecordedShort, isSameAudio} from '../core/comparison.js';
import {lengthText} from '../core/figures.js';
import type {Problem} from '../core/problem.js';
import type {RealTimeState} from '../core/real-time-state.js';
import {sanitise} from '../core/sanitise.js';
import {speakerTurns, transcriptText} from '../core/transcript-text.js';
import type {Word} from '../core/word.js';
import {wrapWords} from '../core/wrap-words.js';
import {lineText} from '../terminal/transcript-lines.js';
import {differenceLines} from './difference-lines.js';
import {figuresTable} from './figures-table.js';
import type {FinishedRun} from './finished-run.js';
import {settingsText} from './transcription.js';

/**
What a comparison is about, as far as it is written above it.
*/
type Subject = Pick<FinishedRun, 'options'> & {
	readonly comparison: Comparison;
	readonly recording: Pick<FinishedRun['recording'], 'name' | 'seconds' | 'sha256'>;
	readonly engines: Pick<FinishedRun['engines'], 'title'>;
};

/**
A finished side-by-side run for reading: what was compared, both transcripts, the table and the verdict.

@param columns - The width that text is wrapped to.
*/
export const comparisonText = (subject: Subject, columns: number): string => {
	const {comparison} = subject;
	const {batch, realTime} = comparison.run;
	const transcript = (words: Iterable<Word>, wordDelimiter: string, problem: Problem | undefined) =>
		transcriptLines(words, wordDelimiter, problem).flatMap(line => indented(line, columns));

	return [
		...subjectLines(subject),
		'',
		'Batch',
		...transcript(batch.words, batch.wordDelimiter, batch.problem),
		'',
		'Real-time',
		...transcript(realTime.finals, realTime.wordDelimiter, realTime.problem),
		...unfinishedLines(realTime).flatMap(line => indented(line, columns)),
		'',
		...differenceSection(comparison, subject.options.language, columns),
		figuresTable(comparison, ['batch', 'real-time'], columns),
		...adviceLines(comparison).flatMap(line => wrapWords(line, columns, stringWidth)),
		'',
	].join('\n');
};

const subjectLines = ({recording, comparison, engines, options}: Subject): readonly string[] => [
	[
		`Audio     ${sanitise(recording.name)}`,
		lengthText(recording.seconds),
		// Of live audio that was broken off, or not recorded, it is not known.
		...(recording.sha256 === '' || isRecordedShort(comparison)
			? []
			: [`both modes got the same bytes, sha256 ${recording.sha256.slice(0, 12)}…`]),
	].join(' · '),
	`Engine    ${engines.title}`,
	`Settings  ${settingsText(options)} (max delay: real-time only)`,
];

const transcriptLines = (
	words: Iterable<Word>,
	wordDelimiter: string,
	problem: Problem | undefined,
): readonly string[] => {
	const turns = speakerTurns(words).map(turn => sanitise(lineText(turn.words, wordDelimiter)));
	const lines = [...turns, ...failureLines(problem)];
	return lines.length > 0 ? lines : ['(no words)'];
};

/**
Why a transcript ends where it does.
*/
export const failureLines = (problem: Problem | undefined): readonly string[] =>
	problem ? [`(failed: ${sanitise(problem.message)})`] : [];

/**
What a run that failed had heard and not made final, marked as in the live view.
*/
export const unfinishedLines = ({phase, partial, wordDelimiter}: RealTimeState): readonly string[] =>
	phase === 'failed' && partial.length > 0 ? [`‹${sanitise(transcriptText(partial, wordDelimiter))}›`] : [];

const indented = (line: string, columns: number): readonly string[] =>
	wrapWords(line, Math.max(columns - 2, 10), stringWidth).map(part => `  ${part}`);

const differenceSection = (comparison: Comparison, language: string, columns: number): readonly string[] => {
	const {batch, realTime} = comparison.run;
	if (batch.phase !== 'done' || realTime.phase !== 'done' || !isSameAudio(comparison)) {
		return [];
	}

	const lines = differenceLines(batch.words, [...realTime.finals], language, batch.wordDelimiter);
	return [
		'Where they differ: [-batch-]{+real-time+}',
		...(lines.length > 0 ? lines : ['nowhere']).flatMap(line => indented(line, columns)),
		'',
	];
};

const adviceLines = (comparison: Comparison): readonly string[] => {
	const {mode, because} = advise(comparison);
	return [
		...(mode === undefined ? [] : [`For this audio: ${mode}.`]),
		...because.map(reason => (mode === undefined ? reason : `- ${reason}`)),
	];
};
