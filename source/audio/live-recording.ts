import type {FileHandle} from 'node:fs/promises';
import path from 'node:path';
import {bytesPerSecond} from '../core/audio-source.js';
import {readFrom} from './file-bytes.js';
import type {PreparedRecording} from './prepare-recording.js';
import {wavHeaderBytes} from './wav.js';

/**
Audio that was recorded while it was heard. It can stand wherever a prepared recording does.
*/
export type LiveRecording = PreparedRecording & {
	/**
	Missing where it is not kept.
	*/
	readonly path?: string;
};

type Written = Pick<LiveRecording, 'path' | 'sha256' | 'warnings' | 'dispose'> & {
	readonly pcmBytes: number;
};

/**
What was written to a file that is still open, so that it can be read even where it has no name.
*/
export const liveRecording = (
	file: FileHandle,
	{pcmBytes, path: keptPath, dispose, ...rest}: Written,
): LiveRecording => {
	const name = keptPath === undefined ? 'recording.wav' : path.basename(keptPath);
	const byteCount = wavHeaderBytes + pcmBytes;
	return {
		...rest,
		...(keptPath !== undefined && {path: keptPath}),
		name,
		seconds: pcmBytes / bytesPerSecond,
		fileBytes: byteCount,
		fileFormat: 'WAV',
		byteCount,
		recording: {type: 'bytes', name, byteCount, open: () => readFrom(file, 0)},
		openPcm: () => readFrom(file, wavHeaderBytes),
		dispose,
		[Symbol.asyncDispose]: dispose,
	};
};
