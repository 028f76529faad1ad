import {describe, expect, it} from 'vitest';
import {keyNames} from '../../source/ui/key-names.js';

const none = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
};

describe('keyNames', () => {
	it.each([
		['q', {}, ['q']],
		['G', {shift: true}, ['G']],
		['', {upArrow: true}, ['up']],
		['', {tab: true, shift: true}, ['shift+tab']],
		['c', {ctrl: true}, ['ctrl+c']],
		['\r', {return: true}, ['enter']],
		['', {escape: true, meta: true}, ['esc']],
		[' ', {}, ['space']],
	] as const)('%j %j is %j', (input, key, names) => {
		expect(keyNames(input, {...none, ...key})).toEqual(names);
	});

	it('parts keys that arrive together', () => {
		expect(keyNames('jj \r', none)).toEqual(['j', 'j', 'space', 'enter']);
		expect(keyNames('\u{3}\u{3}', none)).toEqual(['ctrl+c', 'ctrl+c']);
	});

	it('takes no character with Alt for the character alone', () => {
		expect(keyNames('q', {...none, meta: true})).toEqual([]);
	});
});
