import type {PaneName} from '../layout.js';
import type {Line, Span} from '../line.js';

/**
A pane, ready to be drawn: what stands in its border, and the lines within it that are visible.
*/
export type PaneView = {
	readonly title: string;

	/**
	More titles in the upper border, each at a column of the inside.
	*/
	readonly headings?: ReadonlyArray<{readonly column: number; readonly text: string}>;

	/**
	At the right end of the upper border.
	*/
	readonly status?: Span;

	/**
	In the lower border.
	*/
	readonly foot?: Span;

	/**
	Lines that do not scroll, above the ones that do.
	*/
	readonly head: readonly Line[];
	readonly lines: readonly Line[];

	/**
	Of the lines that scroll: how many there are in all, how many fit, and the number of the first one shown.
	*/
	readonly lineCount: number;
	readonly height: number;
	readonly top: number;
};

/**
What a border and its padding take of a pane.
*/
export const borderColumns = 4;
export const borderRows = 2;

export const paneTitles: Readonly<Record<PaneName, string>> = {
	batch: 'Batch',
	'real-time': 'Real-time',
	differences: 'Differences',
	comparison: 'Comparison',
};
