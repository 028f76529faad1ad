import {initialRunState, type RunState, reduceRun} from '../../core/run-state.js';
import type {Ended} from './entry.js';
import {journalEntries} from './journal-entries.js';
import type {JournalHeader, RunAudio} from './journal-header.js';
import type {JournalOwner} from './journal-owner.js';
import {isSameProcess} from './process-identity.js';

/**
A run as its journal tells it.
*/
export type JournalledRun = {
	readonly header: JournalHeader;

	/**
	What is known of the audio in the end.
	*/
	readonly audio: RunAudio;

	/**
	The state that all of its events lead to.
	*/
	readonly run: RunState;

	/**
	The processes that have kept it, the first of them first.
	*/
	readonly owners: readonly JournalOwner[];

	/**
	Missing where the run did not come to an end.
	*/
	readonly ended?: Ended;

	/**
	Lines that make no sense, and lines of a later Duet. A last line that is torn is neither, as it never was one, also
	where another process has gone on behind it.
	*/
	readonly damagedCount: number;
	readonly unknownCount: number;
	readonly isTorn: boolean;
};

/**
Reads a journal and folds its events as it goes, so that hours of them need no memory.

@throws {ProblemError} Of kind `bad-input`, as {@link journalEntries}.
*/
export const readJournal = async (file: string): Promise<JournalledRun> => {
	let header: JournalHeader | undefined;
	let run: RunState = initialRunState;
	let audio: RunAudio = {name: ''};
	let owners: JournalOwner[] = [];
	let ended: Ended | undefined;
	let isTorn = false;
	const skipped = {damaged: 0, unknown: 0};
	let wasDamaged = false;
	for await (const entry of journalEntries(file)) {
		switch (entry.type) {
			case 'header': {
				({header} = entry);
				({audio} = header);
				owners = [header.process];
				break;
			}

			case 'event': {
				run = reduceRun(run, entry.event);
				ended = undefined; // Somebody has gone on with it.
				break;
			}

			case 'audio': {
				audio = {...audio, ...entry.audio};
				break;
			}

			case 'owner': {
				owners.push(entry.owner);
				skipped.damaged -= wasDamaged ? 1 : 0; // It was torn; who goes on ends it.
				break;
			}

			case 'released': {
				owners = owners.map(owner =>
					isSameProcess(owner, entry.owner) ? {...owner, hasReleased: true} : owner,
				);
				break;
			}

			case 'ended': {
				({ended} = entry);
				break;
			}

			case 'skipped': {
				skipped[entry.why]++;
				break;
			}

			case 'torn': {
				isTorn = true;
				break;
			}
		}

		wasDamaged = entry.type === 'skipped' && entry.why === 'damaged';
	}

	return {
		header: header as JournalHeader, // There is one: it is the first entry.
		audio,
		run,
		owners,
		...(ended && {ended}),
		damagedCount: skipped.damaged,
		unknownCount: skipped.unknown,
		isTorn,
	};
};
