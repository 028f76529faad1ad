import {audioProblem} from './audio-problem.js';
import {type ByteReader, createByteReader} from './byte-reader.js';
import {moveChunkOffsets} from './chunk-offsets.js';
import {readFrom, writeAt} from './file-bytes.js';
import {openNamelessFile} from './nameless-file.js';
import {fourCharacters} from './wav.js';

/**
Moves the index of an MP4 file (its `moov` box) to the front, where a decoder needs it to decode while it reads. Most
programs write it last; the decoder would hold the whole file in memory until then, and after that all its samples. What
stands before the index waits in a temporary file.

@throws {ProblemError} When the file ends before its index.
@see ISO/IEC 14496-12, section 4.2, for boxes.
*/
export async function* moovFirst(
	bytes: AsyncIterable<Uint8Array>,
	subject: string,
): AsyncGenerator<Uint8Array, void> {
	await using before = await openNamelessFile();
	const reader = createByteReader(bytes);

	let beforeBytes = 0;
	for await (const piece of boxesBefore('moov', reader)) {
		await writeAt(before, piece, beforeBytes);
		beforeBytes += piece.length;
	}

	const {size} = await peekBox(reader);
	const moov = size > largestIndexBytes ? new Uint8Array(0) : await readAll(reader.take(size));
	if (moov.length === 0 || moov.length < size) {
		throw audioProblem(`${subject} is an MP4 file without an index: it was cut off while it was written.`, {
			nextStep: 'Record or copy it again, or try a repair tool for MP4 files.',
		});
	}

	moveChunkOffsets(moov, beforeBytes, moov.length);
	yield moov;
	yield* readFrom(before, 0);
	yield* reader.take();
}

/**
A day of sound has an index of about 20 MB.
*/
const largestIndexBytes = 256 * 1024 * 1024;

const readAll = async (bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
	const pieces: Uint8Array[] = [];
	for await (const piece of bytes) {
		pieces.push(piece);
	}

	return Buffer.concat(pieces);
};

/**
Consumes whole boxes up to the one of this name, or to the end.
*/
async function* boxesBefore(name: string, reader: ByteReader): AsyncGenerator<Uint8Array, void> {
	for (let box = await peekBox(reader); box.size > 0 && box.name !== name; box = await peekBox(reader)) {
		yield* reader.take(box.size);
	}
}

/**
The next box. A size of 1 means that the real one follows the name in 64 bits, 0 that the box goes on to the end.

@returns A size of 0 at the end of the file.
*/
const peekBox = async (reader: ByteReader): Promise<{readonly name: string; readonly size: number}> => {
	const head = await reader.peek(16);
	if (head.length < 8) {
		return {name: '', size: 0};
	}

	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const name = fourCharacters(head, 4);
	const size = view.getUint32(0);
	if (size === 1 && head.length === 16) {
		return {name, size: Math.max(16, Number(view.getBigUint64(8)))};
	}

	return {name, size: size === 0 ? Number.POSITIVE_INFINITY : Math.max(8, size)};
};
