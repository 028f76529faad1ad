import {describe, expect, it} from 'vitest';
import {cutRows, span} from '../../source/ui/line.js';

const rows = (...texts: readonly string[]) => texts.map(text => [span(text)]);

describe('cutRows', () => {
	it('leaves a text that fits as it is', () => {
		expect(cutRows(rows('one', 'two'), 2, 10, '…')).toEqual(rows('one', 'two'));
	});

	it('says that there is more, within the columns', () => {
		expect(cutRows(rows('one', 'two', 'three'), 2, 10, '…')).toEqual(rows('one', 'two…'));
		expect(cutRows(rows('one', 'two', 'three'), 2, 3, '…')).toEqual(rows('one', 'tw…'));
	});

	it('can have no row left', () => {
		expect(cutRows(rows('one'), 0, 10, '…')).toEqual([]);
	});
});
