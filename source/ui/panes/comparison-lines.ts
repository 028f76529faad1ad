import {advise} from '../../core/advice.js';
import type {Comparison} from '../../core/comparison.js';
import {comparisonRows} from '../../core/comparison-rows.js';
import type {Mode} from '../../core/mode.js';
import {wrapWords} from '../../core/wrap-words.js';
import {type Line, padded, span, wrappedLines} from '../line.js';
import {ledParagraph} from '../line-parts.js';
import {textWidth} from '../text-width.js';
import type {StyleName, Theme} from '../theme.js';

/**
A row of the table, as the lines it takes.
*/
export type TableRow = {readonly id: string; readonly lines: readonly Line[]};

/**
Where the columns of the table begin and how wide they are; nothing where there is no room for columns.
*/
export type TableColumns = {readonly title: number; readonly cell: number};

const gap = 2;
const titleColumns = 17;
const smallestCell = 20;

/**
The columns within a pane that is this wide inside.
*/
export const tableColumns = (columns: number): TableColumns | undefined => {
	const cell = Math.floor((columns - titleColumns - 2 * gap) / 2);
	return cell < smallestCell ? undefined : {title: titleColumns, cell};
};

/**
The table, and the verdict as its last row once there is one.

@param selected - The row that is chosen, if the table is in focus.
*/
export const tableRows = (
	comparison: Comparison,
	columns: number,
	theme: Theme,
	selected?: number,
): readonly TableRow[] => {
	const rows = comparisonRows.map((row, index) => {
		const title = row.title(comparison);
		const cells = {batch: row.cell(comparison, 'batch'), 'real-time': row.cell(comparison, 'real-time')};
		const style = index === selected ? 'selected' : 'quiet';
		return {id: row.id, lines: rowLines(title, style, cells, columns)};
	});
	const verdict = verdictLines(comparison, columns, theme);
	return verdict.length > 0 ? [...rows, {id: 'verdict', lines: verdict}] : rows;
};

const rowLines = (
	title: string,
	titleStyle: StyleName,
	cells: Readonly<Record<Mode, string>>,
	columns: number,
): readonly Line[] => {
	const widths = tableColumns(columns);
	if (!widths) {
		return [
			[span(title, titleStyle)],
			...ledParagraph([span('  batch      ', 'quiet')], cells.batch, columns),
			...ledParagraph([span('  real-time  ', 'quiet')], cells['real-time'], columns),
		];
	}

	const batch = wrapFigures(cells.batch, widths.cell);
	const realTime = wrapFigures(cells['real-time'], widths.cell);
	return Array.from({length: Math.max(batch.length, realTime.length)}, (_, index) => [
		index === 0 ? span(title, titleStyle) : span(''),
		span(' '.repeat(widths.title + gap - (index === 0 ? textWidth(title) : 0))),
		span(padded(batch[index] ?? '', widths.cell + gap)),
		span(realTime[index] ?? ''),
	]);
};

/**
Wraps figures without parting a number from its unit.
*/
const wrapFigures = (text: string, columns: number): readonly string[] =>
	wrapWords(text.replaceAll(/(?<=\d) (?=[%s])/gv, '\u{A0}'), columns, textWidth).map(row =>
		row.replaceAll('\u{A0}', ' '),
	);

const indented = (line: Line): Line => [span(' '.repeat(gap)), ...line];

/**
Which mode, in a few words; nothing before there is a verdict.
*/
export const shortVerdict = (comparison: Comparison): string | undefined => {
	const {mode} = advise(comparison);
	return mode === undefined || !hasBoth(comparison) || isGoingOn(comparison) || isPart(comparison)
		? undefined
		: `For this audio: ${mode}`;
};

/**
A mode that was not asked for gave no transcript, which says nothing of it.
*/
const hasBoth = ({run}: Comparison): boolean =>
	run.batch.begunMs !== undefined && run.realTime.begunMs !== undefined;

/**
Whether the stream was stopped before the end of the audio: then the two modes did not hear the same.
*/
const isPart = ({run: {realTime}, audioSeconds}: Comparison): boolean =>
	realTime.begunMs !== undefined && realTime.sentSeconds < audioSeconds - 0.1;

const verdictLines = (comparison: Comparison, columns: number, {signs}: Theme): readonly Line[] => {
	const verdict = shortVerdict(comparison);
	return verdict === undefined
		? []
		: [
				[span(`${signs.done} ${verdict}.`, 'good')],
				...advise(comparison).because.flatMap(reason => wrappedLines(reason, columns - gap).map(indented)),
			];
};

/**
A verdict that may still change is none.
*/
const isGoingOn = ({run}: Comparison): boolean =>
	[run.batch.phase, run.realTime.phase].some(phase => !['waiting', 'done', 'failed'].includes(phase));

/**
Which lines of the table are visible: as many as fit, with the selected row among them.

@returns The number of the first visible line.
*/
export const firstTableLine = (rows: readonly TableRow[], selected: number, height: number): number => {
	const before = rows.slice(0, selected).reduce((sum, {lines}) => sum + lines.length, 0);
	const end = before + Math.min(height, rows[selected]?.lines.length ?? 0);
	return Math.max(0, end - height);
};
