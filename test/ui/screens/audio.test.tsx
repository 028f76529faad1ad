import {cleanup, render} from 'ink-testing-library';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Actions} from '../../../source/ui/actions.js';
import {AudioScreen} from '../../../source/ui/screens/audio.js';
import {audioFieldKeys, audioKeys} from '../../../source/ui/screens/audio-keys.js';
import {audioRows} from '../../../source/ui/screens/audio-rows.js';
import {
	type AudioEvent,
	type AudioScreenState,
	initialAudioState,
	reduceAudio,
} from '../../../source/ui/screens/audio-state.js';
import {fieldText} from '../../../source/ui/text-field.js';
import {noInputs, twoInputs} from '../../helpers/inputs.js';
import {driveScreen} from '../../helpers/screen-driver.js';
import {idleProps, screenRows} from '../../helpers/screen-frame.js';

afterEach(cleanup);

const atFirst: AudioScreenState = {
	...initialAudioState,
	mode: 'side-by-side',
	listing: {
		recent: [{path: '~/audio/meeting.m4a', byteCount: 12_400_000}],
		nearby: [
			{path: 'interviews/day-1.mp3', byteCount: 3_100_000},
			{path: 'interviews/day-2.mp3', byteCount: 6_200_000},
		],
	},
};

/**
A folder tree as a shell would complete it: `rec/` with a folder and two files.
*/
const completions: Readonly<Record<string, readonly [completed: string, ...candidates: string[]]>> = {
	r: ['rec/', 'rec/'],
	'rec/': ['rec/', 'intro.wav', 'interviews/', 'outro.wav'],
	'rec/i': ['rec/int', 'intro.wav', 'interviews/'],
	'rec/int': ['rec/int', 'intro.wav', 'interviews/'],
};

const completePath: Actions['completePath'] = async typed => {
	const [completed, ...candidates] = completions[typed] ?? [typed];
	return {typed, completed, candidates};
};

const drive = (state: Partial<AudioScreenState> = {}) =>
	driveScreen(
		[audioKeys, audioFieldKeys],
		(before: AudioScreenState, event: AudioEvent) => ({...before, ...reduceAudio(before, event)}),
		{...atFirst, ...state},
		{completePath},
	);

const rowsOf = (state: AudioScreenState, columns = 60, rows = 15) =>
	screenRows(AudioScreen, state, columns, rows);

const paths = (state: AudioScreenState) => audioRows(state).flatMap(row => ('path' in row ? [row.path] : []));

describe('the audio chooser', () => {
	it('offers the sample, a path, and the files used last and nearby', () => {
		expect(rowsOf(atFirst).join('\n')).toMatchInlineSnapshot(`
			"╭ Audio for both modes ────────────────────────────────────╮
			│ ❯ Sample      a short meeting, comes with Duet           │
			│   Microphone  the system’s default                       │
			│   File        / to type a path or search                 │
			│                                                          │
			│ Used last                                                │
			│   ~/audio/meeting.m4a                            12.4 MB │
			│ Nearby                                                   │
			│   interviews/day-1.mp3                            3.1 MB │
			│   interviews/day-2.mp3                            6.2 MB │
			│                                                          │
			│                                                          │
			│                                                          │
			│                                                          │
			╰──────────────────────────────────────────────────────────╯"
		`);
	});

	it('starts with the mode that was picked', () => {
		const screen = drive({mode: 'batch'});
		screen.press('enter', 'up', 'enter');
		expect(screen.asked.runs).toEqual([
			{mode: 'batch', audio: {type: 'sample'}},
			{mode: 'batch', audio: {type: 'file', path: 'interviews/day-2.mp3'}},
		]);
	});

	it('listens to the usual microphone, or to another one that there is', () => {
		const screen = drive({inputs: twoInputs});
		screen.press('down', 'enter', 'down', 'down', 'enter');
		expect(screen.asked.runs).toEqual([
			{mode: 'side-by-side', audio: {type: 'microphone'}},
			{mode: 'side-by-side', audio: {type: 'microphone', device: 'headset'}},
		]);
	});

	it('names the usual microphone and lists the others before the files', () => {
		expect(
			rowsOf({...atFirst, inputs: twoInputs})
				.slice(1, 8)
				.join('\n'),
		).toMatchInlineSnapshot(`
			"│ ❯ Sample      a short meeting, comes with Duet           │
			│   Microphone  Desk, the system’s default                 │
			│   File        / to type a path or search                 │
			│                                                          │
			│ Other microphones                                        │
			│   Headset                                                │
			│ Used last                                                │"
		`);
		expect(rowsOf({...atFirst, device: 'Yeti', inputs: twoInputs}).join('\n')).toContain(
			'Yeti, from your settings',
		);
	});

	it('lists the system’s default, too, where the settings name another one, and that one once', () => {
		const rows = rowsOf({...atFirst, device: 'Headset', inputs: twoInputs}).join('\n');
		expect(rows).toMatch(/Other microphones\W+Desk/);
		expect(rows.match(/Headset/g)).toHaveLength(1);
	});

	it('says that there is no microphone, while the sample and files can still be chosen', () => {
		const rows = rowsOf({...atFirst, inputs: noInputs}).join('\n');
		expect(rows).toContain('No microphone could be opened.');
		expect(rows).toContain('interviews/day-1.mp3');
	});

	it('keeps the pointer on its row when microphones are found late', () => {
		const screen = drive();
		screen.press('up');
		const before = audioRows(screen.state())[screen.state().selected];
		const after = reduceAudio(screen.state(), {type: 'inputs-listed', inputs: twoInputs});
		expect(audioRows(after)[after.selected]).toEqual(before);
	});

	it('lists a file once that was used last and lies nearby', () => {
		const nearby = [{path: '~/audio/meeting.m4a', byteCount: 12_400_000}];
		expect(paths({...atFirst, listing: {recent: nearby, nearby}})).toEqual(['~/audio/meeting.m4a']);
	});

	it('looks for files and for microphones when it opens', async () => {
		const events: AudioEvent[] = [];
		const listing = {recent: [], nearby: [{path: 'a.wav', byteCount: 44}]};
		const idle = idleProps<AudioScreenState, AudioEvent>({...atFirst, listing: undefined}, 60, 15);
		const {lastFrame} = render(
			<AudioScreen
				{...idle}
				actions={{...idle.actions, findAudio: async () => listing, listInputs: async () => twoInputs}}
				dispatch={event => events.push(event)}
			/>,
		);
		expect(lastFrame()).toContain('Looking for audio files nearby');
		await vi.waitFor(() =>
			expect(new Set(events)).toEqual(
				new Set([
					{type: 'listed', listing},
					{type: 'inputs-listed', inputs: twoInputs},
				]),
			),
		);
	});
});

describe('the path field', () => {
	const typing = (text: string) => {
		const screen = drive();
		screen.press('/');
		screen.type(text);
		return screen;
	};

	it('shows what the path may go on with, and folders as such', async () => {
		const screen = typing('rec/i');
		await vi.waitFor(() => expect(paths(screen.state())).toEqual(['rec/intro.wav', 'rec/interviews/']));
		const frame = rowsOf(screen.state()).join('\n');
		expect(frame).toContain('❯ File        rec/i▏');
		expect(frame).toContain('Matches');
	});

	it('completes with tab as far as it is certain, and then lists what follows', async () => {
		const screen = typing('r');
		screen.press('tab');
		await vi.waitFor(() =>
			expect(paths(screen.state())).toEqual(['rec/intro.wav', 'rec/interviews/', 'rec/outro.wav']),
		);
		expect(fieldText(screen.state().field)).toBe('rec/');
		screen.type('i');
		screen.press('tab');
		await vi.waitFor(() => expect(fieldText(screen.state().field)).toBe('rec/int'));
	});

	it('forgets an answer that comes when something else has been typed', () => {
		const late = {typed: 'rec/i', completed: 'rec/int', candidates: ['intro.wav']};
		const state = reduceAudio(
			{...atFirst, field: {before: 'rec/o', after: ''}},
			{type: 'completed', completion: late, isTakenOver: true},
		);
		expect(fieldText(state.field)).toBe('rec/o');
		expect(state.completion).toBeUndefined();
	});

	it('opens a folder with enter and starts a file', async () => {
		const screen = typing('rec/i');
		await vi.waitFor(() => expect(paths(screen.state())).toHaveLength(2));
		screen.press('down', 'enter');
		expect(screen.asked.runs).toEqual([{mode: 'side-by-side', audio: {type: 'file', path: 'rec/intro.wav'}}]);
		screen.press('down', 'enter');
		expect(fieldText(screen.state().field)).toBe('rec/interviews/');
		expect(screen.asked.runs).toHaveLength(1);
	});

	it('starts what was typed, also where nothing was listed', () => {
		const screen = typing('elsewhere/talk.wav');
		screen.press('enter');
		expect(screen.asked.runs).toEqual([
			{mode: 'side-by-side', audio: {type: 'file', path: 'elsewhere/talk.wav'}},
		]);
	});

	it('finds known files by letters, in any case', () => {
		expect(paths(typing('DAY-2').state())).toEqual(['interviews/day-2.mp3']);
	});

	it('says why it cannot start: nothing typed, or a folder', () => {
		const screen = drive();
		screen.press('tab', 'enter');
		screen.type('rec/');
		screen.press('enter');
		expect(screen.asked.notices).toEqual([
			'Type the path of an audio file first; tab completes it.',
			'That is a folder: choose a file in it.',
		]);
	});

	it('takes q, j and / as letters, and is emptied with esc before esc goes back', () => {
		const screen = typing('/q/j');
		expect(fieldText(screen.state().field)).toBe('/q/j');
		screen.press('esc');
		expect(fieldText(screen.state().field)).toBe('');
		expect(screen.asked.backCount).toBe(0);
		screen.press('esc');
		expect(screen.asked.backCount).toBe(1);
	});

	it('keeps the path when the file could not be used, and says why', () => {
		const problem = {kind: 'bad-input', message: 'rec/x.wav does not exist.', nextStep: 'Check it.'} as const;
		const frame = rowsOf({...typing('rec/x.wav').state(), problem}).join('\n');
		expect(frame).toContain('✗ rec/x.wav does not exist. Check it.');
		expect(frame).toContain('❯ File        rec/x.wav▏');
	});

	it('shows the end of a path that is too long, and what is not visible', () => {
		const path = `${'folder/'.repeat(20)}a\u{1B}b.wav`;
		const frame = rowsOf({...atFirst, listing: {recent: [{path, byteCount: 1}], nearby: []}}).join('\n');
		expect(frame).toMatch(/…r\/folder\/.*a␛b\.wav +1 B/v);
	});
});
