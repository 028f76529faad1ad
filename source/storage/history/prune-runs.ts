import {lstat, rm} from 'node:fs/promises';
import path from 'node:path';
import {isDatedName} from '../../core/dated-name.js';
import {runsFolder} from '../journal/run-file.js';
import {recordingsIn} from '../paths.js';
import {listRuns} from './list-runs.js';
import type {StoredRun} from './stored-run.js';

/**
What to keep of old runs. Without either limit everything is kept.
*/
export type KeepLimits = {
	readonly maxAgeDays?: number | undefined;
	readonly maxBytes?: number | undefined;

	/**
	Since 1970.
	*/
	readonly nowMs: number;
};

/**
A run that was removed, with its recording if it had one of its own.
*/
export type PrunedRun = {
	readonly id: string;
	readonly recording?: string;
	readonly bytes: number;
};

type Recording = {readonly path: string; readonly bytes: number};

type Candidate = {
	readonly id: string;
	readonly file: string;

	/**
	Of the journal alone.
	*/
	readonly bytes: number;

	/**
	The one that Duet kept for it; other runs may be on the same.
	*/
	readonly recording?: Recording;

	/**
	Since 1970; missing where it has not ended.
	*/
	readonly endedMs?: number;
};

const dayMs = 86_400_000;

/**
Removes the oldest runs that came to an end, where the user has said for how long or how much is kept: their journals, then
the recordings that Duet kept for them, as a run without its recording is not whole. Runs that go on or were broken off stay, and so does audio of the user's own.

@param dataFolder - Duet's folder for data.
@returns What was removed, for the caller to say it.
*/
export const pruneRuns = async (
	dataFolder: string,
	{maxAgeDays, maxBytes, nowMs}: KeepLimits,
): Promise<readonly PrunedRun[]> => {
	if (maxAgeDays === undefined && maxBytes === undefined) {
		return [];
	}

	const {runs} = await listRuns(runsFolder(dataFolder), nowMs);
	const recordings = recordingsIn(dataFolder);
	const kept = new Set(await Promise.all(runs.map(run => measure(run, recordings))));
	let keptBytes = bytesOf([...kept]);
	const pruned: PrunedRun[] = [];
	for (const run of [...kept].reverse()) {
		const isOld = maxAgeDays !== undefined && isOlder(run, nowMs - maxAgeDays * dayMs);
		const isTooMuch = maxBytes !== undefined && keptBytes > maxBytes;
		if (!(isOld || isTooMuch) || run.endedMs === undefined || !(await remove(run.file))) {
			continue;
		}

		kept.delete(run);
		const recording = await removeUnshared(run, kept);
		const bytes = run.bytes + (recording?.bytes ?? 0);
		keptBytes -= bytes;
		pruned.push({id: run.id, bytes, ...(recording && {recording: recording.path})});
	}

	return pruned;
};

const measure = async ({id, file, audio, endedAt}: StoredRun, recordings: string): Promise<Candidate> => {
	const isOurs = audio.path !== undefined && isRecordingIn(recordings, audio.path);
	const recordingBytes = isOurs ? await fileBytes(audio.path) : undefined;
	return {
		id,
		file,
		bytes: (await fileBytes(file)) ?? 0,
		...(endedAt !== undefined && {endedMs: Date.parse(endedAt)}),
		...(audio.path !== undefined &&
			recordingBytes !== undefined && {recording: {path: audio.path, bytes: recordingBytes}}),
	};
};

/**
A recording that several runs are on counts once.
*/
const bytesOf = (runs: readonly Candidate[]): number => {
	const recordings = new Map(runs.map(({recording}) => [recording?.path, recording?.bytes ?? 0]));
	return [...runs.map(({bytes}) => bytes), ...recordings.values()].reduce((sum, bytes) => sum + bytes, 0);
};

const isOlder = ({endedMs}: Candidate, thanMs: number): boolean => endedMs !== undefined && endedMs < thanMs;

/**
Removes the recording of a run whose journal is gone, unless a run that is kept is on it, too.

@returns What is gone.
*/
const removeUnshared = async (
	{recording}: Candidate,
	kept: ReadonlySet<Candidate>,
): Promise<Recording | undefined> => {
	const isShared = [...kept].some(other => other.recording?.path === recording?.path);
	return recording && !isShared && (await remove(recording.path)) ? recording : undefined;
};

/**
The path comes from a journal, which may say anything: only files directly in the folder, named as Duet names its
recordings, are Duet's to remove.
*/
const isRecordingIn = (folder: string, file: string): boolean =>
	path.dirname(file) === folder && isDatedName(path.basename(file), '.wav');

/**
@returns Nothing where there is no file, or something else than one.
*/
const fileBytes = async (file: string): Promise<number | undefined> => {
	try {
		const found = await lstat(file);
		return found.isFile() ? found.size : undefined;
	} catch {
		return undefined;
	}
};

/**
@returns Whether it is gone: what is not ours to remove stays.
*/
const remove = async (file: string): Promise<boolean> => {
	try {
		await rm(file);
		return true;
	} catch {
		return false;
	}
};
