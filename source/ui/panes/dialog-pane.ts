import {comparisonRows} from '../../core/comparison-rows.js';
import type {AppState, TerminalSize} from '../app-state.js';
import type {CurrentRun} from '../current-run.js';
import {inputChoice} from '../input-choice.js';
import {cutEnd, type Line, padded, span, wrappedLines} from '../line.js';
import {comparisonOf} from '../run-facts.js';
import {topRow} from '../scroll.js';
import type {Dialog} from '../split-state.js';
import type {Theme} from '../theme.js';
import {borderColumns, borderRows, type PaneView} from './pane-view.js';
import {problemLines} from './problem-lines.js';

/**
What stands in the place of the table until it is closed.
*/
export const dialogPane = (
	dialog: Dialog,
	current: CurrentRun,
	state: AppState,
	size: TerminalSize,
): PaneView => {
	const {split, formats, theme} = state;
	const columns = size.columns - borderColumns;
	const contentOf = (): Content => {
		switch (dialog.type) {
			case 'row-help': {
				return rowHelp(current, split.selectedRow, columns);
			}

			case 'export': {
				return exportChoice(dialog, formats, columns, theme);
			}

			case 'inputs': {
				return inputRows(state, columns);
			}
		}
	};

	const {title, lines, chosen} = contentOf();
	const height = size.rows - borderRows;
	const scrolledTop = topRow(split.scrolls.dialog, lines.length, height);
	const top = chosen === undefined ? scrolledTop : Math.max(0, chosen - height + 1);
	return {
		title,
		status: span('esc closes', 'quiet'),
		...(lines.length > top + height && {foot: span(`${theme.signs.down} more below`, 'warning')}),
		head: [],
		lines: lines.slice(top, top + height),
		lineCount: lines.length,
		height,
		top,
	};
};

type Content = {readonly title: string; readonly lines: readonly Line[]; readonly chosen?: number};

const verdictHelp =
	'Which mode for this audio, from the figures of this run alone: the time each took, how many errors or how much agreement, and what it costs. It says so where a difference is smaller than chance explains.';

const rowHelp = (current: CurrentRun, selected: number, columns: number): Content => {
	const comparison = comparisonOf(current);
	const row = comparisonRows[selected];
	if (!row || !comparison) {
		return {title: 'Verdict', lines: wrappedLines(verdictHelp, columns)};
	}

	return {
		title: row.title(comparison),
		lines: [
			...wrappedLines(row.help, columns),
			[],
			...wrappedLines(`Batch: ${row.cell(comparison, 'batch')}`, columns),
			...wrappedLines(`Real-time: ${row.cell(comparison, 'real-time')}`, columns),
		],
	};
};

const inputRows = (state: AppState, columns: number): Content => {
	const title = 'Microphones';
	const {inputs: listing} = state.audio;
	if (listing?.type !== 'found') {
		return {
			title,
			lines: listing ? problemLines(listing.problem, columns) : [[span('Looking for microphones')]],
		};
	}

	const {signs} = state.theme;
	const {inputs, chosen} = inputChoice(state);
	return {
		title,
		chosen,
		lines: inputs.map(
			({name, isDefault}, index): Line => [
				span(index === chosen ? `${signs.pointer} ` : '  ', 'accent'),
				span(cutEnd(name, columns - 12, signs.ellipsis), index === chosen ? 'accent' : 'plain'),
				...(isDefault ? [span('  default', 'quiet')] : []),
			],
		),
	};
};

const exportChoice = (
	{mode, format}: Extract<Dialog, {readonly type: 'export'}>,
	formats: AppState['formats'],
	columns: number,
	{signs}: Theme,
): Content => {
	const modes = (['batch', 'real-time'] as const).map(name =>
		span(` ${name} `, name === mode ? 'selected' : 'quiet'),
	);
	const list = formats.map(
		({id, title}, index): Line => [
			span(index === format ? `${signs.pointer} ` : '  ', 'accent'),
			span(padded(id, 6), index === format ? 'selected' : 'plain'),
			span(cutEnd(`  ${title}`, columns - 8, signs.ellipsis), 'quiet'),
		],
	);
	return {
		title: 'Export',
		lines: [[span('Transcript  '), ...modes], ...list],
		chosen: format + 1,
	};
};
