import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {flowTokens} from '../../source/core/text-flow.js';

const tokens = (text: string, kind = 'final') => text.split(' ').map(word => ({text: word, kind}));

const textOf = (rows: ReturnType<typeof flowTokens>) =>
	rows.map(({pieces}) => pieces.map(piece => piece.text).join(''));

describe('flowTokens', () => {
	it('fills rows up to the width, and says with which token each begins', () => {
		const rows = flowTokens(tokens('one two three four'), 9, ' ', stringWidth);
		expect(textOf(rows)).toEqual(['one two', 'three', 'four']);
		expect(rows.map(row => row.firstToken)).toEqual([0, 2, 3]);
	});

	it('joins neighbours of one kind to one piece, and parts those of two', () => {
		const [row] = flowTokens([...tokens('a b'), ...tokens('c d', 'partial')], 20, ' ', stringWidth);
		expect(row?.pieces).toEqual([
			{text: 'a b', kind: 'final'},
			{text: ' c d', kind: 'partial'},
		]);
	});

	it('needs no spaces in languages without them, and counts full-width characters as two columns', () => {
		const rows = flowTokens(
			Array.from('今日は良い天気です', text => ({text, kind: 'final'})),
			8,
			'',
			stringWidth,
		);
		expect(textOf(rows)).toEqual(['今日は良', 'い天気で', 'す']);
	});

	it('cuts a token that is wider than a row, and goes on behind its end', () => {
		const rows = flowTokens(tokens('abcdefgh ij'), 6, ' ', stringWidth);
		expect(textOf(rows)).toEqual(['abcdef', 'gh ij']);
		expect(rows.map(row => row.firstToken)).toEqual([0, 0]);
	});
});
