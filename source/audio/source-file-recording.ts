import {open} from 'node:fs/promises';
import type {Recording} from '../core/recording.js';
import {findAudioFile} from './audio-file.js';

/**
A file as it is, for batch, which decodes more formats than Duet does.

@throws {ProblemError} Of kind `bad-input`, with the path as given, when there is no such file or it is empty.
*/
export const openSourceFile = async (typedPath: string): Promise<Extract<Recording, {type: 'bytes'}>> => {
	const {path, name, byteCount} = await findAudioFile(typedPath);
	return {type: 'bytes', name, byteCount, open: () => readPieces(path)};
};

const pieceBytes = 65_536;
const pieceCount = 8;

/**
A read stream allocates each piece anew, and half a gigabyte of them is gone through faster than it is collected. So a
few are used in turn, as the contract of a recording allows.
*/
const readPieces = async function* (path: string): AsyncGenerator<Uint8Array, void> {
	await using file = await open(path);
	const pieces = Array.from({length: pieceCount}, () => Buffer.allocUnsafeSlow(pieceBytes));
	for (let index = 0; ; index = (index + 1) % pieceCount) {
		const piece = pieces[index] as Buffer;
		const {bytesRead} = await file.read(piece, 0, pieceBytes);
		if (bytesRead === 0) {
			return;
		}

		yield piece.subarray(0, bytesRead);
	}
};
