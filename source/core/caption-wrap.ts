import {type CaptionPiece, characterCount} from './caption-pieces.js';

/**
As few lines as possible, then as narrow as possible, which makes them about equal.
*/
export const balancedLines = (pieces: readonly CaptionPiece[], maxLineLength: number): readonly string[] => {
	const lineCount = wrapPieces(pieces, maxLineLength).toArray().length;
	let width = Math.max(...pieces.map(piece => characterCount(piece.text)));
	while (wrapPieces(pieces, width).toArray().length > lineCount) {
		width++;
	}

	return wrapPieces(pieces, width)
		.map(line => line.map((piece, index) => (index === 0 ? '' : piece.delimiter) + piece.text).join(''))
		.toArray();
};

/**
Lines that take each piece that still fits.
*/
export function* wrapPieces(
	pieces: readonly CaptionPiece[],
	width: number,
): Generator<readonly CaptionPiece[], void> {
	let line: CaptionPiece[] = [];
	let length = 0;
	for (const piece of pieces) {
		const joinedLength = length + pieceLength(piece);
		if (line.length > 0 && joinedLength > width) {
			yield line;
			line = [];
		}

		length = line.length === 0 ? characterCount(piece.text) : joinedLength;
		line.push(piece);
	}

	if (line.length > 0) {
		yield line;
	}
}

/**
Of a piece that does not start its line.
*/
export const pieceLength = (piece: CaptionPiece): number =>
	piece.delimiter.length + characterCount(piece.text);
