import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {textWidth} from '../../source/ui/text-width.js';
import {createTheme} from '../../source/ui/theme.js';

describe('textWidth', () => {
	it('is that of string-width for every character there is', () => {
		const wrong: string[] = [];
		for (let code = 0; code <= 0xff_ff; code++) {
			const character = String.fromCharCode(code);
			if (textWidth(character) !== stringWidth(character)) {
				wrong.push(code.toString(16));
			}
		}

		expect(wrong).toEqual([]);
	});

	it('is that of string-width for any text', () => {
		const {signs, levels} = createTheme({hasColour: true, hasUnicode: true});
		const drawn = fc.constantFrom(
			...Object.values(signs),
			...levels,
			'a',
			'é',
			'ß',
			'–',
			'“',
			'👩‍👧',
			'❤️',
			'你',
			'e\u{301}',
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({unit: 'binary'}),
					fc.array(drawn).map(parts => parts.join('')),
				),
				text => {
					expect(textWidth(text)).toBe(stringWidth(text));
				},
			),
			{numRuns: 2000},
		);
	});
});
