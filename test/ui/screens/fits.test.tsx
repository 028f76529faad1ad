import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {initialAppState} from '../../../source/ui/app-state.js';
import {AdviceScreen} from '../../../source/ui/screens/advice.js';
import {initialAdviceState} from '../../../source/ui/screens/advice-state.js';
import {AudioScreen} from '../../../source/ui/screens/audio.js';
import {initialAudioState} from '../../../source/ui/screens/audio-state.js';
import {HelpScreen} from '../../../source/ui/screens/help.js';
import {initialHelpState} from '../../../source/ui/screens/help-state.js';
import {ModesScreen} from '../../../source/ui/screens/modes.js';
import {initialModesState} from '../../../source/ui/screens/modes-state.js';
import {settingRows} from '../../../source/ui/screens/setting-rows.js';
import {SettingsScreen} from '../../../source/ui/screens/settings.js';
import {initialSettingsState} from '../../../source/ui/screens/settings-state.js';
import {followingEnd} from '../../../source/ui/scroll.js';
import {fieldOf} from '../../../source/ui/text-field.js';
import type {Theme} from '../../../source/ui/theme.js';
import {asciiTheme, plainTheme, screenRows} from '../../helpers/screen-frame.js';

const settings = initialSettingsState(
	{
		engine: 'auto',
		recogniser: 'auto',
		region: 'global',
		language: 'en',
		model: 'enhanced',
		maxDelaySeconds: 0.7,
		diarization: 'speaker',
		ownPrices: [],
	},
	{
		file: '/home/somebody/with/a/long/home/.config/duet/settings.json',
		recognisers: ['replay', 'pocketsphinx'],
		prices: [],
		keyEnding: '1a2b',
		origins: {},
	},
);
const problem = {
	kind: 'bad-input',
	message: '~/音声/会議.wav does not exist.',
	nextStep: 'Check the spelling and the folder you are in; a name with spaces needs quotes.',
} as const;
const listing = {
	recent: [
		{path: '~/音声/会議の録音の、とても長い名前のファイル、そしてさらに長い名前.wav', byteCount: 999_900_000},
	],
	nearby: Array.from({length: 40}, (_, index) => ({path: `day ${index}.mp3`, byteCount: index * 1000})),
};
const audio = {...initialAudioState, mode: 'side-by-side', listing} as const;

const below = initialAppState({
	theme: plainTheme,
	formats: [],
	size: {columns: 80, rows: 24},
	settings,
	device: undefined,
	note: undefined,
});

type Frame = (columns: number, rows: number, theme: Theme) => readonly string[];

/**
Every screen, also in the states that need the most room.
*/
const screens: Readonly<Record<string, Frame>> = {
	modes: (...size) => screenRows(ModesScreen, initialModesState, ...size),
	'modes with a note': (...size) =>
		screenRows(ModesScreen, {...initialModesState, note: 'No API key is set. '.repeat(6)}, ...size),
	audio: (...size) => screenRows(AudioScreen, audio, ...size),
	'audio with a problem and a long path': (...size) =>
		screenRows(AudioScreen, {...audio, problem, selected: 2, field: fieldOf('音声/'.repeat(50))}, ...size),
	'audio at the last file': (...size) => screenRows(AudioScreen, {...audio, selected: 43}, ...size),
	advice: (...size) =>
		screenRows(AdviceScreen, {...initialAdviceState, model: 'enhanced', prices: []}, ...size),
	...Object.fromEntries(
		settingRows.map(({id}, selected): [string, Frame] => [
			`settings at ${id}`,
			(...size) => screenRows(SettingsScreen, {...settings, selected}, ...size),
		]),
	),
	'settings that are not saved': (...size) =>
		screenRows(SettingsScreen, {...settings, outcome: {type: 'not-saved', problem}}, ...size),
	...Object.fromEntries(
		[0, 1, 2].flatMap((section): ReadonlyArray<[string, Frame]> => {
			const help = {...initialHelpState, section, below};
			return [
				[`help, part ${section + 1}`, (...size) => screenRows(HelpScreen, help, ...size)],
				[
					`help, end of part ${section + 1}`,
					(...size) => screenRows(HelpScreen, {...help, scroll: followingEnd}, ...size),
				],
			];
		}),
	),
};

const sizes = [
	[160, 42],
	[100, 27],
	[80, 21],
	[60, 13],
	[50, 12],
	[40, 7],
] as const;

describe.each(Object.entries(screens))('%s', (_, frame) => {
	it.each(sizes)('fills %i × %i exactly', (columns, rows) => {
		const lines = frame(columns, rows, plainTheme);
		expect(lines).toHaveLength(rows);
		expect(Math.max(...lines.map(line => stringWidth(line)))).toBeLessThanOrEqual(columns);
	});

	it.each(sizes)('keeps its border straight at %i × %i', (columns, rows) => {
		const lines = frame(columns, rows, plainTheme).filter(line => line.trim() !== '');
		const isBordered = lines.some(line => line.includes('╭'));
		const shape = lines.map(line => {
			const trimmed = line.trim();
			return `${trimmed.at(0)}${trimmed.at(-1)}${stringWidth(line)}`;
		});
		expect(new Set(isBordered ? shape.slice(1, -1) : []).size).toBeLessThanOrEqual(1);
	});
});

describe('without UTF-8', () => {
	it.each(Object.entries(screens).filter(([name]) => !name.includes('audio') && !name.includes('not saved')))(
		'%s is drawn with ASCII only',
		(_, frame) => {
			for (const [columns, rows] of sizes) {
				expect(frame(columns, rows, asciiTheme).join('')).toMatch(/^[\x20-\x7e]*$/v);
			}
		},
	);
});

it('no sentence of the settings or the advice is cut from 50 × 12 on', () => {
	const cut = sizes.slice(0, -1).flatMap(([columns, rows]) =>
		Object.entries(screens)
			.filter(([name]) => /^(?:settings at|advice|modes$)/v.test(name))
			.filter(([, frame]) =>
				frame(columns, rows, plainTheme).some(line => line.includes('…') && !line.includes('Kept in …')),
			)
			.map(([name]) => `${name} at ${columns} × ${rows}`),
	);
	expect(cut).toEqual([]);
});
