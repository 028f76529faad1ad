import {sanitise} from '../core/sanitise.js';
import {characters, type Line, span} from './line.js';
import {textWidth} from './text-width.js';
import type {Theme} from './theme.js';

/**
A line of text that is being typed, with the cursor between its two parts.
*/
export type TextField = {
	readonly before: string;
	readonly after: string;
};

/**
What a key does to a field.
*/
export type FieldEdit = {readonly type: 'insert'; readonly text: string} | KeyEdit;

type KeyEdit = {
	readonly type:
		| 'left'
		| 'right'
		| 'start'
		| 'end'
		| 'delete-before'
		| 'delete-after'
		| 'delete-word'
		| 'clear';
};

/**
A field with the cursor behind its text.
*/
export const fieldOf = (text: string): TextField => ({before: text, after: ''});

/**
What was typed.
*/
export const fieldText = ({before, after}: TextField): string => before + after;

/**
Folds one edit into a field, by characters as people see them. The same field comes back where nothing changes.
*/
export const editField = (field: TextField, edit: FieldEdit): TextField => {
	const {before, after} = field;
	const last = characters(before).at(-1) ?? '';
	const [first = ''] = characters(after);
	switch (edit.type) {
		case 'insert': {
			const text = edit.text.replaceAll(/\p{Cc}/gv, '');
			return text === '' ? field : {before: before + text, after};
		}

		case 'left': {
			return last === '' ? field : {before: before.slice(0, -last.length), after: last + after};
		}

		case 'right': {
			return first === '' ? field : {before: before + first, after: after.slice(first.length)};
		}

		case 'start': {
			return before === '' ? field : {before: '', after: before + after};
		}

		case 'end': {
			return after === '' ? field : fieldOf(before + after);
		}

		case 'delete-before': {
			return last === '' ? field : {before: before.slice(0, -last.length), after};
		}

		case 'delete-after': {
			return first === '' ? field : {before, after: after.slice(first.length)};
		}

		case 'delete-word': {
			return before === '' ? field : {before: before.replace(/[^\s\/]*[\s\/]*$/v, ''), after};
		}

		case 'clear': {
			return before === '' && after === '' ? field : fieldOf('');
		}
	}
};

/**
What the keys of every field do, by their names. Characters come as text.
*/
export const fieldKeys: Readonly<Record<string, KeyEdit>> = {
	left: {type: 'left'},
	right: {type: 'right'},
	home: {type: 'start'},
	'ctrl+a': {type: 'start'},
	end: {type: 'end'},
	'ctrl+e': {type: 'end'},
	backspace: {type: 'delete-before'},
	delete: {type: 'delete-after'},
	'ctrl+w': {type: 'delete-word'},
	'ctrl+u': {type: 'clear'},
};

/**
A field as it is drawn, with a sign for the cursor; the text moves so that it is in view.

@param columns - At least 2.
*/
export const fieldLine = (field: TextField, columns: number, {cursor, ellipsis}: Theme['signs']): Line => {
	const room = columns - textWidth(cursor);
	const before = fitted(characters(sanitise(field.before)).toReversed(), room, ellipsis).toReversed();
	const after = fitted(characters(sanitise(field.after)), room - textWidth(before.join('')), ellipsis);
	return [span(before.join('')), span(cursor, 'accent'), span(after.join(''))];
};

/**
As many characters as there is room for, with the ellipsis as the last one where some are missing.
*/
const fitted = (cells: readonly string[], columns: number, ellipsis: string): string[] => {
	if (textWidth(cells.join('')) <= columns) {
		return [...cells];
	}

	const kept: string[] = [];
	let width = textWidth(ellipsis);
	for (const cell of cells) {
		width += textWidth(cell);
		if (width > columns) {
			break;
		}

		kept.push(cell);
	}

	return columns < textWidth(ellipsis) ? [] : [...kept, ellipsis];
};
