import {initialRunState} from '../../core/run-state.js';
import {line} from './event-line.js';
import {type JournalHeader, journalVersion} from './journal-header.js';
import {type Journal, type JournalSettings, keepJournal} from './keep-journal.js';
import {thisProcess} from './process-identity.js';
import type {JournalledRun} from './read-journal.js';
import {newRunId} from './run-file.js';

/**
What a run is about, besides what its journal knows by itself.
*/
export type RunDescription = Omit<JournalHeader, 'version' | 'id' | 'startedAt' | 'startedMs' | 'process'>;

/**
Begins the journal of a new run. Never throws: where it cannot be written the run goes on without.
*/
export const beginJournal = (about: RunDescription, settings: JournalSettings): Journal => {
	const date = new Date();
	const id = newRunId(date);
	const header: JournalHeader = {
		version: journalVersion,
		id,
		startedAt: date.toISOString(),
		startedMs: settings.clock.nowMs(),
		process: thisProcess(),
		...about,
	};
	return keepJournal(
		{id, run: initialRunState, audio: about.audio, isNew: true, first: line(header)},
		settings,
	);
};

/**
Goes on with the journal of a run whose process is gone. Its clock should go on, too: see `continuedClock`.
*/
export const continueJournal = (
	{header: {id}, run, audio, isTorn}: JournalledRun,
	settings: JournalSettings,
): Journal => {
	const first = `${isTorn ? '\n' : ''}${line({process: thisProcess()})}`;
	return keepJournal({id, run, audio, isNew: false, first}, settings);
};
