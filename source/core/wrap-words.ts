/**
Breaks text into lines of at most this many terminal columns, at spaces where it can.

@param columns - At least 1. A character wider than that stands alone.
@param widthOf - How many columns a text takes.
*/
export const wrapWords = (
	text: string,
	columns: number,
	widthOf: (text: string) => number,
): readonly string[] => {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		const extended = line === '' ? word : `${line} ${word}`;
		if (widthOf(extended) <= columns) {
			line = extended;
			continue;
		}

		if (line !== '') {
			lines.push(line);
		}

		const pieces = cutToWidth(word, columns, widthOf);
		lines.push(...pieces.slice(0, -1));
		line = pieces.at(-1) ?? '';
	}

	return [...lines, line];
};

/**
Cuts a word that is longer than a line, between characters as people see them.
*/
const cutToWidth = (word: string, columns: number, widthOf: (text: string) => number): readonly string[] => {
	if (widthOf(word) <= columns) {
		return [word];
	}

	const pieces: string[] = [];
	let piece = '';
	for (const {segment} of new Intl.Segmenter().segment(word)) {
		if (piece !== '' && widthOf(piece + segment) > columns) {
			pieces.push(piece);
			piece = '';
		}

		piece += segment;
	}

	return [...pieces, piece];
};
