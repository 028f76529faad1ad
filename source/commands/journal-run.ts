import path from 'node:path';
import type {PreparedRecording} from '../audio/prepare-recording.js';
import type {Clock} from '../core/clock.js';
import type {RunMode} from '../core/mode.js';
import type {Problem} from '../core/problem.js';
import type {RunState} from '../core/run-state.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import {beginJournal} from '../storage/journal/journal.js';
import type {RunAudio} from '../storage/journal/journal-header.js';
import type {Journal} from '../storage/journal/keep-journal.js';
import {runsFolder} from '../storage/journal/run-file.js';
import {dataFolder} from '../storage/paths.js';
import type {Engines} from './engines.js';
import {leavesJob} from './left-job.js';

/**
A run that is about to begin.
*/
export type RunToKeep = {
	readonly mode: RunMode;

	/**
	The audio's name, and its path as the user gave it; of live audio, where its recording is kept.
	*/
	readonly name: string;
	readonly file?: string | undefined;

	/**
	The audio as a whole, where it is there already.
	*/
	readonly recording?: WholeRecording | undefined;
	readonly isLive: boolean;
	readonly engines: Pick<Engines, 'kind' | 'title' | 'recogniser' | 'batchUrl' | 'realTimeUrl'>;
	readonly options: TranscriptionOptions;
	readonly pace: number;

	/**
	What was really said, where that is known.
	*/
	readonly reference?: string | undefined;
};

type WholeRecording = Pick<PreparedRecording, 'seconds' | 'byteCount' | 'sha256'>;

/**
Begins the journal of a run among Duet's data. What happens in the run is appended before it is shown; at the end `end` is
called.

@param onProblem - Told once where the run cannot be kept; it goes on.
*/
export const journalRun = (
	{mode, name, file, recording, isLive, engines, options, pace, reference}: RunToKeep,
	{clock, onProblem}: {readonly clock: Clock; readonly onProblem: (problem: Problem) => void},
): Journal => {
	const {kind, title, recogniser, batchUrl, realTimeUrl} = engines;
	return beginJournal(
		{
			mode,
			isLive,
			audio: {
				name,
				...(file !== undefined && {path: path.resolve(file)}),
				...(recording && wholeAudio(recording)),
			},
			engine: {
				kind,
				title,
				batchUrl,
				realtimeUrl: realTimeUrl,
				...(recogniser !== undefined && {recogniser}),
			},
			options,
			pace,
			...(reference !== undefined && {reference}),
		},
		{folder: runsFolder(dataFolder()), clock, onProblem},
	);
};

/**
What a journal says of audio that is complete; for `describeAudio` where it was live.
*/
export const wholeAudio = ({seconds, byteCount, sha256}: WholeRecording): Partial<RunAudio> => ({
	seconds,
	bytes: byteCount,
	sha256,
});

/**
Ends the journal of a run, unless a job goes on at the service without it, or may: the next start offers to fetch its transcript.
*/
export const endJournal = (journal: Journal, engines: Pick<Engines, 'kind'>, {batch}: RunState): void => {
	if (!leavesJob(engines, batch)) {
		journal.end();
	}
};
