import {createPacedSource} from '../audio/paced-source.js';
import {prepareRecording} from '../audio/prepare-recording.js';
import {stoppable} from '../audio/stoppable.js';
import {comparisonReport} from '../core/comparison-report.js';
import {percentText} from '../core/figures.js';
import type {Problem} from '../core/problem.js';
import {runSideBySide} from '../runs/side-by-side.js';
import {batchStatus, realTimeStatus} from '../terminal/run-progress.js';
import {createTranscriptWriter} from '../terminal/transcript-writer.js';
import type {Command} from './command.js';
import {comparisonText} from './comparison-text.js';
import {openEngines} from './engines.js';
import {exitCodeOf, gravestExitCode} from './exit-code.js';
import {finishedComparison} from './finished-comparison.js';
import {followAgreement} from './follow-agreement.js';
import {readReference} from './measure-accuracy.js';
import {observeRun} from './observe-run.js';
import {transcriptionOptionNames} from './options.js';
import {reportContext} from './report-context.js';
import {sampleFile, sampleReference} from './sample.js';
import {oneChannelOptions} from './transcription.js';
import {checkOutput, writeResult} from './write-result.js';

/**
Both modes on the same bytes at once, then both transcripts and the comparison. Without a file, on the bundled sample.
*/
export const compare: Command = {
	name: 'compare',
	inputs: '[file]',
	summary: 'both modes on the same audio, then the comparison (default: the bundled sample)',
	examples: [
		'duet compare',
		'duet compare meeting.mp3 --reference meeting.txt',
		'duet compare meeting.wav --json',
	],
	options: [...transcriptionOptionNames, 'reference', 'pace', 'output', 'json'],
	inputCount: [0, 1],
	async run({inputs: [file], values, output, signals, clock, prices}) {
		const options = await oneChannelOptions(values);
		await checkOutput(values.output, file === undefined ? [] : [file]);
		const referenceFile = values.reference ?? (file === undefined ? sampleReference : undefined);
		const reference =
			referenceFile === undefined ? undefined : await readReference(referenceFile, options.language);
		await using recording = await prepareRecording(file ?? sampleFile, signals.stop);
		await using engines = await openEngines(values, clock, {recording, signal: signals.stop});
		for (const note of [...recording.warnings, ...engines.notes]) {
			output.note(note);
		}

		const preview = createTranscriptWriter(values.linear ? text => output.note(text.trimEnd()) : () => {});
		const observed = observeRun(output);
		const agreementSoFar = followAgreement(options.language);
		output.live(() => {
			const {batch, realTime} = observed.state();
			const agreement = agreementSoFar(observed.state());
			return {
				text: preview.openLine(realTime),
				status: [
					`Batch      ${batchStatus(batch, clock.nowMs())}`,
					`Real-time  ${realTimeStatus(realTime, recording.seconds)} · ${engines.title}`,
					...(agreement === undefined ? [] : [`Agreement  ${percentText(agreement)} so far`]),
				],
			};
		});
		const source = createPacedSource(recording, {pace: values.pace, clock});
		await runSideBySide(
			{engine: engines.batch, recording: recording.recording},
			{engine: engines.realTime, audio: stoppable(source, signals.stop)},
			{
				options,
				clock,
				signal: signals.abort,
				onEvent(event) {
					observed.onEvent(event);
					preview.writeComplete(observed.state().realTime);
				},
			},
		);
		output.endLive();

		const run = observed.state();
		const comparison = finishedComparison(run, {
			audioSeconds: recording.seconds,
			pace: values.pace,
			options,
			prices,
			reference,
		});
		const problems = [run.batch.problem, run.realTime.problem].filter(problem => problem !== undefined);
		const hasText = run.batch.words.length > 0 || run.realTime.finals.length > 0 || problems.length < 2;
		const text = values.json
			? `${JSON.stringify(comparisonReport(comparison, reportContext(recording, engines, options)), undefined, 2)}\n`
			: comparisonText(comparison, {recording, engines, options}, output.columns);
		if (values.json || hasText) {
			await writeResult(output, text, values.output);
		}

		for (const problem of withoutRepeats(problems)) {
			output.problem(problem);
		}

		return signals.exitCode() ?? gravestExitCode(problems.map(exitCodeOf));
	},
};

/**
A wrong key or language fails both modes alike; once is enough to know what to do. Other failures are each their own.
*/
const withoutRepeats = (problems: readonly Problem[]): readonly Problem[] =>
	problems.filter(
		(problem, index) =>
			!['not-authorised', 'bad-input', 'interrupted'].includes(problem.kind) ||
			problems.findIndex(({kind}) => kind === problem.kind) === index,
	);
