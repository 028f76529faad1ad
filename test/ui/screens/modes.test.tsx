import {cleanup, render} from 'ink-testing-library';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {createStore} from '../../../source/core/store.js';
import type {RunRequest} from '../../../source/ui/actions.js';
import {App} from '../../../source/ui/app.js';
import {frontScreen, initialAppState, reduceApp} from '../../../source/ui/app-state.js';
import {ModesScreen} from '../../../source/ui/screens/modes.js';
import {initialModesState, modesKeys, reduceModes} from '../../../source/ui/screens/modes-state.js';
import {initialSettingsState} from '../../../source/ui/screens/settings-state.js';
import {driveScreen} from '../../helpers/screen-driver.js';
import {idleProps, plainTheme, screenRows} from '../../helpers/screen-frame.js';

afterEach(cleanup);

const drive = () => driveScreen([modesKeys], reduceModes, initialModesState);

const pointedAt = (frame: string | undefined): string | undefined =>
	frame?.match(/❯ (?<label>\S+(?: \S+)*)/v)?.groups?.['label'];

describe('the mode picker', () => {
	it('says of each item what it is for', () => {
		expect(screenRows(ModesScreen, initialModesState, 60, 13).slice(0, 9).join('\n')).toMatchInlineSnapshot(`
			"╭ Duet ────────────────────────────────────────────────────╮
			│ Speak once, see both modes, know which to use and why.   │
			│                                                          │
			│ ❯ Side by side              both at once, compared       │
			│   Batch                     a recording, as a whole      │
			│   Real-time                 text while the audio plays   │
			│   Which mode should I use?  four questions, one answer   │
			│   Settings                  engine, language, prices     │
			│   Help                      keys, figures, trouble       │"
		`);
	});

	it('shows the purpose of the chosen one under the list where there is no room beside it', () => {
		const rows = screenRows(ModesScreen, {...initialModesState, highlighted: 1}, 50, 12);
		expect(rows.filter(row => row.includes('a recording, as a whole'))).toHaveLength(1);
		expect(rows.some(row => row.includes('Batch') && row.includes('as a whole'))).toBe(false);
	});

	it('shows a note as a whole or not at all', () => {
		const state = {...initialModesState, note: 'No key is set. '.repeat(4).trim()};
		expect(screenRows(ModesScreen, state, 80, 21).join(' ')).toContain('No key is set. No key');
		expect(screenRows(ModesScreen, state, 50, 8).join(' ')).not.toContain('No key');
	});

	it('picks a mode with enter', () => {
		const modes = drive();
		modes.press('enter');
		expect(modes.events).toEqual([{type: 'mode-picked', mode: 'side-by-side'}]);
	});

	it.each([
		['j', 'Batch'],
		['down', 'Batch'],
		['k', 'Quit'],
		['up', 'Quit'],
	])('moves with %s to %s', (key, label) => {
		const modes = drive();
		modes.press(key);
		expect(pointedAt(screenRows(ModesScreen, modes.state(), 80, 21).join('\n'))).toBe(label);
	});

	it('opens by number: advice, settings, help; and quits', () => {
		const modes = drive();
		modes.press('4', '5', '6', '7');
		expect(modes.asked).toMatchObject({opened: ['advice', 'settings', 'help'], quitCount: 1});
	});

	it('stands where it was when the user comes back', () => {
		const state = reduceModes(initialModesState, {type: 'highlighted', index: 2});
		expect(pointedAt(screenRows(ModesScreen, state, 80, 21).join('\n'))).toBe('Real-time');
	});
});

describe('the mode picker in the app', () => {
	const settings = initialSettingsState(
		{
			engine: 'auto',
			recogniser: 'auto',
			region: 'eu',
			language: 'en',
			model: 'enhanced',
			maxDelaySeconds: 2,
			diarization: 'speaker',
			ownPrices: [],
		},
		{file: 'settings.json', recognisers: [], prices: [], keyEnding: undefined, origins: {}},
	);

	const openApp = () => {
		const size = {columns: 100, rows: 24};
		const setup = {theme: plainTheme, formats: [], size, settings, device: undefined, note: undefined};
		const store = createStore(reduceApp, initialAppState(setup), queueMicrotask);
		const requests: RunRequest[] = [];
		const actions = {
			...idleProps(undefined, 1, 1).actions,
			startRun: (request: RunRequest) => requests.push(request),
		};
		const {stdin} = render(<App store={store} actions={actions} />);
		return {stdin, requests, state: store.getState};
	};

	it('asks for the audio, and does not take the same enter for its answer', async () => {
		const {stdin, requests, state} = openApp();
		stdin.write('\r');
		await vi.waitFor(() => expect(frontScreen(state())).toBe('audio'));
		expect(requests).toEqual([]);
		stdin.write('\r');
		await vi.waitFor(() => expect(requests).toEqual([{mode: 'side-by-side', audio: {type: 'sample'}}]));
	});

	it('hears each of the keys that arrive together', async () => {
		const {stdin, requests} = openApp();
		stdin.write('jj\r');
		stdin.write('\r');
		await vi.waitFor(() => expect(requests).toEqual([{mode: 'real-time', audio: {type: 'sample'}}]));
	});

	it('opens a screen by its number, which is no answer there', async () => {
		const {stdin, state} = openApp();
		stdin.write('4');
		await vi.waitFor(() => expect(frontScreen(state())).toBe('advice'));
		expect(state()).toMatchObject({notice: undefined, advice: {needs: {hoursPerMonth: 100}}});
	});
});
