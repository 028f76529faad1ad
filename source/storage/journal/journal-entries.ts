import path from 'node:path';
import {ProblemError} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';
import type {JournalEntry} from './entry.js';
import {fileLines} from './file-lines.js';
import {type JournalHeader, journalVersion} from './journal-header.js';
import {createLineParser, parseHeader} from './parse-line.js';
import {runFile} from './run-file.js';

/**
What the lines of a journal say, one by one, the header first.

@throws {ProblemError} Of kind `bad-input`, where it cannot be read, its first line is not a header, or it was written by a
later Duet.
*/
export const journalEntries = async function* (file: string): AsyncGenerator<JournalEntry, void> {
	const parseLine = createLineParser();
	let hasHeader = false;
	try {
		for await (const {text, isWhole} of fileLines(file)) {
			if (!hasHeader) {
				yield {type: 'header', header: checkedHeader(file, isWhole ? parseHeader(text) : undefined)};
				hasHeader = true;
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

	if (!hasHeader) {
		throw notJournal(file, 'it is empty');
	}
};

const checkedHeader = (file: string, header: JournalHeader | undefined): JournalHeader => {
	if (!header) {
		throw notJournal(file, 'its first line does not say what it is');
	}

	if (header.version > journalVersion) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `The run in ${sanitise(file)} was kept by a newer Duet.`,
			nextStep: 'Read it with that one.',
		});
	}

	if (runFile(path.dirname(file), header.id) !== file) {
		throw notJournal(file, `it is that of ${header.id}`);
	}

	return header;
};

const notJournal = (file: string, reason: string): ProblemError =>
	new ProblemError({
		kind: 'bad-input',
		message: `${sanitise(file)} is not the journal of a run: ${reason}.`,
		nextStep: 'Move it away if it should not be there; other runs are in duet history.',
	});
