import {wrapWords} from '../core/wrap-words.js';
import {characters, type Line, lineWidth, span} from './line.js';
import {textWidth} from './text-width.js';
import type {StyleName} from './theme.js';

/**
A row without text.
*/
export const emptyLine: Line = [];

/**
A paragraph behind something that leads it, such as a bullet; its rows begin under each other.
*/
export const ledParagraph = (
	lead: Line,
	text: string,
	columns: number,
	style: StyleName = 'plain',
): readonly Line[] => {
	const indent = lineWidth(lead);
	return wrapWords(text, Math.max(1, columns - indent), textWidth).map((row, index) => [
		...(index === 0 ? lead : [span(' '.repeat(indent))]),
		span(row, style),
	]);
};

/**
A text that is no wider than this, with a sign where its start was cut off: the end of a path tells most.
*/
export const cutStart = (text: string, columns: number, ellipsis: string): string => {
	if (textWidth(text) <= columns) {
		return text;
	}

	let kept = '';
	for (const character of characters(text).toReversed()) {
		if (textWidth(ellipsis + character + kept) > columns) {
			break;
		}

		kept = character + kept;
	}

	return ellipsis + kept;
};
