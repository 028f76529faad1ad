import {randomUUID} from 'node:crypto';
import type {StoredAudio} from './audio-store.js';

/**
A file of a form: a text, or audio.
*/
export type FormFile = {
	readonly name: string;
	readonly fileName: string;
	readonly contentType: string;
	readonly content: string | Pick<StoredAudio, 'open' | 'byteCount'>;
};

/**
The files of a form as the body of a request, read while they are sent: `FormData` takes only what is in memory or has
a path.

@see RFC 7578, section 4; names are escaped as the HTML standard says.
*/
export const formBody = (files: readonly FormFile[]) => {
	const boundary = `duet-${randomUUID()}`;
	const pieces = [
		...files.flatMap(file => [fileHead(file, boundary), file.content, '\r\n']),
		`--${boundary}--\r\n`,
	];
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		byteCount: pieces.reduce((sum, piece) => sum + byteCountOf(piece), 0),
		bytes: pulled(bytesOf(pieces)),
	};
};

const fileHead = ({name, fileName, contentType}: FormFile, boundary: string): string =>
	[
		`--${boundary}`,
		`Content-Disposition: form-data; name="${escapeName(name)}"; filename="${escapeName(fileName)}"`,
		`Content-Type: ${contentType}`,
		'\r\n',
	].join('\r\n');

const escapeName = (name: string): string =>
	name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const byteCountOf = (piece: FormFile['content']): number =>
	typeof piece === 'string' ? Buffer.byteLength(piece) : piece.byteCount;

async function* bytesOf(pieces: ReadonlyArray<FormFile['content']>): AsyncGenerator<Uint8Array, void> {
	for (const piece of pieces) {
		if (typeof piece === 'string') {
			yield Buffer.from(piece);
		} else {
			yield* piece.open();
		}
	}
}

/**
Takes a piece only when the connection is ready for it.
*/
const pulled = (pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> =>
	new ReadableStream(
		{
			async pull(controller) {
				const {value, done} = await pieces.next();
				if (done) {
					controller.close();
				} else {
					controller.enqueue(value);
				}
			},
			async cancel() {
				await pieces.return();
			},
		},
		{highWaterMark: 0},
	);
