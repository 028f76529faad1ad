import {type Line, span} from '../line.js';
import type {Theme} from '../theme.js';

/**
Which rows of a list are visible, so that the selected one is, with as much around it as there is.

@returns The number of the first visible row.
*/
export const windowTop = (selected: number, rowCount: number, height: number): number =>
	Math.max(0, Math.min(selected - Math.floor(height / 2), rowCount - height));

/**
A rule under a list, which says how many of its rows are out of view.
*/
export const ruleUnder = (
	top: number,
	height: number,
	rowCount: number,
	columns: number,
	{signs}: Theme,
): Line => {
	const below = Math.max(0, rowCount - top - height);
	const parts = [top > 0 ? `${signs.up} ${top}` : '', below > 0 ? `${signs.down} ${below}` : ''].filter(
		part => part !== '',
	);
	const more = parts.length === 0 ? '' : ` ${parts.join('  ')} more `;
	return [
		span(signs.horizontal.repeat(Math.max(0, columns - more.length - 2)), 'quiet'),
		span(more, 'accent'),
		span(signs.horizontal.repeat(Math.min(2, columns)), 'quiet'),
	];
};
