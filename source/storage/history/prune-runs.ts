import {lstat, rm} from 'node:fs/promises';
import path from 'node:path';
import {runsFolder} from '../journal/run-file.js';
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

type Candidate = PrunedRun & {readonly file: string; readonly endedMs: number};

const dayMs = 86_400_000;

/**
Removes the oldest runs that came to an end, where the user has said for how long or how much is kept: their journals, and
the recordings that Duet kept for them. Runs that go on or were broken off stay, and so does audio of the user's own.

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
	const recordings = path.join(dataFolder, 'recordings');
	const measured = await Promise.all(runs.map(run => measure(run, recordings, runs)));
	const pruned: PrunedRun[] = [];
	let keptBytes = measured.reduce((sum, {bytes}) => sum + bytes, 0);
	for (const run of measured.toReversed()) {
		const isOld = maxAgeDays !== undefined && nowMs - run.endedMs > maxAgeDays * dayMs;
		const isTooMuch = maxBytes !== undefined && keptBytes > maxBytes;
		if ((isOld || isTooMuch) && (await remove(run))) {
			const {id, recording, bytes} = run;
			keptBytes -= bytes;
			pruned.push({id, bytes, ...(recording !== undefined && {recording})});
		}
	}

	return pruned;
};

const measure = async (
	{id, file, audio, endedAt}: StoredRun,
	recordings: string,
	runs: readonly StoredRun[],
): Promise<Candidate> => {
	const isShared = runs.some(other => other.id !== id && other.audio.path === audio.path);
	const isOwn = audio.path !== undefined && isRecordingIn(recordings, audio.path) && !isShared;
	const recordingBytes = isOwn ? await fileBytes(audio.path) : undefined;
	return {
		id,
		file,
		// A run without an end is never old enough.
		endedMs: endedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(endedAt),
		bytes: ((await fileBytes(file)) ?? 0) + (recordingBytes ?? 0),
		...(recordingBytes !== undefined && audio.path !== undefined && {recording: audio.path}),
	};
};

/**
The path comes from a journal, which may say anything: only files directly in the folder, named as Duet names its
recordings, are Duet's to remove.
*/
const isRecordingIn = (folder: string, file: string): boolean =>
	path.dirname(file) === folder && /^\d{4}-\d{2}-\d{2}-\d{6}-[\da-f]{6}\.wav$/v.test(path.basename(file));

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
The journal first: a recording without one is found by its name, a run without its recording is not whole.
*/
const remove = async ({file, recording, endedMs}: Candidate): Promise<boolean> => {
	if (endedMs === Number.POSITIVE_INFINITY) {
		return false;
	}

	try {
		await rm(file);
		await (recording === undefined ? undefined : rm(recording));
		return true;
	} catch {
		return false; // It is not ours to remove, and stays.
	}
};
