import {describe, expect, it} from 'vitest';
import {createRedraw} from '../../source/terminal/redraw.js';
import {createScreen} from '../helpers/screen.js';

const longPartial =
	'we shipped the new release on Tuesday and nobody has complained about the synchronisation so far';

describe('createRedraw', () => {
	it('draws in place', async () => {
		const screen = createScreen(40, 10);
		const redraw = createRedraw(screen.stream);
		redraw.draw(['we ship', 'streaming']);
		redraw.draw(['we shipped the', 'streaming']);
		expect(await screen.lines()).toEqual(['we shipped the', 'streaming']);
	});

	it('wraps what is wider than the terminal, and leaves nothing of it', async () => {
		const screen = createScreen(20, 10);
		screen.write('before\n');
		const redraw = createRedraw(screen.stream);
		redraw.draw([longPartial]);
		expect((await screen.lines()).length).toBe(7);
		redraw.draw(['short']);
		expect(await screen.lines()).toEqual(['before', 'short']);
		redraw.clear();
		expect(await screen.lines()).toEqual(['before']);
	});

	it('shows the end of what is taller than the terminal, and leaves nothing of it in the scrollback', async () => {
		const screen = createScreen(12, 4);
		screen.write('before\n');
		const redraw = createRedraw(screen.stream);
		redraw.draw([longPartial]);
		expect((await screen.lines()).at(-1)).toBe('ion so far');
		redraw.draw([longPartial]);
		redraw.clear();
		expect(await screen.lines()).toEqual(['before']);
	});

	it.each([
		[80, 24],
		[31, 15],
		[17, 12],
	])(
		'leaves nothing behind when the terminal becomes %d columns wide in the middle',
		async (columns, rows) => {
			const screen = createScreen(60, 24);
			screen.write('before\n');
			const redraw = createRedraw(screen.stream);
			redraw.draw([longPartial, 'streaming']);
			await screen.lines();
			screen.resize(columns, rows);
			redraw.draw(['short', 'done']);
			expect(await screen.lines()).toEqual(['before', 'short', 'done']);
		},
	);

	it('counts full-width characters as two columns', async () => {
		const screen = createScreen(10, 10);
		const redraw = createRedraw(screen.stream);
		redraw.draw(['你好世界你好世界']);
		redraw.draw(['好']);
		expect(await screen.lines()).toEqual(['好']);
	});
});
