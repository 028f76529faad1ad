import {createPacedSource} from '../audio/paced-source.js';
import {prepareRecording} from '../audio/prepare-recording.js';
import {stoppable} from '../audio/stoppable.js';
import {comparisonReport} from '../core/comparison-report.js';
import {runRealTime} from '../runs/side-by-side.js';
import {realTimeStatus} from '../terminal/run-progress.js';
import {createTranscriptWriter} from '../terminal/transcript-writer.js';
import {chooseFormat} from './choose-format.js';
import type {Command} from './command.js';
import {openEngines} from './engines.js';
import {exitCodeOf} from './exit-code.js';
import {figuresTable} from './figures-table.js';
import {finishedComparison} from './finished-comparison.js';
import {readReference} from './measure-accuracy.js';
import {observeRun} from './observe-run.js';
import {transcriptionOptionNames} from './options.js';
import {reportContext} from './report-context.js';
import {oneChannelOptions} from './transcription.js';
import {checkOutput, writeResult} from './write-result.js';

/**
Real-time transcription of a file at the pace of speech: finals as they come, the partial after them drawn in place.
*/
export const live: Command = {
	name: 'live',
	inputs: '<file>',
	summary: 'real-time transcription of a file at the pace of speech',
	examples: [
		'duet live meeting.wav',
		'duet live meeting.m4a --max-delay 1 --format srt --output meeting.srt',
	],
	options: [...transcriptionOptionNames, 'reference', 'pace', 'format', 'output', 'json'],
	inputCount: [1, 1],
	async run({inputs: [file = ''], values, settings, output, signals, clock, prices}) {
		const options = await oneChannelOptions(values);
		await checkOutput(values.output, [file]);
		const reference =
			values.reference === undefined ? undefined : await readReference(values.reference, options.language);
		await using recording = await prepareRecording(file, signals.stop);
		await using engines = await openEngines(values, clock, {recording, signal: signals.stop});
		for (const note of [...recording.warnings, ...engines.notes]) {
			output.note(note);
		}

		const isPrintedAsItComes = values.format === 'txt' && values.output === undefined && !values.json;
		const writer = createTranscriptWriter(isPrintedAsItComes ? output.write : () => {});
		const observed = observeRun(output);
		output.live(() => {
			const {realTime} = observed.state();
			return {
				text: writer.openLine(realTime),
				status: [`${realTimeStatus(realTime, recording.seconds)} · ${engines.title}`],
			};
		});
		const source = createPacedSource(recording, {pace: values.pace, clock});
		await runRealTime(engines.realTime, stoppable(source, signals.stop), {
			options,
			clock,
			signal: signals.abort,
			onEvent(event) {
				observed.onEvent(event);
				writer.writeComplete(observed.state().realTime);
			},
		});
		output.endLive();

		const run = observed.state();
		const {finals, wordDelimiter, problem} = run.realTime;
		const comparison = finishedComparison(run, {
			audioSeconds: recording.seconds,
			pace: values.pace,
			options,
			prices,
			reference,
		});
		writer.writeRest(run.realTime);
		if (values.json) {
			const report = comparisonReport(comparison, reportContext(recording, engines, options));
			await writeResult(output, `${JSON.stringify(report, undefined, 2)}\n`, values.output);
		} else if (!isPrintedAsItComes) {
			const transcript = {
				title: recording.name,
				mode: 'real-time' as const,
				language: options.language,
				engine: engines.title,
				words: [...finals],
				wordDelimiter,
			};
			await writeResult(output, chooseFormat({values, settings}).render(transcript), values.output);
		}

		if (finals.length > 0) {
			output.note(`\n${figuresTable(comparison, ['real-time'], output.columns)}`.trimEnd());
		}

		if (problem) {
			output.problem(problem);
		}

		return signals.exitCode() ?? (problem ? exitCodeOf(problem) : 0);
	},
};
