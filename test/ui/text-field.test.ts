import {describe, expect, it} from 'vitest';
import {editField, fieldLine, fieldOf, fieldText} from '../../source/ui/text-field.js';
import {createTheme} from '../../source/ui/theme.js';

const {signs} = createTheme({hasColour: false, hasUnicode: false});

const shown = (field: ReturnType<typeof fieldOf>, columns: number): string =>
	fieldLine(field, columns, signs)
		.map(({text}) => text)
		.join('');

describe('editField', () => {
	it.each([
		['insert', {before: 'ab', after: 'cd'}, {before: 'abX', after: 'cd'}],
		['left', {before: 'ab', after: 'cd'}, {before: 'a', after: 'bcd'}],
		['right', {before: 'ab', after: 'cd'}, {before: 'abc', after: 'd'}],
		['start', {before: 'ab', after: 'cd'}, {before: '', after: 'abcd'}],
		['end', {before: 'ab', after: 'cd'}, {before: 'abcd', after: ''}],
		['delete-before', {before: 'ab', after: 'cd'}, {before: 'a', after: 'cd'}],
		['delete-after', {before: 'ab', after: 'cd'}, {before: 'ab', after: 'd'}],
		['clear', {before: 'ab', after: 'cd'}, {before: '', after: ''}],
	] as const)('%s', (type, before, after) => {
		const edit = type === 'insert' ? {type, text: 'X'} : {type};
		expect(editField(before, edit)).toEqual(after);
	});

	it('takes characters as people see them', () => {
		expect(editField(fieldOf('e\u{301}👩‍👩‍👧'), {type: 'delete-before'}).before).toBe('e\u{301}');
		expect(editField(fieldOf('e\u{301}'), {type: 'left'})).toEqual({before: '', after: 'e\u{301}'});
	});

	it('deletes a word of a path, and of a sentence', () => {
		expect(editField(fieldOf('~/audio/day 1.wav'), {type: 'delete-word'}).before).toBe('~/audio/day ');
		expect(editField(fieldOf('~/audio/'), {type: 'delete-word'}).before).toBe('~/');
	});

	it('leaves out control characters, as a paste may bring them', () => {
		expect(fieldText(editField(fieldOf('a'), {type: 'insert', text: '\u{1B}[31mb\n'}))).toBe('a[31mb');
	});

	it('returns the same field where there is nothing to do', () => {
		const empty = fieldOf('');
		for (const type of ['left', 'right', 'start', 'end', 'delete-before', 'delete-word', 'clear'] as const) {
			expect(editField(empty, {type})).toBe(empty);
		}
	});
});

describe('fieldLine', () => {
	it('shows the cursor where it is', () => {
		expect(shown({before: 'ab', after: 'cd'}, 10)).toBe('ab_cd');
	});

	it('keeps the cursor in view: at the end, in the middle, at the start', () => {
		expect(shown({before: '0123456789', after: ''}, 8)).toBe('~456789_');
		expect(shown({before: '0123456789', after: 'ab'}, 8)).toBe('~456789_');
		expect(shown({before: '01', after: '23456789'}, 8)).toBe('01_2345~');
		expect(shown({before: '', after: '0123456789'}, 8)).toBe('_012345~');
	});

	it('makes what is not visible visible', () => {
		expect(shown(fieldOf('a\u{202E}b'), 20)).toBe('a[U+202E]b_');
	});
});
