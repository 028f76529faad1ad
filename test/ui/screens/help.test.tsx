import {describe, expect, it} from 'vitest';
import {comparisonRows} from '../../../source/core/comparison-rows.js';
import {troubles} from '../../../source/ui/help/troubleshooting.js';
import {keyMap} from '../../../source/ui/key-map.js';
import type {Line} from '../../../source/ui/line.js';
import {figureLines, keyLines, troubleLines} from '../../../source/ui/screens/help-lines.js';
import {helpKeys, initialHelpState, reduceHelp} from '../../../source/ui/screens/help-state.js';
import {plainTheme} from '../../helpers/screen-frame.js';

const textOf = (lines: readonly Line[]): string =>
	lines
		.map(line =>
			line
				.map(({text}) => text)
				.join('')
				.trim(),
		)
		.join(' ')
		.replaceAll(/ +/gv, ' ');

describe('the help', () => {
	it('lists every key of the key map', () => {
		const text = textOf(keyLines(keyMap, 200, plainTheme));
		for (const {title, bindings} of keyMap) {
			expect(text).toContain(title);
			for (const {help} of bindings) {
				expect(text).toContain(help);
			}
		}
	});

	it('breaks keys and what they do in columns of their own', () => {
		const groups = [
			{
				title: 'In a list',
				bindings: [
					{keys: ['up', 'down', 'k', 'j'], help: 'go from row to row in the list that is open'},
					{keys: ['1', '2', '3', 'page-up'], help: 'a row'},
				],
			},
		];
		const rows = keyLines(groups, 36, plainTheme).map(line =>
			line
				.map(({text}) => text)
				.join('')
				.trimEnd(),
		);
		expect(rows.join('\n')).toMatchInlineSnapshot(`
			"In a list
			  ↑ ↓ k j   go from row to row in
			            the list that is open
			  1-3 pgup  a row"
		`);
	});

	it('explains every row of the comparison', () => {
		const text = textOf(figureLines(300));
		for (const {help} of comparisonRows) {
			expect(text).toContain(help);
		}
	});

	it('says of every trouble what is seen, why, what to do, and what Duet does by itself', () => {
		const text = textOf(troubleLines(400));
		for (const {title, seen, why, remedy, byItself} of troubles) {
			expect(text).toContain(`${title} Seen ${seen} Why ${why} Do ${remedy} Duet ${byItself}`);
		}
	});

	it('knows the troubles that everybody has', () => {
		const titles = troubles.map(({title}) => title.toLowerCase()).join('\n');
		for (const word of [
			'key',
			'file',
			'takes too long',
			'refused',
			'lost',
			'too fast or too slow',
			'microphone',
		]) {
			expect(titles).toContain(word);
		}
	});

	it('goes round in its parts, each from its start', () => {
		const scrolled = {...initialHelpState, scroll: {isFollowing: false, top: 7}};
		const before = reduceHelp(scrolled, {type: 'section-opened', section: -1});
		expect(before).toMatchObject({section: 2, scroll: {top: 0}});
		expect(reduceHelp(before, {type: 'section-opened', section: 3}).section).toBe(0);
	});

	it.each([
		['j', 1],
		['page-down', 9],
		['G', 20],
	])('scrolls with %s from row 0 to row %i of 30, of which 10 are visible', (key, top) => {
		const binding = helpKeys.bindings.find(({keys}) => keys.includes(key));
		let state = {...initialHelpState, extent: {rowCount: 30, height: 10}};
		const screen = {below: undefined as never};
		binding?.run?.(
			{
				state: {...state, ...screen},
				dispatch(event) {
					state = reduceHelp(state, event);
				},
				actions: undefined as never,
				open() {},
				back() {},
			},
			key,
		);
		expect(state.scroll.top).toBe(top);
	});
});
