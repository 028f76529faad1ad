import {describe, expect, it} from 'vitest';
import {atStart, followingEnd, scrolled, topRow} from '../../source/ui/scroll.js';

describe('a pane of 5 rows', () => {
	it('shows the end of a text it follows, however long that gets', () => {
		expect(topRow(followingEnd, 3, 5)).toBe(0);
		expect(topRow(followingEnd, 20, 5)).toBe(15);
		expect(topRow(followingEnd, 21, 5)).toBe(16);
	});

	it('stays where the user scrolled to while the text grows', () => {
		const scroll = scrolled(followingEnd, {rows: -1}, 20, 5);
		expect(scroll).toEqual({isFollowing: false, top: 14});
		expect(topRow(scroll, 40, 5)).toBe(14);
	});

	it('follows again once it is scrolled to the end', () => {
		const away = scrolled(followingEnd, {to: 'start'}, 20, 5);
		expect(topRow(away, 20, 5)).toBe(0);
		expect(scrolled(away, {to: 'end'}, 20, 5)).toEqual({isFollowing: true, top: 15});
	});

	it('keeps a row in sight from page to page', () => {
		expect(scrolled(atStart, {pages: 1}, 20, 5).top).toBe(4);
	});

	it('goes no further than the text', () => {
		expect(scrolled(atStart, {rows: -3}, 20, 5).top).toBe(0);
		expect(scrolled(atStart, {pages: 9}, 20, 5).top).toBe(15);
		expect(scrolled(atStart, {rows: 1}, 3, 5).top).toBe(0);
	});
});
