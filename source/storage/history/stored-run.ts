import {open} from 'node:fs/promises';
import type {Ended} from '../journal/entry.js';
import {fileLines} from '../journal/file-lines.js';
import {type JournalHeader, journalVersion, type RunAudio} from '../journal/journal-header.js';
import {livingOwner} from '../journal/journal-owner.js';
import {createLineParser, parseHeader} from '../journal/parse-line.js';
import {readJournal} from '../journal/read-journal.js';
import {type RunSummary, summariseRun} from './run-summary.js';

/**
A run as a list shows it.
*/
export type StoredRun = {
	readonly id: string;
	readonly file: string;
	readonly header: JournalHeader;
	readonly audio: RunAudio;
	readonly summary: RunSummary;

	/**
	As ISO 8601; missing where the run did not come to an end.
	*/
	readonly endedAt?: string;

	/**
	Whether it goes on at this moment, here or in another Duet.
	*/
	readonly isRunning: boolean;
};

/**
Whether a run came to no end, and does not go on.
*/
export const isBrokenOff = ({endedAt, isRunning}: StoredRun): boolean => endedAt === undefined && !isRunning;

const pieceBytes = 65_536;

/**
What a list needs of one run. Of a run that came to an end only the first and the last lines are read, however long it
was; of any other all of it.

@throws {ProblemError} Of kind `bad-input`, where the file is not a journal.
*/
export const readStoredRun = async (file: string, id: string, nowMs: number): Promise<StoredRun> => {
	const quick = await readEnds(file);
	if (quick?.header.id === id) {
		const {header, ended} = quick;
		return {
			id,
			file,
			header,
			audio: ended.audio,
			summary: ended.summary,
			endedAt: ended.at,
			isRunning: false,
		};
	}

	const {header, audio, run, owners, ended} = await readJournal(file);
	return {
		id,
		file,
		header,
		audio,
		summary: summariseRun(run),
		...(ended && {endedAt: ended.at}),
		isRunning: !ended && (await livingOwner(file, owners, nowMs)) !== undefined,
	};
};

/**
The first line and the last one, where they are a header and an end.
*/
const readEnds = async (
	file: string,
): Promise<{readonly header: JournalHeader; readonly ended: Ended} | undefined> => {
	try {
		await using handle = await open(file);
		const {size} = await handle.stat();
		const start = Math.max(0, size - pieceBytes);
		const [firstLine, {buffer, bytesRead}] = await Promise.all([
			readFirstLine(file),
			handle.read(Buffer.alloc(pieceBytes), 0, pieceBytes, start),
		]);
		const header = parseHeader(firstLine);
		const tail = buffer.toString('utf8', 0, bytesRead);
		const lastLine = tail.trimEnd().split('\n').at(-1) ?? '';
		const ended = createLineParser()(lastLine).find(entry => entry.type === 'ended')?.ended;
		return header?.version === journalVersion && ended && tail.endsWith('\n') ? {header, ended} : undefined;
	} catch {
		return undefined; // Reading it as a whole says why.
	}
};

/**
It holds the reference and the words to know, so that it may be longer than a piece.
*/
const readFirstLine = async (file: string): Promise<string> => {
	for await (const {text} of fileLines(file, pieceBytes)) {
		return text;
	}

	return '';
};
