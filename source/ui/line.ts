import {wrapWords} from '../core/wrap-words.js';
import {textWidth} from './text-width.js';
import type {StyleName} from './theme.js';

/**
A row on the screen, in pieces of one style each. It is made no wider than its place before it is drawn.
*/
export type Line = readonly Span[];

export type Span = {readonly text: string; readonly style?: StyleName};

/**
A piece of a row.
*/
export const span = (text: string, style: StyleName = 'plain'): Span => ({text, style});

/**
How many columns a row takes.
*/
export const lineWidth = (line: Line): number => line.reduce((sum, {text}) => sum + textWidth(text), 0);

/**
A paragraph as rows of at most this many columns.
*/
export const wrappedLines = (
	text: string,
	columns: number,
	{style = 'plain'}: {readonly style?: StyleName} = {},
): readonly Line[] => wrapWords(text, Math.max(1, columns), textWidth).map(row => [span(row, style)]);

/**
A text made as wide as this with spaces at its end.
*/
export const padded = (text: string, columns: number): string =>
	text + ' '.repeat(Math.max(0, columns - textWidth(text)));

/**
A text as characters as people see them.
*/
export const characters = (text: string): string[] =>
	Array.from(new Intl.Segmenter().segment(text), ({segment}) => segment);

/**
A text that is no wider than this, with a sign where its end was cut off.
*/
export const cutEnd = (text: string, columns: number, ellipsis: string): string => {
	if (textWidth(text) <= columns) {
		return text;
	}

	let kept = '';
	for (const character of characters(text)) {
		if (textWidth(kept + character + ellipsis) > columns) {
			break;
		}

		kept += character;
	}

	return columns < textWidth(ellipsis) ? '' : kept + ellipsis;
};

/**
Rows of a text that are no more than this, with a sign where the others were cut off.
*/
export const cutRows = (
	lines: readonly Line[],
	rows: number,
	columns: number,
	ellipsis: string,
): readonly Line[] => {
	const last = lines[rows - 1];
	if (lines.length <= rows || !last) {
		return lines.slice(0, rows);
	}

	const before = last.slice(0, -1);
	const {text, style} = last.at(-1) ?? {text: '', style: 'plain'};
	const end = cutEnd(`${text}${ellipsis}`, columns - lineWidth(before), ellipsis);
	return [...lines.slice(0, rows - 1), [...before, span(end, style)]];
};
