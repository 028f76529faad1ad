import type {Clock} from '../core/clock.js';
import {continueJournal} from '../storage/journal/journal.js';
import {readJournal} from '../storage/journal/read-journal.js';
import {runFile} from '../storage/journal/run-file.js';

/**
Says in the journal of a run that was broken off that nothing more comes, so that it is not found again.

@param folder - That of journals.
@throws {ProblemError} Where it cannot be read.
*/
export const closeRun = async (id: string, folder: string, clock: Clock): Promise<void> => {
	const journal = await readJournal(runFile(folder, id));
	using kept = continueJournal(journal, {folder, clock, onProblem() {}});
	kept.end();
};
