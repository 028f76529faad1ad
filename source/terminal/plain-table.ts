import stringWidth from 'string-width';
import {wrapWords} from '../core/wrap-words.js';

/**
A table without borders: a column of titles, then one of cells for each heading. Long cells wrap within their column.

@param columns - The width it may take, in terminal columns.
*/
export const plainTable = (
	headings: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
	columns: number,
): string => {
	const table = [headings, ...rows];
	const natural = headings.map((_, index) => Math.max(...table.map(row => stringWidth(row[index] ?? ''))));
	const widths = shareWidth(natural, Math.max(columns - gap.length * (headings.length - 1), headings.length));
	return table.map(row => tableLine(row, widths)).join('\n');
};

const gap = '  ';

/**
Gives each column what it wants, and where that is too much, an equal share of what the narrower ones leave.
*/
const shareWidth = (natural: readonly number[], total: number): readonly number[] => {
	let left = total;
	const widths = [...natural];
	const byWidth = natural.map((_, index) => index).sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0));
	for (const [rank, index] of byWidth.entries()) {
		const share = Math.max(1, Math.floor(left / (natural.length - rank)));
		widths[index] = Math.min(natural[index] ?? 0, share);
		left -= widths[index] ?? 0;
	}

	return widths;
};

const tableLine = (cells: readonly string[], widths: readonly number[]): string => {
	const wrapped = widths.map((width, index) =>
		wrapWords(cells[index] ?? '', Math.max(width, 1), stringWidth),
	);
	const height = Math.max(...wrapped.map(lines => lines.length));
	return Array.from({length: height}, (_, line) =>
		wrapped
			.map((lines, index) => padEnd(lines[line] ?? '', widths[index] ?? 0))
			.join(gap)
			.trimEnd(),
	).join('\n');
};

const padEnd = (text: string, width: number): string =>
	text + ' '.repeat(Math.max(0, width - stringWidth(text)));
