import {cutEnd, type Line, lineWidth, type Span, span} from '../line.js';
import {textWidth} from '../text-width.js';
import type {StyleName, Theme} from '../theme.js';
import type {PaneView} from './pane-view.js';

/**
The upper border of a pane, with its title, the headings of its columns, and its status. The title of the pane in focus is
inverse, which needs no colour.

@param tabs - The titles of all panes, where one is visible at a time.
*/
export const topBorder = (
	{title, headings = [], status}: PaneView,
	columns: number,
	isFocused: boolean,
	{signs}: Theme,
	tabs: readonly string[] = [title],
): Line => {
	const style = borderStyle(isFocused);
	const titles = tabs.flatMap(tab => [
		span(` ${tab} `, tab !== title ? 'quiet' : isFocused ? 'selected' : 'title'),
		span(signs.horizontal, style),
	]);
	let line: Line = [span(signs.topLeft, style), ...titles.slice(0, -1)];
	const end = statusSpans(status, columns - lineWidth(line) - 3, signs.ellipsis);
	const endColumn = columns - 2 - lineWidth(end);
	for (const {column, text} of headings) {
		// Two columns are the border and its padding; one more is the space before the heading.
		if (column + 1 > lineWidth(line) && column + 3 + textWidth(text) < endColumn) {
			line = [...filledTo(line, column + 1, signs.horizontal, style), span(` ${text} `, 'title')];
		}
	}

	return [
		...filledTo(line, endColumn, signs.horizontal, style),
		...end,
		span(signs.horizontal + signs.topRight, style),
	];
};

/**
The lower border, with what there is to say about the text above it.
*/
export const bottomBorder = ({foot}: PaneView, columns: number, isFocused: boolean, {signs}: Theme): Line => {
	const style = borderStyle(isFocused);
	const end = statusSpans(foot, columns - 4, signs.ellipsis);
	return [
		...filledTo([span(signs.bottomLeft, style)], columns - 2 - lineWidth(end), signs.horizontal, style),
		...end,
		span(signs.horizontal + signs.bottomRight, style),
	];
};

const borderStyle = (isFocused: boolean): StyleName => (isFocused ? 'accent' : 'quiet');

/**
Where there is no room for a status its first word stands for it: that is its sign.
*/
const statusSpans = (status: Span | undefined, room: number, ellipsis: string): Line => {
	if (!status || room < 3) {
		return [];
	}

	const [sign = ''] = status.text.split(' ');
	const fits = textWidth(status.text) <= room - 2;
	const text = fits || textWidth(sign) > 1 ? cutEnd(status.text, room - 2, ellipsis) : sign;
	return [{...status, text: ` ${text} `}];
};

const filledTo = (line: Line, column: number, sign: string, style: StyleName): Line => [
	...line,
	span(sign.repeat(Math.max(0, column - lineWidth(line))), style),
];
