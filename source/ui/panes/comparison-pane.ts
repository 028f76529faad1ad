import {countText} from '../../core/figures.js';
import type {TerminalSize} from '../app-state.js';
import type {CurrentRun} from '../current-run.js';
import {span} from '../line.js';
import {comparisonOf} from '../run-facts.js';
import type {Theme} from '../theme.js';
import {firstTableLine, shortVerdict, tableColumns, tableRows} from './comparison-lines.js';
import {borderColumns, borderRows, type PaneView, paneTitles} from './pane-view.js';

/**
The live table of both modes, and the verdict.

@param selected - The chosen row, where the table is in focus.
*/
export const comparisonPane = (
	current: CurrentRun,
	selected: number | undefined,
	size: TerminalSize,
	theme: Theme,
): PaneView => {
	const columns = size.columns - borderColumns;
	const height = size.rows - borderRows;
	const comparison = comparisonOf(current);
	const rows = comparison ? tableRows(comparison, columns, theme, selected) : [];
	const lines = rows.flatMap(row => row.lines);
	const top = firstTableLine(rows, Math.min(selected ?? 0, rows.length - 1), height);
	const widths = tableColumns(columns);
	const verdict = comparison && shortVerdict(comparison);
	return {
		title: paneTitles.comparison,
		...(widths && {
			headings: [
				{column: widths.title + 2, text: 'Batch'},
				{column: widths.title + widths.cell + 4, text: 'Real-time'},
			],
		}),
		...(foot(verdict, lines.length - top - height, theme) ?? {}),
		head: [],
		lines: lines.slice(top, top + height),
		lineCount: lines.length,
		height,
		top,
	};
};

const foot = (
	verdict: string | undefined,
	below: number,
	{signs}: Theme,
): Pick<PaneView, 'foot'> | undefined => {
	if (below <= 0) {
		return undefined;
	}

	return {
		foot:
			verdict === undefined
				? span(`${signs.down} ${countText(below, 'row')} below`, 'quiet')
				: span(`${signs.done} ${verdict}`, 'good'),
	};
};
