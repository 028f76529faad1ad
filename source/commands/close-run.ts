import type {Clock} from '../core/clock.js';
import {canGoOn, type UnfinishedRun} from '../storage/history/find-unfinished.js';
import {continuedClock} from '../storage/journal/continued-clock.js';
import {continueJournal} from '../storage/journal/journal.js';
import {readJournal} from '../storage/journal/read-journal.js';
import {runFile} from '../storage/journal/run-file.js';
import {breakOff} from './broken-off.js';

/**
Of runs that were broken off, those that can be gone on with. Nothing more comes of the others: their journals say so here, and
they are not found again.

@param folder - That of journals.
@throws {ProblemError} Where one of them cannot be read.
*/
export const closeWhatIsOver = async (
	unfinished: readonly UnfinishedRun[],
	folder: string,
	clock: Clock,
): Promise<{readonly resumable: readonly UnfinishedRun[]; readonly over: readonly UnfinishedRun[]}> => {
	const over = unfinished.filter(({left}) => !canGoOn(left));
	for (const {id} of over) {
		await closeRun(id, folder, clock);
	}

	return {resumable: unfinished.filter(({left}) => canGoOn(left)), over};
};

const closeRun = async (id: string, folder: string, clock: Clock): Promise<void> => {
	const journal = await readJournal(runFile(folder, id));
	const continued = continuedClock(journal.header, clock);
	using kept = continueJournal(journal, {folder, clock: continued, onProblem() {}});
	for (const event of breakOff(journal.run, continued.nowMs())) {
		kept.append(event);
	}

	kept.end();
};
