import {describe, expect, it} from 'vitest';
import {sampleFile} from '../helpers/duet.js';
import {startInTerminal} from '../helpers/terminal.js';

describe.each([
	['--linear', {}],
	['ACCESSIBLE=1', {ACCESSIBLE: '1'}],
	['INK_SCREEN_READER=true', {INK_SCREEN_READER: 'true'}],
])('on a terminal with %s', (flag, environment) => {
	it('everything is written line by line, each final once, and nothing is ever drawn again', async () => {
		const arguments_ = ['compare', sampleFile, '--pace', '10', ...(flag.startsWith('--') ? [flag] : [])];
		const terminal = startInTerminal(arguments_, 80, 24, environment);
		expect((await terminal.exited).exitCode).toBe(0);
		expect(terminal.bytes()).not.toContain('\u{1B}');

		const lines = await terminal.screen.unwrappedLines();
		expect(lines.filter(line => line === "S1: Let's begin today's meeting.")).toHaveLength(1);
		expect(lines.filter(line => line.startsWith('Comparison '))).toHaveLength(1);
		expect(lines.join('\n')).not.toContain('‹');
	});
});
