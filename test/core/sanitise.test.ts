import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {sanitise} from '../../source/core/sanitise.js';

describe('sanitise', () => {
	it.each([
		['an escape sequence', '\u{1B}[31mred\u{1B}]0;title\u{7}', '␛[31mred␛]0;title␇'],
		['a control sequence of eight bits', '\u{9B}2J', '[U+009B]2J'],
		['null and delete', 'a\0b\u{7F}', 'a␀b␡'],
		['a direction override', 'cod\u{202E}gpj.exe', 'cod[U+202E]gpj.exe'],
		['an isolate', '\u{2066}x\u{2069}', '[U+2066]x[U+2069]'],
		['a zero-width space and a byte order mark', 'pay\u{200B}pal\u{FEFF}', 'pay[U+200B]pal[U+FEFF]'],
		['invisible tags', 'a\u{E0041}', 'a[U+E0041]'],
		['a line separator', 'a\u{2028}b', 'a[U+2028]b'],
		['half a surrogate pair', 'a\u{D83D}b', 'a\u{FFFD}b'],
	])('shows %s', (_, text, shown) => {
		expect(sanitise(text)).toBe(shown);
	});

	it('turns tabs and line breaks into one space each', () => {
		expect(sanitise('a\tb\nc\r\nd\re')).toBe('a b c d e');
	});

	it.each([
		['letters of any script', 'Grüße, 你好, שלום, नमस्ते'],
		['the joiner of an emoji family', '👩\u{200D}👩\u{200D}👧'],
		['the non-joiner of Persian', 'می\u{200C}خواهم'],
		['the direction marks of Arabic and Hebrew', 'א\u{200F}!\u{200E}'],
	])('leaves %s alone', (_, text) => {
		expect(sanitise(text)).toBe(text);
	});

	it('leaves no control character in any text, and changes nothing the second time', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), text => {
				const shown = sanitise(text);
				expect(shown).not.toMatch(/[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u);
				expect(sanitise(shown)).toBe(shown);
			}),
		);
	});
});
