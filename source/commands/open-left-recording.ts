import path from 'node:path';
import {type PreparedRecording, prepareRecording} from '../audio/prepare-recording.js';
import {repairRecording} from '../audio/repair-recording.js';
import {openSourceFile} from '../audio/source-file-recording.js';
import type {RunMode} from '../core/mode.js';
import type {Recording} from '../core/recording.js';
import {recordingsFolder} from '../storage/paths.js';

/**
A recording that was not submitted, opened as the run that left it would have.
*/
export type LeftRecording = AsyncDisposable & {
	readonly recording: Recording;

	/**
	Missing where batch takes the file as it is.
	*/
	readonly prepared?: PreparedRecording;
};

/**
@param mode - Batch alone takes a file as it is; side by side both modes get the same bytes.
@throws {ProblemError} Of kind `bad-input`, where it is not there or is no audio.
@throws The signal's reason when it is aborted.
*/
export const openLeftRecording = async (
	file: string,
	mode: RunMode,
	signal: AbortSignal,
): Promise<LeftRecording> => {
	if (path.dirname(file) === recordingsFolder()) {
		await repairRecording(file).catch(() => undefined); // Reading it says what is wrong.
	}

	if (mode === 'batch') {
		return {recording: await openSourceFile(file), async [Symbol.asyncDispose]() {}};
	}

	const prepared = await prepareRecording(file, signal);
	return {recording: prepared.recording, prepared, [Symbol.asyncDispose]: prepared.dispose};
};
