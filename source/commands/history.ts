import {countText} from '../core/figures.js';
import {jsonText} from '../core/json-text.js';
import {listRuns} from '../storage/history/list-runs.js';
import {isBrokenOff} from '../storage/history/stored-run.js';
import {runsFolder} from '../storage/journal/run-file.js';
import {dataFolder} from '../storage/paths.js';
import type {Command} from './command.js';
import {historyJson, historyTable} from './history-table.js';

/**
The runs that were kept, newest first.
*/
export const history: Command = {
	name: 'history',
	inputs: '',
	summary: 'past runs, newest first',
	examples: ['duet history', 'duet history --json'],
	options: ['json'],
	inputCount: [0, 0],
	async run({values, output}) {
		const {runs, problems} = await listRuns(runsFolder(dataFolder()), Date.now());
		for (const {message} of problems) {
			output.note(message);
		}

		if (values.json) {
			output.write(jsonText(runs.map(historyJson)));
		} else if (runs.length === 0) {
			output.note('There are no runs yet. duet compare makes one, on the bundled sample.');
		} else {
			output.write(historyTable(runs, output.columns));
		}

		const brokenOff = runs.filter(isBrokenOff);
		if (brokenOff.length > 0) {
			output.note(`${countText(brokenOff.length, 'run')} came to no end: see duet resume.`);
		}

		return 0;
	},
};
