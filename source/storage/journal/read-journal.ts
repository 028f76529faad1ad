import path from 'node:path';
import {ProblemError} from '../../core/problem.js';
import {initialRunState, type RunState, reduceRun} from '../../core/run-state.js';
import {sanitise} from '../../core/sanitise.js';
import type {Ended, JournalEntry} from './entry.js';
import {fileLines} from './file-lines.js';
import {type JournalHeader, journalVersion, type RunAudio} from './journal-header.js';
import {parseHeader, parseLine} from './parse-line.js';
import type {ProcessIdentity} from './process-identity.js';
import {runFile} from './run-file.js';

/**
A run as its journal tells it.
*/
export type Journal = {
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
	readonly owners: readonly ProcessIdentity[];

	/**
	The name under which a job was about to be submitted.
	*/
	readonly reference?: string;

	/**
	Missing where the run did not come to an end.
	*/
	readonly ended?: Ended;

	/**
	Lines that make no sense, and lines of a later Duet. A last line that is torn is neither: it never was one.
	*/
	readonly damagedCount: number;
	readonly unknownCount: number;
	readonly isTorn: boolean;
};

/**
Reads a journal and folds its events as it goes, so that hours of them need no memory.

@throws {ProblemError} Of kind `bad-input`, where it cannot be read or its first line is not a header.
*/
export const readJournal = async (file: string): Promise<Journal> => {
	const entries = journalEntries(file);
	const first = await entries.next();
	if (first.done || first.value.type !== 'header') {
		throw notJournal(file, 'its first line does not say what it is');
	}

	const {header} = first.value;
	if (runFile(path.dirname(file), header.id) !== file) {
		throw notJournal(file, `it is that of ${header.id}`);
	}

	let run: RunState = initialRunState;
	let {audio} = header;
	const owners = [header.process];
	let reference: string | undefined;
	let ended: Ended | undefined;
	let isTorn = false;
	const skipped = {damaged: 0, unknown: 0};
	for await (const entry of entries) {
		switch (entry.type) {
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
				break;
			}

			case 'reference': {
				({reference} = entry);
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

			case 'header': {
				break; // There is one, and it comes first.
			}
		}
	}

	return {
		header,
		audio,
		run,
		owners,
		...(reference !== undefined && {reference}),
		...(ended && {ended}),
		damagedCount: skipped.damaged,
		unknownCount: skipped.unknown,
		isTorn,
	};
};

/**
What the lines of a journal say, one by one: first the header, if it has one.

@throws {ProblemError} Of kind `bad-input`, where it cannot be read or was written by a later Duet.
*/
export const journalEntries = async function* (
	file: string,
): AsyncGenerator<
	JournalEntry | {readonly type: 'header'; readonly header: JournalHeader} | {readonly type: 'torn'},
	void
> {
	let hasBegun = false;
	try {
		for await (const {text, isWhole} of fileLines(file)) {
			const header = hasBegun || !isWhole ? undefined : parseHeader(text);
			hasBegun = true;
			if (header) {
				checkVersion(file, header);
				yield {type: 'header', header};
			} else if (isWhole) {
				yield* text === '' ? [] : parseLine(text);
			} else {
				yield {type: 'torn'};
			}
		}
	} catch (error) {
		throw error instanceof ProblemError
			? error
			: notJournal(file, `it cannot be read (${(error as NodeJS.ErrnoException).code})`);
	}
};

const checkVersion = (file: string, {version}: JournalHeader): void => {
	if (version > journalVersion) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `The run in ${sanitise(file)} was kept by a newer Duet.`,
			nextStep: 'Read it with that one.',
		});
	}
};

const notJournal = (file: string, reason: string): ProblemError =>
	new ProblemError({
		kind: 'bad-input',
		message: `${sanitise(file)} is not the journal of a run: ${reason}.`,
		nextStep: 'Move it away if it should not be there; other runs are in duet history.',
	});
