import type {Mode} from '../core/mode.js';
import {ProblemError} from '../core/problem.js';
import type {RunState} from '../core/run-state.js';
import {chooseFormat} from './choose-format.js';
import type {Command} from './command.js';
import {openRun} from './open-run.js';
import {transcriptOf} from './run-text.js';
import {finishedRun} from './stored-run.js';
import {checkOutput, writeResult} from './write-result.js';

/**
A transcript of a run that was kept, in any format.
*/
export const exportTranscript: Command = {
	name: 'export',
	inputs: '[id]',
	summary: 'a transcript of a past run, in any format (default: the last one)',
	examples: ['duet export --format srt', 'duet export ab12cd --mode real-time --output meeting.vtt'],
	options: ['mode', 'format', 'output'],
	inputCount: [0, 1],
	async run({inputs: [typed], values, settings, output, prices}) {
		await checkOutput(values.output, []);
		const finished = finishedRun(await openRun(typed, output), prices);
		const mode = values.mode ?? modeWithText(finished.comparison.run) ?? 'batch';
		const transcript = transcriptOf(finished, mode);
		if (transcript.words.length === 0) {
			const other = modeWithText(finished.comparison.run);
			throw new ProblemError({
				kind: 'bad-input',
				message: `This run has no words of ${mode}.`,
				nextStep: other === undefined ? 'duet history lists all runs.' : `It has some of ${other}.`,
			});
		}

		await writeResult(output, chooseFormat({values, settings}).render(transcript), values.output);
		return 0;
	},
};

const modeWithText = ({batch, realTime}: RunState): Mode | undefined => {
	if (batch.words.length > 0) {
		return 'batch';
	}

	return realTime.finals.length > 0 ? 'real-time' : undefined;
};
