import {access} from 'node:fs/promises';
import type {RunState} from '../../core/run-state.js';
import type {JournalHeader, RunAudio} from '../journal/journal-header.js';
import {livingOwner} from '../journal/journal-owner.js';
import {type JournalledRun, readJournal} from '../journal/read-journal.js';
import {runFile} from '../journal/run-file.js';
import {listRunIds} from './list-runs.js';
import {readStoredRun} from './stored-run.js';

/**
A run that was broken off: its process is gone, and its end was not written.
*/
export type UnfinishedRun = {
	readonly id: string;
	readonly header: JournalHeader;
	readonly audio: RunAudio;
	readonly left: WhatIsLeft;
};

/**
What there is to go on with.
*/
export type WhatIsLeft =
	/**
	A job that was created, and whose transcript did not come.
	*/
	| {readonly type: 'job'; readonly jobId: string; readonly path?: string}

	/**
	A recording that was to be submitted. With a reference it may have been: the service can be asked.
	*/
	| {readonly type: 'recording'; readonly path: string; readonly reference?: string}

	/**
	A job that may have been created, and no recording to create another.
	*/
	| {readonly type: 'reference'; readonly reference: string}

	/**
	Nothing that a service could add: the text that there is.
	*/
	| {readonly type: 'text'}
	| {readonly type: 'nothing'};

/**
Every run that was broken off, newest first. Files that are not journals are left out.

@param folder - That of journals.
@param nowMs - Since 1970.
*/
export const findUnfinished = async (folder: string, nowMs: number): Promise<readonly UnfinishedRun[]> => {
	const unfinished: UnfinishedRun[] = [];
	for (const id of await listRunIds(folder)) {
		const file = runFile(folder, id);
		try {
			const {endedAt, isRunning} = await readStoredRun(file, id, nowMs);
			if (endedAt === undefined && !isRunning) {
				unfinished.push(await describe(id, await readJournal(file)));
			}
		} catch {
			// It is not a journal; `listRuns` says so.
		}
	}

	return unfinished;
};

/**
What is left of one run.

@returns Nothing where it came to an end, or goes on.
*/
export const unfinishedRun = async (
	folder: string,
	journal: JournalledRun,
	nowMs: number,
): Promise<UnfinishedRun | undefined> => {
	const {
		header: {id},
		owners,
		ended,
	} = journal;
	return ended || (await livingOwner(runFile(folder, id), owners, nowMs)) ? undefined : describe(id, journal);
};

const describe = async (id: string, journal: JournalledRun): Promise<UnfinishedRun> => {
	const {header, audio} = journal;
	return {id, header, audio, left: await whatIsLeft(journal)};
};

/**
What there is to go on with, also of a run that came to an end without its transcript.
*/
export const whatIsLeft = async ({
	header: {mode},
	audio,
	run,
	reference,
}: JournalledRun): Promise<WhatIsLeft> => {
	const {batch} = run;
	const isOver = batch.transcriptMs !== undefined || isFinal(batch.jobStatus);
	if (mode !== 'real-time' && !isOver) {
		const path = audio.path !== undefined && (await isThere(audio.path)) ? audio.path : undefined;
		if (batch.jobId !== undefined) {
			return {type: 'job', jobId: batch.jobId, ...(path !== undefined && {path})};
		}

		if (path !== undefined) {
			return {type: 'recording', path, ...(reference !== undefined && {reference})};
		}

		if (reference !== undefined) {
			return {type: 'reference', reference};
		}
	}

	return {type: batch.words.length > 0 || hasHeard(run) ? 'text' : 'nothing'};
};

const isFinal = (status: RunState['batch']['jobStatus']): boolean =>
	status === 'rejected' || status === 'deleted' || status === 'expired';

const hasHeard = ({realTime}: RunState): boolean => realTime.finals.length > 0 || realTime.partial.length > 0;

const isThere = async (file: string): Promise<boolean> => {
	try {
		await access(file);
		return true;
	} catch {
		return false;
	}
};
