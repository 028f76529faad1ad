import {realTimeStatus} from '../terminal/run-progress.js';
import {createTranscriptWriter} from '../terminal/transcript-writer.js';
import {liveAudio} from './choose-audio.js';
import {chooseFormat} from './choose-format.js';
import type {Command, CommandContext} from './command.js';
import {exitCodeOf, gravestExitCode} from './exit-code.js';
import {figuresTable} from './figures-table.js';
import type {FinishedRun} from './finished-run.js';
import {nothingHeard} from './live-audio-notes.js';
import {liveOptionNames} from './live-options.js';
import {transcriptionOptionNames} from './options.js';
import {runJson, transcriptOf} from './run-text.js';
import {writeResult} from './write-result.js';

/**
Real-time transcription of a microphone, a pipe, or a file at the pace of speech: finals as they come, the partial after
them drawn in place.
*/
export const live: Command = {
	name: 'live',
	inputs: '[file|-]',
	summary: 'real-time transcription of the microphone, of a pipe (-), or of a file at the pace of speech',
	examples: [
		'duet live',
		'duet live meeting.m4a --max-delay 1 --format srt --output meeting.srt',
		'arecord -f S16_LE -r 44100 -t raw | duet live - --rate 44100',
	],
	options: [...transcriptionOptionNames, ...liveOptionNames, 'reference', 'pace', 'format', 'output', 'json'],
	inputCount: [0, 1],
	async run(context) {
		const {inputs, values, output, signals} = context;
		const isPrintedAsItComes = values.format === 'txt' && values.output === undefined && !values.json;
		const writer = createTranscriptWriter(isPrintedAsItComes ? output.write : () => {});
		const {runOnTerminal} = await import('./terminal-run.js'); // Only what is run is loaded.
		const finished = await runOnTerminal(context, {
			mode: 'real-time',
			choice: liveAudio(inputs[0], values),
			referenceFile: values.reference,
			draw: ({run: {realTime}, engineTitle, seconds}) => ({
				text: writer.openLine(realTime),
				status: [`${realTimeStatus(realTime, seconds)} · ${engineTitle}`],
			}),
			onState({realTime}) {
				writer.writeComplete(realTime);
			},
		});
		if (!finished) {
			return signals.exitCode() ?? exitCodeOf(nothingHeard);
		}

		const {comparison} = finished;
		const {realTime} = comparison.run;
		writer.writeRest(realTime);
		if (!isPrintedAsItComes) {
			await writeResult(output, resultText(finished, context), values.output);
		}

		if (realTime.finals.length > 0 && output.isRead()) {
			output.note(`\n${figuresTable(comparison, ['real-time'], output.columns)}`.trimEnd());
		}

		if (realTime.problem) {
			output.problem(realTime.problem);
		}

		const problems = [realTime.problem, finished.problem].filter(problem => problem !== undefined);
		return signals.exitCode() ?? gravestExitCode(problems.map(exitCodeOf));
	},
};

const resultText = (finished: FinishedRun, {values, settings}: CommandContext): string =>
	values.json
		? runJson(finished)
		: chooseFormat({values, settings}).render(transcriptOf(finished, 'real-time'));
