import type {RunEvent} from '../../core/run-state.js';
import type {RunSummary} from '../history/run-summary.js';
import type {JournalHeader, RunAudio} from './journal-header.js';
import type {ProcessIdentity} from './process-identity.js';

/**
What a line of a journal says.
*/
export type JournalEntry =
	| {readonly type: 'header'; readonly header: JournalHeader}
	| {readonly type: 'event'; readonly event: RunEvent}
	| {readonly type: 'audio'; readonly audio: Partial<RunAudio>}

	/**
	Another process has taken the run over.
	*/
	| {readonly type: 'owner'; readonly owner: ProcessIdentity}

	/**
	A process keeps the run no longer, and has not ended it.
	*/
	| {readonly type: 'released'; readonly owner: ProcessIdentity}
	| {readonly type: 'ended'; readonly ended: Ended}

	/**
	Not a line that Duet writes, or one that a later Duet has a meaning for.
	*/
	| {readonly type: 'skipped'; readonly why: 'damaged' | 'unknown'}

	/**
	The last line, where its end is missing: it was being written when its process or its disk came to an end.
	*/
	| {readonly type: 'torn'};

/**
How a run ended, so that a list of runs need not read all of it.
*/
export type Ended = {
	/**
	As ISO 8601.
	*/
	readonly at: string;
	readonly audio: RunAudio;
	readonly summary: RunSummary;
};
