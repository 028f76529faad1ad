import {renderToString} from 'ink';
import {describe, expect, it} from 'vitest';
import {span} from '../../source/ui/line.js';
import {emptyLine} from '../../source/ui/line-parts.js';
import {Lines} from '../../source/ui/lines.js';
import {asciiTheme, plainTheme} from '../helpers/screen-frame.js';

const drawn = (lines: Parameters<typeof Lines>[0]['lines'], rows: number, theme = plainTheme) =>
	renderToString(<Lines lines={lines} columns={20} rows={rows} theme={theme} />, {columns: 20}).split('\n');

describe('Lines', () => {
	it('draws as many rows as it is given, empty ones too', () => {
		const lines = [
			[span('one')],
			emptyLine,
			[span('three, '), span('in two pieces', 'title')],
			[span('four')],
		];
		expect(drawn(lines, 3)).toEqual(['one', '', 'three, in two pieces']);
		expect(drawn(lines, 6)).toEqual(['one', '', 'three, in two pieces', 'four', '', '']);
	});

	it('writes typographic characters in ASCII where the terminal has no others', () => {
		const line = [span('“a” · b – 2 × 3 …')];
		expect(drawn([line], 1)).toEqual(['“a” · b – 2 × 3 …']);
		expect(drawn([line], 1, asciiTheme)).toEqual(['"a" - b - 2 x 3 ~']);
	});
});
