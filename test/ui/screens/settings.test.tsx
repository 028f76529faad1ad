import {describe, expect, it, vi} from 'vitest';
import type {SettingsValues} from '../../../source/ui/actions.js';
import {settingRows} from '../../../source/ui/screens/setting-rows.js';
import {SettingsScreen} from '../../../source/ui/screens/settings.js';
import {settingsFieldKeys, settingsKeys} from '../../../source/ui/screens/settings-keys.js';
import {
	initialSettingsState,
	reduceSettings,
	type SettingsState,
} from '../../../source/ui/screens/settings-state.js';
import {driveScreen} from '../../helpers/screen-driver.js';
import {screenRows} from '../../helpers/screen-frame.js';

const values: SettingsValues = {
	engine: 'auto',
	recogniser: 'auto',
	region: 'eu',
	language: 'en',
	model: 'enhanced',
	maxDelaySeconds: 2,
	diarization: 'speaker',
	ownPrices: [],
};

const atFirst = initialSettingsState(values, {
	file: '~/.config/duet/settings.json',
	recognisers: ['replay', 'pocketsphinx'],
	prices: [{mode: 'batch', model: 'enhanced', usdPerHour: 0.4, date: '2026-09-05', source: 'a price list'}],
	keyEnding: undefined,
	origins: {region: 'the environment'},
});

const on = (id: string): SettingsState => ({
	...atFirst,
	selected: settingRows.findIndex(row => row.id === id),
});

const drive = (id: string, actions = {}) =>
	driveScreen([settingsKeys, settingsFieldKeys], reduceSettings, on(id), actions);

const rowsOf = (state: SettingsState, columns = 80, rows = 21) =>
	screenRows(SettingsScreen, state, columns, rows);

describe('the settings', () => {
	it('are a list, with what the chosen one does under it', () => {
		expect(rowsOf(atFirst).join('\n')).toMatchInlineSnapshot(`
			"╭ Settings ────────────────────────────────────────────────────────────────────╮
			│ Engine                                                                       │
			│ ❯ Engine               ‹ auto ›                                              │
			│   Recogniser             auto                                                │
			│   Region                 eu                                                  │
			│   API key                not set                                             │
			│ Transcription                                                                │
			│   Language               en                                                  │
			│   Model                  enhanced                                            │
			│   Max delay              2 s                                                 │
			│   Diarization            speaker                                             │
			│   Microphone             not yet                                             │
			│ Prices an hour                                                               │
			│   Batch, standard        no price                                            │
			│   Batch, enhanced        $0.40 of 2026-09-05                                 │
			│ ──────────────────────────────────────────────────────────────── ↓ 2 more ── │
			│ Where audio goes. auto: to the cloud where a key is set, else to the local   │
			│ engine, which is free and works offline, and is no measure of the service.   │
			│ Kept in ~/.config/duet/settings.json                                         │
			│                                                                              │
			╰──────────────────────────────────────────────────────────────────────────────╯"
		`);
	});

	it('keep the chosen one in view, and say how many are not', () => {
		const rows = rowsOf(on('price-real-time-enhanced'), 60, 13).join('\n');
		expect(rows).toContain('❯ Real-time, enhanced');
		expect(rows).toContain('↑ 10 more');
	});

	it.each([
		['engine', 'right', {engine: 'cloud'}],
		['engine', 'left', {engine: 'local'}],
		['recogniser', 'right', {recogniser: 'replay'}],
		['recogniser', 'left', {recogniser: 'pocketsphinx'}],
		['region', 'l', {region: 'us'}],
		['model', 'space', {model: 'standard'}],
		['max-delay', 'right', {maxDelaySeconds: 2.5}],
		['max-delay', 'h', {maxDelaySeconds: 1.5}],
		['diarization', 'enter', {diarization: 'none'}],
	])('%s changes with %s, and is saved at once', async (id, key, changes) => {
		const screen = drive(id);
		screen.press(key);
		expect(screen.state().values).toEqual({...values, ...changes});
		expect(screen.asked.saved).toEqual([changes]);
		await vi.waitFor(() => expect(rowsOf(screen.state()).join('\n')).toContain('✓ Saved'));
	});

	it('never leave the range of max delay', () => {
		const screen = drive('max-delay');
		screen.press(...Array.from({length: 9}, () => 'right'));
		expect(screen.state().values.maxDelaySeconds).toBe(4);
		screen.press(...Array.from({length: 9}, () => 'left'));
		expect(screen.state().values.maxDelaySeconds).toBe(0.7);
	});

	it('take a text with enter, and leave it with esc', () => {
		const screen = drive('language');
		screen.press('enter', 'ctrl+u');
		screen.type('cmn');
		expect(rowsOf(screen.state()).join('\n')).toContain('❯ Language             cmn▏');
		screen.press('esc');
		expect(screen.state()).toMatchObject({values, editing: undefined});
		expect(screen.asked).toMatchObject({saved: []});
		screen.press('enter', 'backspace', 'backspace');
		screen.type('de');
		screen.press('enter');
		expect(screen.asked.saved).toEqual([{language: 'de'}]);
	});

	it('type j, k and q into a text instead of doing what they do elsewhere', () => {
		const screen = drive('language');
		screen.press('enter', 'ctrl+u', 'j', 'k', 'q');
		expect(screen.state().editing).toEqual({before: 'jkq', after: ''});
		expect(screen.state().selected).toBe(on('language').selected);
	});

	it.each([
		['language', 'English!', 'A language is a code'],
		['price-batch-enhanced', 'cheap', 'A price is a number of dollars'],
		['price-batch-enhanced', '-1', 'A price is a number of dollars'],
		['api-key', 'two words', 'no spaces'],
	])('%s refuses “%s” with the reason, and stays open', (id, text, reason) => {
		const screen = drive(id);
		screen.press('enter', 'ctrl+u');
		screen.type(text);
		screen.press('enter');
		expect(screen.asked.saved).toEqual([]);
		expect(screen.state().editing).toBeDefined();
		expect(rowsOf(screen.state()).join('\n')).toContain(reason);
	});

	it('take an own price, and back the bundled one when it is emptied', () => {
		const screen = drive('price-batch-enhanced');
		expect(rowsOf(screen.state()).join('\n')).toContain('Batch, enhanced        $0.40 of 2026-09-05');
		screen.press('enter');
		screen.type('$0,38');
		screen.press('enter');
		expect(screen.asked.saved).toEqual([{ownPrices: [{mode: 'batch', model: 'enhanced', usdPerHour: 0.38}]}]);
		expect(rowsOf(screen.state()).join('\n')).toContain('Batch, enhanced        $0.38 yours');
		screen.press('enter', 'ctrl+u', 'enter');
		expect(screen.state().values.ownPrices).toEqual([]);
	});

	it('never show a key: only its length while it is typed, and its end afterwards', () => {
		const screen = drive('api-key');
		screen.press('enter');
		screen.type('abcdefgh1234');
		expect(rowsOf(screen.state()).join('\n')).toContain('API key              ************▏');
		screen.press('enter');
		expect(screen.asked.saved).toEqual([{apiKey: 'abcdefgh1234'}]);
		expect(JSON.stringify(screen.state())).not.toContain('abcdefgh');
		expect(rowsOf(screen.state()).join('\n')).toContain('set, ends in 1234');
	});

	it('leave the key alone where nothing is typed', () => {
		const screen = drive('api-key');
		screen.press('enter', 'enter');
		expect(screen.asked.saved).toEqual([]);
	});

	it('say that a value comes from a place that counts first, and will again', async () => {
		const screen = drive('region');
		expect(rowsOf(screen.state()).join('\n')).toContain('Set by the environment, which counts before this');
		screen.press('right');
		await vi.waitFor(() => expect(screen.state().outcome).toEqual({type: 'saved'}));
		expect(rowsOf(screen.state()).join('\n')).toContain(
			'✓ Saved, for the next run. The environment counts again at the next start.',
		);
	});

	it('say when a change holds and could not be saved', async () => {
		const problem = {kind: 'bad-input', message: 'The disk is full.', nextStep: 'Make room.'} as const;
		const screen = drive('model', {saveSettings: async () => problem});
		screen.press('right');
		await vi.waitFor(() => expect(screen.state().outcome).toEqual({type: 'not-saved', problem}));
		expect(screen.state().values.model).toBe('standard');
		expect(rowsOf(screen.state()).join('\n')).toContain('is not saved. The disk is full. Make room.');
	});

	it('do not pretend that there is a microphone', () => {
		const screen = drive('microphone');
		screen.press('enter', 'right');
		expect(screen.asked.notices).toEqual([
			'The microphone comes with a later version.',
			'The microphone comes with a later version.',
		]);
	});
});
