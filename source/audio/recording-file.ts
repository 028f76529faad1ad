import {randomBytes} from 'node:crypto';
import {type FileHandle, mkdir, open, rm} from 'node:fs/promises';
import path from 'node:path';
import {datedName, isDatedName} from '../core/dated-name.js';
import type {Problem} from '../core/problem.js';
import {writeAt} from './file-bytes.js';
import {openNamelessFile} from './nameless-file.js';
import {notKeptProblem} from './recording-problem.js';
import {wavHeader} from './wav.js';

/**
Where a new recording is kept: named by date and time, and by chance, so that two Duets that start in the same second
do not meet.

@param folder - That of all recordings.
*/
export const recordingPath = (folder: string, date: Date): string =>
	path.join(folder, `${datedName(date, randomBytes(3).toString('hex'))}.wav`);

/**
Whether a file is named as {@link recordingPath} names them.
*/
export const isRecordingName = (name: string): boolean => isDatedName(name, '.wav');

/**
Opens a new recording, with the header of one without audio: where it is to be kept, or, where that cannot be had or is
not wanted, without a name.

@param onProblem - Told that it cannot be kept.
@throws What the operating system says where there can be none at all.
*/
export const openRecording = async (
	keptPath: string | undefined,
	onProblem: (problem: Problem) => void,
): Promise<{readonly file: FileHandle; readonly keptAs: string | undefined}> => {
	if (keptPath !== undefined) {
		try {
			return {file: await openKeptFile(keptPath), keptAs: keptPath};
		} catch (error) {
			const file = await withHeader(await openNamelessFile());
			onProblem(notKeptProblem(error, path.dirname(keptPath)));
			return {file, keptAs: undefined};
		}
	}

	return {file: await withHeader(await openNamelessFile()), keptAs: undefined};
};

/**
Makes a file, and its folder where that is missing. Only this user can look into them.

@throws What the operating system says; also where there is a file of that name.
*/
const openKeptFile = async (file: string): Promise<FileHandle> => {
	await mkdir(path.dirname(file), {recursive: true, mode: 0o700});
	const opened = await open(file, 'wx+', 0o600);
	try {
		return await withHeader(opened);
	} catch (error) {
		await rm(file, {force: true});
		throw error;
	}
};

/**
A full disk lets a file be opened, and nothing be written to it.
*/
const withHeader = async (file: FileHandle): Promise<FileHandle> => {
	try {
		await writeAt(file, wavHeader(0), 0);
		return file;
	} catch (error) {
		await file.close();
		throw error;
	}
};
