import {PassThrough} from 'node:stream';
import {render} from 'ink';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {createStore} from '../../source/core/store.js';
import {App} from '../../source/ui/app.js';
import {reduceApp} from '../../source/ui/app-state.js';
import {driveApp} from '../helpers/app-driver.js';
import {createScreen} from '../helpers/screen.js';
import {idleProps} from '../helpers/screen-frame.js';

const cleanups: Array<() => void> = [];
afterEach(() => {
	for (const cleanup of cleanups.splice(0)) {
		cleanup();
	}
});

/**
A keyboard that nobody sits at.
*/
const silentKeyboard = () =>
	Object.assign(new PassThrough(), {isTTY: true, setRawMode() {}, ref() {}, unref() {}}) as never;

/**
The app on a terminal of this size, drawn as it is for users.

@param arrive - Leads to where it is opened.
*/
const openOn = (columns: number, rows: number, arrive: (app: ReturnType<typeof driveApp>) => void) => {
	const screen = createScreen(columns, rows);
	const app = driveApp({columns, rows});
	arrive(app);
	const store = createStore(reduceApp, app.state(), queueMicrotask);
	const {unmount} = render(<App store={store} actions={idleProps(undefined, 1, 1).actions} />, {
		stdout: Object.assign(screen.stream, {on() {}, off() {}}),
		stdin: silentKeyboard(),
		alternateScreen: true,
		incrementalRendering: true,
		interactive: true,
		patchConsole: false,
	});
	cleanups.push(unmount);
	return {
		...store,

		/**
		Waits until the screen is as wanted.
		*/
		shows: async (pattern: RegExp): Promise<readonly string[]> =>
			vi.waitFor(async () => {
				const frame = await screen.frame();
				expect(frame.join('\n')).toMatch(pattern);
				return frame;
			}),
	};
};

const sizes = [
	[160, 45],
	[120, 30],
	[100, 16],
	[80, 24],
	[60, 16],
	[50, 15],
	[40, 10],
] as const;

const run = (app: ReturnType<typeof driveApp>) => app.run();

describe('a notice', () => {
	const long = `${'It is said at length. '.repeat(20)}The end.`;

	it.each(sizes)(
		'of several rows stands under whole panes at %i×%i, and its cut end says so',
		async (columns, rows) => {
			const app = openOn(columns, rows, run);
			app.dispatch({type: 'noticed', text: long});
			const frame = await app.shows(/It is said at length/);
			const last = rows - 2; // The last row of the terminal stays free.
			const notice = frame.slice(last - 2, last + 1);
			expect(notice.join(' ')).not.toMatch(/[─│╯]/v);
			expect(notice[0]).toMatch(/^ It is said/);
			if (!notice.join(' ').includes('The end.')) {
				expect(notice[2]).toMatch(/…$/);
			}

			expect(frame[last - 3]).toMatch(/^╰.*╯$/);
			expect(frame.at(-1)).toBe('');
		},
	);

	it.each(sizes)('leaves nothing behind at %i×%i when it goes', async (columns, rows) => {
		const app = openOn(columns, rows, run);
		const before = await app.shows(/quit/);
		app.dispatch({type: 'noticed', text: long});
		await app.shows(/It is said at length/);
		app.dispatch({type: 'key-pressed'});
		expect(await app.shows(/quit/)).toEqual(before);
	});

	it.each(['modes', 'audio', 'advice', 'settings', 'help'] as const)(
		'stands whole under the screen %s in the smallest terminal',
		async screen => {
			const app = openOn(40, 10, ({dispatch}) => dispatch({type: 'screen-opened', screen}));
			app.dispatch({type: 'noticed', text: long});
			const frame = await app.shows(/It is said at length/);
			expect(
				frame
					.slice(6, 9)
					.join(' ')
					.replaceAll(/It|is|said|at|length|The|end|[ .…]/gv, ''),
			).toBe('');
		},
	);
});

describe('a notice that nobody takes away', () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	it('fades by itself, and its time is not held for the next one', async () => {
		const app = openOn(80, 24, run);
		await app.shows(/quit/);
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
		app.dispatch({type: 'noticed', text: 'One.', isReason: true});
		await Promise.resolve();
		vi.advanceTimersByTime(3000);
		app.dispatch({type: 'noticed', text: 'Two.', isReason: true});
		await Promise.resolve();
		vi.advanceTimersByTime(3000);
		expect(app.getState().notice?.text).toBe('Two.');
		vi.advanceTimersByTime(3000);
		expect(app.getState().notice).toBeUndefined();
		expect(vi.getTimerCount()).toBe(0);
	});
});
