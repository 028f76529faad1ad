import type {WriteStream} from 'node:tty';
import stringWidth from 'string-width';
import {wrapWords} from '../core/wrap-words.js';

/**
A block of text at the bottom of the terminal that is drawn again in place.
*/
export type Redraw = {
	/**
	Draws the block instead of the one before. Long paragraphs wrap; of a block taller than the terminal its end shows.
	*/
	readonly draw: (paragraphs: readonly string[]) => void;

	/**
	Takes the block away and leaves the cursor where it began.
	*/
	readonly clear: () => void;
};

/**
A terminal's width. Some, such as serial lines, do not know theirs and say 0.
*/
export const terminalColumns = ({columns}: WriteStream): number => Math.max(columns || 80, 4);

const synchronised = (text: string): string => `\u{1B}[?2026h${text}\u{1B}[?2026l`;

/**
@param stream - A terminal. Its size is asked at each drawing, because a narrower terminal folds the lines that stand
in it, and then more rows have to be taken away than were written.
@param style - Puts colours on a line of a paragraph; it must not change the line's width.
*/
export const createRedraw = (
	stream: WriteStream,
	style: (line: string, paragraph: number) => string = line => line,
): Redraw => {
	let drawn: readonly string[] = [];

	const takeAway = (): string => {
		const rows = drawn.reduce((sum, line) => sum + rowsOf(line, terminalColumns(stream)), 0);
		drawn = [];
		return '\u{1B}[1A\r\u{1B}[2K'.repeat(rows);
	};

	return {
		draw(paragraphs) {
			const erase = takeAway();
			const styled = paragraphs.flatMap((paragraph, index) =>
				wrapWords(paragraph, terminalColumns(stream), stringWidth).map(line => ({line, index})),
			);
			const visible = styled.slice(-Math.max(1, (stream.rows || 24) - 1));
			drawn = visible.map(({line}) => line);
			stream.write(synchronised(erase + visible.map(({line, index}) => `${style(line, index)}\n`).join('')));
		},
		clear() {
			const erase = takeAway();
			if (erase !== '') {
				stream.write(synchronised(erase));
			}
		},
	};
};

const rowsOf = (line: string, columns: number): number => Math.max(1, Math.ceil(stringWidth(line) / columns));
