import type {Comparison} from '../core/comparison.js';
import {comparisonRows, noFigure} from '../core/comparison-rows.js';
import type {Mode} from '../core/mode.js';
import {plainTable} from '../terminal/plain-table.js';

const headings: Readonly<Record<Mode, string>> = {batch: 'Batch', 'real-time': 'Real-time'};

/**
The comparison as a table for plain output, ending in a newline. Rows without any figure are left out.

@param modes - The columns.
@param columns - How wide it may be.
*/
export const figuresTable = (comparison: Comparison, modes: readonly Mode[], columns: number): string => {
	const rows = comparisonRows
		.map(row => ({title: row.title(comparison), cells: modes.map(mode => row.cell(comparison, mode))}))
		.filter(({cells}) => cells.some(cell => cell !== noFigure));
	const table = plainTable(
		['Comparison', ...modes.map(mode => headings[mode])],
		rows.map(({title, cells}) => [title, ...cells]),
		columns,
	);
	return `${table}\n`;
};
