import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {plainTable} from '../../source/terminal/plain-table.js';

describe('plainTable', () => {
	it('lines its columns up', () => {
		expect(plainTable(['', 'Batch', 'Real-time'], [['Cost', '$0.0040', '$0.0043']], 80)).toBe(
			['      Batch    Real-time', 'Cost  $0.0040  $0.0043'].join('\n'),
		);
	});

	it('wraps cells within their column where the terminal is narrow', () => {
		const table = plainTable(
			['', 'Batch', 'Real-time'],
			[['Use for', 'recordings, archives', 'live streams']],
			34,
		);
		expect(table).toBe(
			[
				'         Batch         Real-time',
				'Use for  recordings,   live',
				'         archives      streams',
			].join('\n'),
		);
		expect(Math.max(...table.split('\n').map(line => line.length))).toBeLessThanOrEqual(34);
	});

	it('never exceeds its width and loses no text', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.stringMatching(/^[a-z ]{0,30}$/), {minLength: 3, maxLength: 3}), {minLength: 1}),
				fc.integer({min: 10, max: 120}),
				(rows, columns) => {
					const table = plainTable(['', 'Batch', 'Real-time'], rows, columns);
					expect(Math.max(...table.split('\n').map(line => stringWidth(line)))).toBeLessThanOrEqual(columns);
					const letters = (text: string) =>
						[...text.replaceAll(/\s/g, '')].sort((a, b) => a.localeCompare(b)).join('');
					expect(letters(table)).toBe(letters(`BatchReal-time${rows.flat().join('')}`));
				},
			),
		);
	});
});
