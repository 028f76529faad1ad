import {describe, expect, it} from 'vitest';
import type {CheckContext} from '../../../source/commands/doctor/check.js';
import {terminal} from '../../../source/commands/doctor/terminal.js';
import {checkContext} from '../../helpers/check-context.js';

const look = async (facts: Partial<CheckContext['terminal']>, environment = {}) => {
	const context = await checkContext(environment);
	return terminal.run({...context, terminal: {...context.terminal, ...facts}});
};

describe('what the app does with a terminal', () => {
	it.each([
		[{columns: 100, rows: 30}, 'beside each other'],
		[{columns: 80, rows: 24}, 'above each other'],
		[{columns: 50, rows: 20}, 'one pane shows at a time'],
	])('of %j is said', async (size, expected) => {
		const {status, says, nextStep} = await look({size});
		expect(status).toBe('good');
		expect(says[0]).toContain(expected);
		expect(nextStep).toBeUndefined();
	});

	it('that is too small is said, with the size that is needed', async () => {
		const {status, says, nextStep} = await look({size: {columns: 39, rows: 10}});
		expect(status).toBe('warning');
		expect(says[0]).toContain('no room');
		expect(nextStep).toContain('40×10');
	});

	it.each([
		[{isOutputTerminal: false}, {}, 'stdout is not a terminal', 'good'],
		[{isInputTerminal: false}, {}, 'stdin is not a terminal', 'good'],
		[{type: 'dumb'}, {}, 'TERM is dumb', 'warning'],
		[{}, {ACCESSIBLE: '1'}, '--linear asks for line by line', 'good'],
	])(
		'that it cannot fill is said, with the reason (%j, %j)',
		async (facts, environment, reason, expected) => {
			const {status, says} = await look(facts, environment);
			expect(says[0]).toBe(`duet prints the comparison and does not open the app, because ${reason}.`);
			expect(status).toBe(expected);
		},
	);
});

describe('what a terminal can show', () => {
	it.each([
		[{colourBits: 24}, 'colours', '16,777,216'],
		[{colourBits: 8, type: 'xterm-256color'}, 'colours', '256 (TERM xterm-256color)'],
		[{colourBits: 1, type: 'vt100'}, 'colours', 'none (TERM vt100)'],
		[{isWithoutColours: true}, 'colours', 'none, as NO_COLOR is set'],
		[{locale: 'en_GB.UTF-8'}, 'characters', 'UTF-8 (locale en_GB.UTF-8)'],
		[{locale: 'C', hasUnicode: false}, 'characters', 'ASCII signs only (locale C)'],
	])('is said (%j)', async (facts, label, expected) => {
		const {says} = await look(facts);
		expect(says).toContainEqual([label, expected]);
	});

	it('without UTF-8 is a warning with the way out', async () => {
		expect(await look({locale: 'C', hasUnicode: false})).toMatchObject({
			status: 'warning',
			nextStep: expect.stringContaining('export LC_ALL=C.UTF-8'),
		});
	});
});
