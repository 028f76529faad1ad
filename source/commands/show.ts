import type {Command} from './command.js';
import {readReference} from './measure-accuracy.js';
import {openRun} from './open-run.js';
import {runJson, runText} from './run-text.js';
import {finishedRun} from './stored-run.js';
import {checkOutput, filesRead, writeResult} from './write-result.js';

/**
A run that was kept, as the command that made it showed it.
*/
export const show: Command = {
	name: 'show',
	inputs: '[id]',
	summary: 'a past run: its transcripts, where they differ, and the table (default: the last one)',
	examples: ['duet show', 'duet show ab12cd', 'duet show last --json'],
	options: ['reference', 'output', 'json'],
	inputCount: [0, 1],
	async run({inputs: [typed], values, output, prices}) {
		await checkOutput(values.output, filesRead(values));
		const journal = await openRun(typed, output);
		const {mode, options} = journal.header;
		const reference =
			values.reference === undefined ? undefined : await readReference(values.reference, options.language);
		const finished = finishedRun(journal, prices, reference);
		const text = values.json ? runJson(finished) : runText(finished, mode, output.columns);
		await writeResult(output, text, values.output);
		return 0;
	},
};
