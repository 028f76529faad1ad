import {access} from 'node:fs/promises';
import type {RunState} from '../../core/run-state.js';
import type {JournalHeader, RunAudio} from '../journal/journal-header.js';
import {livingOwner} from '../journal/journal-owner.js';
import {type JournalledRun, readJournal} from '../journal/read-journal.js';
import {runFile} from '../journal/run-file.js';
import {listRuns} from './list-runs.js';
import {isBrokenOff} from './stored-run.js';

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
	| {readonly type: 'job'; readonly jobId: string}

	/**
	A recording that was to be submitted, or whose job is gone. With a reference it may have been: the service can be asked.
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
Every run that was broken off, newest first. Files that are not journals are left out; `listRuns` says so.

@param folder - That of journals.
@param nowMs - Since 1970.
*/
export const findUnfinished = async (folder: string, nowMs: number): Promise<readonly UnfinishedRun[]> => {
	const {runs} = await listRuns(folder, nowMs);
	const unfinished: UnfinishedRun[] = [];
	for (const {id, file} of runs.filter(isBrokenOff)) {
		unfinished.push(await describe(id, await readJournal(file)));
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
What there is to go on with, also of a run that came to an end without its transcript. A local server's jobs end with it.
*/
export const whatIsLeft = async ({
	header: {mode, engine},
	audio,
	run,
}: JournalledRun): Promise<WhatIsLeft> => {
	const {batch} = run;
	const isJobGone = engine.kind === 'local' || hasLostJob(batch);
	const {jobId, jobReference: reference} = isJobGone ? {} : batch;
	const isOver = batch.transcriptMs !== undefined || batch.jobStatus === 'rejected';
	if (mode !== 'real-time' && !isOver) {
		if (jobId !== undefined) {
			return {type: 'job', jobId};
		}

		const path = audio.path !== undefined && (await isThere(audio.path)) ? audio.path : undefined;
		if (path !== undefined) {
			return {type: 'recording', path, ...(reference !== undefined && {reference})};
		}

		if (reference !== undefined) {
			return {type: 'reference', reference};
		}
	}

	return {type: batch.words.length > 0 || hasHeard(run) ? 'text' : 'nothing'};
};

/**
Whether a service could add something to what there is.
*/
export const canGoOn = ({type}: WhatIsLeft): boolean => type !== 'text' && type !== 'nothing';

/**
Whether the service has said that it does not keep the job any more: another one can be made.
*/
export const hasLostJob = ({jobStatus}: RunState['batch']): boolean =>
	jobStatus === 'deleted' || jobStatus === 'expired';

const hasHeard = ({realTime}: RunState): boolean => realTime.finals.length > 0 || realTime.partial.length > 0;

const isThere = async (file: string): Promise<boolean> => {
	try {
		await access(file);
		return true;
	} catch {
		return false;
	}
};
