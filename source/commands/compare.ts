import {percentText} from '../core/figures.js';
import type {Problem} from '../core/problem.js';
import {batchStatus, realTimeStatus} from '../terminal/run-progress.js';
import {createTranscriptWriter} from '../terminal/transcript-writer.js';
import {recordedOrLiveAudio} from './choose-audio.js';
import type {Command} from './command.js';
import {exitCodeOf, gravestExitCode} from './exit-code.js';
import {followAgreement} from './follow-agreement.js';
import {batchProblem} from './left-job.js';
import {nothingHeard} from './live-audio-notes.js';
import {liveOptionNames} from './live-options.js';
import {transcriptionOptionNames} from './options.js';
import {runJson, runText} from './run-text.js';
import {sampleFile, sampleReference} from './sample.js';
import {writeResult} from './write-result.js';

/**
Both modes on the same bytes, then both transcripts and the comparison. Without a file, on the bundled sample; live audio is
transcribed in real time while it is spoken, and its recording in batch when it has ended.
*/
export const compare: Command = {
	name: 'compare',
	inputs: '[file|-]',
	summary: 'both modes on the same audio, then the comparison (default: the bundled sample)',
	examples: [
		'duet compare',
		'duet compare meeting.mp3 --reference meeting.txt',
		'duet compare --live',
		'duet compare meeting.wav --json',
	],
	options: [...transcriptionOptionNames, 'live', ...liveOptionNames, 'reference', 'pace', 'output', 'json'],
	inputCount: [0, 1],
	async run(context) {
		const {inputs, values, output, signals} = context;
		const choice = recordedOrLiveAudio(inputs[0], values, sampleFile);
		const isSample = choice.type === 'file' && inputs[0] === undefined;
		const preview = createTranscriptWriter(values.linear ? text => output.note(text.trimEnd()) : () => {});
		const agreementSoFar = followAgreement(values.language);
		const {runOnTerminal} = await import('./terminal-run.js'); // Only what is run is loaded.
		const finished = await runOnTerminal(context, {
			mode: 'side-by-side',
			choice,
			referenceFile: values.reference ?? (isSample ? sampleReference : undefined),
			draw({run, engineTitle, seconds, nowMs}) {
				const agreement = agreementSoFar(run);
				return {
					text: preview.openLine(run.realTime),
					status: [
						`Batch      ${batchStatus(run.batch, nowMs)}`,
						`Real-time  ${realTimeStatus(run.realTime, seconds)} · ${engineTitle}`,
						...(agreement === undefined ? [] : [`Agreement  ${percentText(agreement)} so far`]),
					],
				};
			},
			onState({realTime}) {
				preview.writeComplete(realTime);
			},
		});
		if (!finished) {
			return signals.exitCode() ?? exitCodeOf(nothingHeard);
		}

		const {comparison} = finished;
		const {batch, realTime} = comparison.run;
		const problems = [batchProblem(finished.engines, batch), realTime.problem].filter(
			problem => problem !== undefined,
		);
		const hasText = batch.words.length > 0 || realTime.finals.length > 0 || problems.length < 2;
		if (values.json || hasText) {
			const text = values.json ? runJson(finished) : runText(finished, 'side-by-side', output.columns);
			await writeResult(output, text, values.output);
		}

		for (const problem of withoutRepeats(problems)) {
			output.problem(problem);
		}

		const allProblems = [...problems, ...(finished.problem ? [finished.problem] : [])];
		return signals.exitCode() ?? gravestExitCode(allProblems.map(exitCodeOf));
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
