import {comparisonReport} from '../core/comparison-report.js';
import type {FinishedTranscript} from '../core/format.js';
import {jsonText} from '../core/json-text.js';
import type {Mode, RunMode} from '../core/mode.js';
import {findFormat} from '../formats/formats.js';
import {comparisonText, failureLines, unfinishedLines} from './comparison-text.js';
import {figuresTable} from './figures-table.js';
import type {FinishedRun} from './finished-run.js';
import {reportContext} from './report-context.js';

/**
A finished run for reading, as the command that made it shows it: both transcripts and the comparison, or the one there is
with its figures.

@param columns - The width that text is wrapped to.
*/
export const runText = (finished: FinishedRun, mode: RunMode, columns: number): string =>
	mode === 'side-by-side'
		? comparisonText(finished, columns)
		: [
				findFormat('txt').render(transcriptOf(finished, mode)),
				...endLines(finished, mode).map(line => `${line}\n`),
				figuresTable(finished.comparison, [mode], columns),
			].join('\n');

/**
How a transcript ended that is not whole.
*/
const endLines = ({comparison: {run}}: FinishedRun, mode: Mode): readonly string[] =>
	mode === 'batch'
		? failureLines(run.batch.problem)
		: [...failureLines(run.realTime.problem), ...unfinishedLines(run.realTime)];

/**
The same as one JSON object.
*/
export const runJson = (finished: FinishedRun): string =>
	jsonText(comparisonReport(finished.comparison, reportContext(finished)));

/**
One transcript of a run, to be written in a format.
*/
export const transcriptOf = (
	{comparison: {run}, recording, engines, options}: FinishedRun,
	mode: Mode,
): FinishedTranscript => ({
	title: recording.name,
	mode,
	language: options.language,
	engine: engines.title,
	...(mode === 'batch'
		? {
				words: run.batch.words,
				wordDelimiter: run.batch.wordDelimiter,
				...(run.batch.document !== undefined && {document: run.batch.document}),
			}
		: {words: [...run.realTime.finals], wordDelimiter: run.realTime.wordDelimiter}),
});
