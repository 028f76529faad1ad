import type {FileHandle} from 'node:fs/promises';

/**
Writes all of the bytes at a place in a file. One request may write only a part, where the disk is almost full.

@throws What the operating system says; a part may be written then.
*/
export const writeAt = async (file: FileHandle, bytes: Uint8Array, position: number): Promise<void> => {
	let writtenBytes = 0;
	while (writtenBytes < bytes.length) {
		const left = bytes.subarray(writtenBytes);
		const {bytesWritten} = await file.write(left, 0, left.length, position + writtenBytes);
		writtenBytes += bytesWritten;
	}
};

/**
Reads a file from a place to its end. Leaves it open, so that it can be read again.
*/
export async function* readFrom(file: FileHandle, position: number): AsyncGenerator<Uint8Array, void> {
	let readBytes = 0;
	for (;;) {
		const piece = Buffer.allocUnsafe(pieceBytes);
		const {bytesRead} = await file.read(piece, 0, pieceBytes, position + readBytes);
		if (bytesRead === 0) {
			return;
		}

		readBytes += bytesRead;
		yield piece.subarray(0, bytesRead);
	}
}

const pieceBytes = 65_536;
