import {open} from 'node:fs/promises';

/**
A line of a file, without its end.
*/
export type FileLine = {
	readonly text: string;

	/**
	Whether it ends as a line does, rather than with the file.
	*/
	readonly isWhole: boolean;
};

/**
The transcript of a day of speech is one line of about this size.
*/
const longestLineBytes = 268_435_456;

const lineFeed = 0x0a;

/**
The lines of a file, one at a time, without ever holding more than the longest. Only line feeds end one: text may hold the
other separators that Unicode has. A line that is too long for a text is an empty one.

@param pieceBytes - How much is read at a time: little, where only the first lines are wanted.
@throws What the operating system says.
*/
export const fileLines = async function* (
	file: string,
	pieceBytes = 1_048_576,
): AsyncGenerator<FileLine, void> {
	await using handle = await open(file);
	const piece = Buffer.allocUnsafeSlow(pieceBytes);
	let parts: Buffer[] = [];
	let partBytes = 0;

	const keep = (bytes: Buffer) => {
		partBytes += bytes.length;
		if (partBytes <= longestLineBytes) {
			parts.push(Buffer.from(bytes)); // A copy: the piece is read into again.
		}
	};

	const takeLine = (isWhole: boolean): FileLine => {
		const text = partBytes > longestLineBytes ? '' : Buffer.concat(parts).toString();
		parts = [];
		partBytes = 0;
		return {text, isWhole};
	};

	for (;;) {
		const {bytesRead} = await handle.read(piece, 0, pieceBytes, null);
		if (bytesRead === 0) {
			break;
		}

		let start = 0;
		for (
			let end = piece.indexOf(lineFeed);
			end !== -1 && end < bytesRead;
			end = piece.indexOf(lineFeed, start)
		) {
			keep(piece.subarray(start, end));
			yield takeLine(true);
			start = end + 1;
		}

		keep(piece.subarray(start, bytesRead));
	}

	if (partBytes > 0) {
		yield takeLine(false);
	}
};
