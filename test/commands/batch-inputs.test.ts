import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {uniqueNames} from '../../source/commands/batch-inputs.js';

const unique = (...names: readonly string[]) =>
	uniqueNames(names.map(name => ({type: 'url', name, url: 'https://example.com'})));

describe('the names of results', () => {
	it.each([
		['those of the recordings', ['a.wav', 'b.wav'], ['a.wav', 'b.wav']],
		['counted where recordings have the same', ['a', 'a', 'a'], ['a', 'a (2)', 'a (3)']],
		[
			'counted where they differ in case alone, for macOS and Windows',
			['A.wav', 'a.wav'],
			['A.wav', 'a.wav (2)'],
		],
		[
			'counted where they differ in how accents are written',
			['\u{E9}', 'e\u{301}'],
			['\u{E9}', 'e\u{301} (2)'],
		],
		['counted on where that is a recording, too', ['a', 'a', 'a (2)'], ['a', 'a (2)', 'a (2) (2)']],
		['counted on behind a recording that looks counted', ['a (2)', 'a', 'a'], ['a (2)', 'a', 'a (3)']],
	])('are %s', (_rule, names, expected) => {
		expect(unique(...names)).toEqual(expected);
	});

	it('never meet, whatever their case', () => {
		const name = fc
			.tuple(
				fc.constantFrom('a', 'A', 'b', '\u{E9}', 'E\u{301}'),
				fc.constantFrom('', ' (2)', ' (3)', ' (2) (2)'),
			)
			.map(parts => parts.join(''));
		fc.assert(
			fc.property(fc.array(name, {maxLength: 12}), names => {
				const found = unique(...names);
				expect(found).toHaveLength(names.length);
				expect(new Set(found.map(text => text.normalize().toLowerCase())).size).toBe(names.length);
			}),
		);
	});
});
