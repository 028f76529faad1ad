import {countText} from '../../core/figures.js';
import type {Mode} from '../../core/mode.js';
import type {RealTimeState} from '../../core/real-time-state.js';
import {sanitise} from '../../core/sanitise.js';
import {rowAt, rowCount, type TranscriptRow, type TranscriptRows} from '../../core/transcript-rows.js';
import type {TerminalSize} from '../app-state.js';
import type {CurrentRun} from '../current-run.js';
import {type Line, padded, span, wrappedLines} from '../line.js';
import {type Scroll, topRow} from '../scroll.js';
import type {Theme} from '../theme.js';
import {batchHead, batchStatus} from './batch-head.js';
import {fittedHead} from './fitted-head.js';
import {inputHead, inputStatus} from './input-head.js';
import {borderColumns, borderRows, type PaneView, paneTitles} from './pane-view.js';
import {problemLines} from './problem-lines.js';
import {realTimeHead, realTimeStatus} from './real-time-head.js';

/**
The pane of a mode: how it goes, and its transcript.
*/
export const textPane = (
	mode: Mode,
	current: CurrentRun,
	{rows, scroll}: {readonly rows: TranscriptRows | undefined; readonly scroll: Scroll},
	size: TerminalSize,
	theme: Theme,
): PaneView => {
	const columns = size.columns - borderColumns;
	const innerRows = size.rows - borderRows;
	const lineCount = rows ? rowCount(rows) : 0;
	const {ellipsis} = theme.signs;
	const head = fittedHead(headOf(mode, current, columns, theme), innerRows, lineCount, {columns, ellipsis});
	const height = Math.max(0, innerRows - head.length);
	const top = topRow(scroll, lineCount, height);
	const isGrowing = mode === 'real-time' && !isOver(current.run.realTime.phase);
	const foot = footOf(lineCount - top - height, isGrowing, theme);
	return {
		title: paneTitles[mode],
		status:
			(hearsInput(mode, current) ? inputStatus(current, theme) : undefined) ??
			(mode === 'batch'
				? batchStatus(current.run.batch, theme)
				: realTimeStatus(current.run.realTime, theme)),
		...(foot !== undefined && {foot: span(foot, 'warning')}),
		head,
		lines: Array.from({length: Math.min(height, lineCount - top)}, (_, index) =>
			transcriptLine(rows && rowAt(rows, top + index)),
		),
		lineCount,
		height,
		top,
	};
};

/**
The pane that shows the microphone: of both, the one whose text follows it.
*/
const hearsInput = (mode: Mode, {request}: CurrentRun): boolean =>
	mode === 'real-time' || request.mode === 'batch';

const headOf = (mode: Mode, current: CurrentRun, columns: number, theme: Theme): readonly Line[] => {
	const {problem, warnings} = mode === 'batch' ? current.run.batch : current.run.realTime;
	return [
		...(problem ? problemLines(problem, columns) : []),
		...(hearsInput(mode, current) ? inputHead(current, columns, theme) : []),
		...(mode === 'batch' ? batchHead(current, columns, theme) : realTimeHead(current, columns, theme)),
		...warnings.slice(-1).flatMap(warning => wrappedLines(sanitise(warning), columns, {style: 'warning'})),
	];
};

/**
That a text goes on below what is visible, and how to follow it again while it grows.
*/
const footOf = (below: number, isGrowing: boolean, {signs}: Theme): string | undefined => {
	if (below <= 0) {
		return undefined;
	}

	const rows = `${signs.down} ${countText(below, 'row')} below`;
	return isGrowing ? `${rows} ${signs.dot} G follows` : rows;
};

const isOver = (phase: RealTimeState['phase']): boolean => phase === 'done' || phase === 'failed';

const transcriptLine = (row: TranscriptRow | undefined): Line =>
	row
		? [
				...(row.indent > 0 ? [span(padded(row.label ?? '', row.indent), 'speaker')] : []),
				...row.pieces.map(({text, kind}) => span(text, kind === 'partial' ? 'partial' : 'plain')),
			]
		: [];
