import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {diffWords} from '../../source/core/diff.js';
import {differenceRows} from '../../source/core/difference-rows.js';
import {word} from '../helpers/words.js';

const spoken = (text: string, speaker?: string) =>
	text.split(' ').map((part, index) => word(part, index, index + 0.5, speaker));

const rowsOf = (first: string, second: string, columns = 60) =>
	differenceRows(diffWords(spoken(first), spoken(second), 'en'), ' ', columns, stringWidth);

const linesOf = ({rows}: ReturnType<typeof differenceRows>) =>
	rows.map(({pieces}) => pieces.map(({text}) => text).join(''));

describe('differenceRows', () => {
	it('writes both readings where they differ', () => {
		const differences = rowsOf('we ship on friday morning', 'we shipped on friday');
		expect(linesOf(differences)).toEqual(['we [-ship-] {+shipped+} on friday [-morning-]']);
		expect(differences.count).toBe(2);
	});

	it('knows in which rows the differences begin', () => {
		const differences = rowsOf('red is what we want to sell', 'red is what we want to buy', 14);
		expect(linesOf(differences)).toEqual(['red is what we', 'want to', '[-sell-]', '{+buy+}']);
		expect(differences.places).toEqual([2]);
	});

	it('begins a row with each speaker of the first transcript', () => {
		const first = [...spoken('how is it', 'S1'), word('fine', 4, 5, 'S2')];
		const second = [...spoken('how was it', 'S1'), word('fine', 4, 5, 'S3')];
		expect(linesOf(differenceRows(diffWords(first, second, 'en'), ' ', 60, stringWidth))).toEqual([
			'how [-is-] {+was+} it',
			'fine',
		]);
	});
});
