import {randomUUID} from 'node:crypto';
import {type FileHandle, open, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';

/**
The audio of one job.
*/
export type StoredAudio = {
	readonly contentType: string;
	readonly byteCount: number;

	/**
	Reads from the start, each time it is called.

	@throws What the operating system says, while it is read; also where it has been removed.
	*/
	readonly open: () => AsyncIterable<Uint8Array>;

	/**
	Whether it has been removed.
	*/
	readonly isGone: () => boolean;
	readonly remove: () => Promise<void>;
};

/**
The audio of all jobs, in files without a name: the system removes them with the process, even where that is killed.
*/
export type AudioStore = {
	/**
	@param mostBytes - Default: any number.
	@throws What the operating system or the source says, also that it is too large, and the signal's reason. Nothing is
	kept then.
	*/
	readonly keep: (
		bytes: Readable,
		options: {readonly contentType: string; readonly mostBytes?: number; readonly signal: AbortSignal},
	) => Promise<StoredAudio>;

	/**
	Takes note that a job has ended. Of those only the latest {@link keptCount} keep their audio, as each holds a file open.
	*/
	readonly retire: (audio: StoredAudio) => Promise<void>;

	/**
	Removes everything.
	*/
	readonly close: () => Promise<void>;
};

/**
A quarter of the open files that systems with a tight limit allow a process.
*/
const keptCount = 1000;

export const createAudioStore = (limit = keptCount): AudioStore => {
	const files = new Set<FileHandle>();
	const retired: StoredAudio[] = [];

	const store = async (file: FileHandle, contentType: string): Promise<StoredAudio> => {
		const {size} = await file.stat();
		files.add(file);
		return {
			contentType,
			byteCount: size,
			open: () => readAll(file),
			isGone: () => !files.has(file),
			async remove() {
				if (files.delete(file)) {
					await file.close();
				}
			},
		};
	};

	return {
		async keep(bytes, {contentType, mostBytes = Number.POSITIVE_INFINITY, signal}) {
			const opening = openNamelessFile();
			const write = async (chunks: AsyncIterable<Uint8Array>) =>
				(await opening).writeFile(atMost(chunks, mostBytes));
			try {
				await pipeline(bytes, write, {signal});
				return await store(await opening, contentType);
			} catch (error) {
				await opening.then(
					async file => file.close(),
					() => {}, // What was thrown already.
				);
				throw error;
			}
		},

		async retire(audio) {
			retired.push(audio);
			await Promise.all(retired.splice(0, retired.length - limit).map(async oldest => oldest.remove()));
		},

		async close() {
			const left = [...files];
			files.clear();
			await Promise.all(left.map(async file => file.close()));
		},
	};
};

const openNamelessFile = async (): Promise<FileHandle> => {
	const name = path.join(tmpdir(), `duet-${randomUUID()}`);
	const file = await open(name, 'wx+', 0o600);
	try {
		await rm(name);
		return file;
	} catch (error) {
		await file.close();
		throw error;
	}
};

async function* atMost(
	chunks: AsyncIterable<Uint8Array>,
	byteCount: number,
): AsyncGenerator<Uint8Array, void> {
	let left = byteCount;
	for await (const chunk of chunks) {
		left -= chunk.length;
		if (left < 0) {
			throw new Error(`it is larger than ${byteCount} bytes`);
		}

		yield chunk;
	}
}

/**
Reads by place, so that several can read at once; a stream would close the file behind the first of them.
*/
async function* readAll(file: FileHandle): AsyncGenerator<Uint8Array, void> {
	for (let position = 0; ; ) {
		const piece = Buffer.allocUnsafe(pieceBytes);
		const {bytesRead} = await file.read(piece, 0, pieceBytes, position);
		if (bytesRead === 0) {
			return;
		}

		position += bytesRead;
		yield piece.subarray(0, bytesRead);
	}
}

const pieceBytes = 65_536;
