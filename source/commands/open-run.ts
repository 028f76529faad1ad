import {countText} from '../core/figures.js';
import {findRun} from '../storage/history/find-run.js';
import {canGoOn, unfinishedRun} from '../storage/history/find-unfinished.js';
import {listRunIds} from '../storage/history/list-runs.js';
import {type JournalledRun, readJournal} from '../storage/journal/read-journal.js';
import {runFile, runsFolder} from '../storage/journal/run-file.js';
import {dataFolder} from '../storage/paths.js';
import type {Output} from '../terminal/output.js';

/**
Reads the run that the user means, and says what is wrong with it.

@param typed - Its id or a part of it; without one the last run.
@throws {ProblemError} Of kind `bad-input`, where there is no such run, or it cannot be read.
*/
export const openRun = async (typed = 'last', output: Output): Promise<JournalledRun> => {
	const folder = runsFolder(dataFolder());
	const id = findRun(await listRunIds(folder), typed);
	const journal = await readJournal(runFile(folder, id));
	const {damagedCount, unknownCount} = journal;
	if (damagedCount > 0) {
		output.note(`Left out of its journal: ${countText(damagedCount, 'line')} that made no sense.`);
	}

	if (unknownCount > 0) {
		output.note(`Left out of its journal: ${countText(unknownCount, 'line')} of a newer Duet.`);
	}

	const unfinished = await unfinishedRun(folder, journal, Date.now());
	if (unfinished) {
		const more = canGoOn(unfinished.left) ? ` duet resume ${id} goes on with it.` : '';
		output.note(`This run was broken off.${more}`);
	} else if (!journal.ended) {
		output.note('This run still goes on.');
	}

	return journal;
};
