import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';

/**
A recording as it lies on the disk.
*/
type KeptRecording = {
	readonly path: string;

	/**
	Who may read and write it, as `ls` would count it: 0o600 is this user alone.
	*/
	readonly mode: number;

	/**
	How many bytes of sound its header states, and how many there are.
	*/
	readonly statedBytes: number;
	readonly pcmBytes: number;
	readonly samples: Int16Array;
};

const headerBytes = 44;

/**
The recordings that Duet has kept in its data; see `ownFolders`.
*/
export const keptRecordings = async (folder: string): Promise<readonly KeptRecording[]> => {
	const recordings = path.join(folder, 'duet', 'recordings');
	const names = await readdir(recordings).catch(() => []);
	return Promise.all(names.map(name => readRecording(path.join(recordings, name))));
};

const readRecording = async (file: string): Promise<KeptRecording> => {
	const bytes = await readFile(file);
	const pcm = new Uint8Array(bytes.subarray(headerBytes, bytes.length - (bytes.length % 2)));
	const {mode} = await stat(file);
	return {
		path: file,
		mode: mode % 0o1000,
		statedBytes: bytes.length < headerBytes ? 0 : bytes.readUInt32LE(headerBytes - 4),
		pcmBytes: bytes.length - headerBytes,
		samples: new Int16Array(pcm.buffer),
	};
};
