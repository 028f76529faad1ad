import type {DifferenceKind} from '../../core/difference-rows.js';
import {countText} from '../../core/figures.js';
import type {TerminalSize} from '../app-state.js';
import {type Line, span} from '../line.js';
import {type Scroll, topRow} from '../scroll.js';
import type {Texts} from '../texts.js';
import type {StyleName, Theme} from '../theme.js';
import {borderColumns, borderRows, type PaneView, paneTitles} from './pane-view.js';

const styles: Readonly<Record<DifferenceKind, StyleName>> = {equal: 'plain', first: 'bad', second: 'good'};

/**
Both transcripts as one text, marked where they differ.
*/
export const differencesPane = (
	differences: Texts['differences'],
	scroll: Scroll,
	size: TerminalSize,
	{signs}: Theme,
): PaneView => {
	const rows = differences?.rows ?? [];
	const count = differences?.count ?? 0;
	const head: readonly Line[] = [
		[
			span('[-batch-]', 'bad'),
			span(' '),
			span('{+real-time+}', 'good'),
			...(size.columns - borderColumns > 70
				? [span(` ${signs.dot} case, punctuation and how numbers are written do not count`, 'quiet')]
				: []),
		],
		[],
	];
	const height = Math.max(0, size.rows - borderRows - head.length);
	const top = topRow(scroll, rows.length, height);
	const below = rows.length - top - height;
	return {
		title: paneTitles.differences,
		status: span(count === 0 ? 'none' : countText(count, 'difference'), count === 0 ? 'good' : 'plain'),
		...(below > 0 && {foot: span(`${signs.down} ${countText(below, 'row')} below`, 'warning')}),
		head,
		lines: rows
			.slice(top, top + height)
			.map(({pieces}) => pieces.map(({text, kind}) => span(text, styles[kind]))),
		lineCount: rows.length,
		height,
		top,
	};
};
