import type {TerminalSize} from './app-state.js';

/**
What the split view can show beside each other.
*/
export type PaneName = 'batch' | 'real-time' | 'differences' | 'comparison';

/**
The outer size of each pane that is visible, borders included.
*/
export type Layout = {
	/**
	`wide`: two text panes beside each other, the table under them. `stacked`: all above each other. `single`: one at a
	time.
	*/
	readonly kind: 'wide' | 'stacked' | 'single';
	readonly panes: ReadonlyArray<{readonly name: PaneName} & TerminalSize>;
};

/**
Below this no screen can be used.
*/
export const smallestSize: TerminalSize = {columns: 40, rows: 10};

/**
From here on two panes fit beside each other, and from there on more than one pane fits at all.
*/
const wideColumns = 100;
const stackedSize: TerminalSize = {columns: 60, rows: 16};

/**
From here on both transcripts stand beside each other, above nine rows of the table.
*/
export const comfortableSize: TerminalSize = {columns: wideColumns, rows: 30};

/**
A border above and below, and two rows within.
*/
const smallestPaneRows = 4;

/**
The table with eight rows and a verdict of several lines.
*/
const largestTableRows = 17;

export const isTooSmall = ({columns, rows}: TerminalSize): boolean =>
	columns < smallestSize.columns || rows < smallestSize.rows;

/**
The size of a screen: all but the header, the hints, and one row that stays free, because a frame as high as the
terminal makes some terminals scroll.

@param hintRows - More than one while a long notice stands there.
*/
export const screenSize = ({columns, rows}: TerminalSize, hintRows = 1): TerminalSize => ({
	columns,
	rows: rows - hintRows - 2,
});

/**
Shares the screen between the panes.

@param names - The panes there are, the text panes first.
@param focus - Gets more room where panes are stacked, and all of it where only one fits or it is zoomed.
@param hintRows - As in {@link screenSize}. The panes keep their order, however many these are.
*/
export const layoutPanes = (
	terminal: TerminalSize,
	names: readonly PaneName[],
	focus: PaneName,
	isZoomed: boolean,
	hintRows = 1,
): Layout => {
	const {columns, rows} = screenSize(terminal, hintRows);
	const fitsSeveral = terminal.columns >= stackedSize.columns && terminal.rows >= stackedSize.rows;
	if (isZoomed || !fitsSeveral) {
		return {kind: 'single', panes: [{name: focus, columns, rows}]};
	}

	const texts = names.filter(name => name !== 'comparison');
	if (columns >= wideColumns) {
		const tableRows = Math.max(smallestPaneRows, Math.min(largestTableRows, Math.round(rows * 0.42)));
		const share = Math.floor(columns / texts.length);
		return {
			kind: 'wide',
			panes: [
				...texts.map((name, index) => ({
					name,
					columns: index === texts.length - 1 ? columns - share * index : share,
					rows: rows - tableRows,
				})),
				{name: 'comparison', columns, rows: tableRows},
			],
		};
	}

	const heights = shareRows(rows, names, focus);
	return {
		kind: 'stacked',
		panes: names.map((name, index) => ({name, columns, rows: heights[index] ?? smallestPaneRows})),
	};
};

/**
The pane in focus gets as much as two others, as long as these keep what they need.
*/
const shareRows = (rows: number, names: readonly PaneName[], focus: PaneName): readonly number[] => {
	const other = Math.max(smallestPaneRows, Math.floor(rows / (names.length + 1)));
	return names.map(name => (name === focus ? rows - other * (names.length - 1) : other));
};
