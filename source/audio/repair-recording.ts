import {constants} from 'node:fs';
import {type FileHandle, open, readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {bytesPerSample, bytesPerSecond} from '../core/audio-source.js';
import {writeAt} from './file-bytes.js';
import {isRecordingName} from './recording-file.js';
import {wavHeader, wavHeaderBytes} from './wav.js';

/**
A recording that was broken off, and is whole now.
*/
export type RepairedRecording = {
	readonly path: string;
	readonly seconds: number;
};

/**
Mends the recordings in a folder that a killed Duet has left. Files with other names than Duet gives are left alone, and
so are those that cannot be opened. One that another Duet is writing at this moment comes to no harm.

@returns Those that needed it and grow no more; none where there is no such folder.
*/
export const repairRecordings = async (folder: string): Promise<readonly RepairedRecording[]> => {
	const repaired: RepairedRecording[] = [];
	for (const name of await namesIn(folder)) {
		const file = path.join(folder, name);
		try {
			const seconds = await repairRecording(file);
			if (seconds !== undefined) {
				repaired.push({path: file, seconds});
			}
		} catch {
			// It is not ours to write, and stays as it is.
		}
	}

	return repaired.length > 0 ? withoutGrowing(repaired) : [];
};

/**
A Duet that records writes thirty times a second.
*/
const growingMs = 200;

/**
The header of a recording that another Duet is writing is behind as well, but nothing was broken off.
*/
const withoutGrowing = async (
	repaired: readonly RepairedRecording[],
): Promise<readonly RepairedRecording[]> => {
	await sleep(growingMs);
	const sizes = await Promise.all(
		repaired.map(async ({path: file}) => (await stat(file).catch(() => undefined))?.size),
	);
	return repaired.filter(
		({seconds}, index) => sizes[index] === wavHeaderBytes + Math.round(seconds * bytesPerSecond),
	);
};

/**
Brings the header of a WAV file up to date with its length, and cuts off a sample that was written in part. Only where
the header is such as Duet writes; the samples are not touched.

@returns The length of the audio in seconds, or nothing where there was nothing to mend.
@throws What the operating system says.
*/
export const repairRecording = async (file: string): Promise<number | undefined> => {
	const notThroughLinks = constants.O_NOFOLLOW ?? 0; // Windows has no such flag.
	await using handle = await open(file, constants.O_RDWR | notThroughLinks);
	const header = await readHeader(handle);
	let pcmBytes = await pcmBytesOf(handle);
	if (!isOurs(header) || (header.equals(wavHeader(pcmBytes)) && pcmBytes % bytesPerSample === 0)) {
		return undefined;
	}

	if (pcmBytes % bytesPerSample > 0) {
		pcmBytes -= pcmBytes % bytesPerSample;
		await handle.truncate(wavHeaderBytes + pcmBytes);
	}

	// Once more where it has grown in the meantime: another Duet is writing it, and may have written its last header.
	for (let isStated = false; !isStated; ) {
		await writeAt(handle, wavHeader(pcmBytes), 0);
		const nowBytes = await pcmBytesOf(handle);
		isStated = nowBytes === pcmBytes;
		pcmBytes = nowBytes;
	}

	return pcmBytes / bytesPerSecond;
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
	try {
		const entries = await readdir(folder, {withFileTypes: true});
		return entries.filter(entry => entry.isFile() && isRecordingName(entry.name)).map(({name}) => name);
	} catch {
		return [];
	}
};

const readHeader = async (handle: FileHandle): Promise<Buffer> => {
	const {buffer, bytesRead} = await handle.read(Buffer.alloc(wavHeaderBytes), 0, wavHeaderBytes, 0);
	return buffer.subarray(0, bytesRead);
};

const pcmBytesOf = async (handle: FileHandle): Promise<number> =>
	Math.max(0, (await handle.stat()).size - wavHeaderBytes);

/**
Whether Duet would write the same header for the length that it states.
*/
const isOurs = (header: Buffer): boolean =>
	header.length === wavHeaderBytes && header.equals(wavHeader(header.readUInt32LE(wavHeaderBytes - 4)));
