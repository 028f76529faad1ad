import {describe, expect, it} from 'vitest';
import type {LiveInputState} from '../../../source/core/live-input.js';
import type {RunMode} from '../../../source/core/mode.js';
import type {Line} from '../../../source/ui/line.js';
import {inputHead, inputStatus, recordingHead} from '../../../source/ui/panes/input-head.js';
import {driveApp} from '../../helpers/app-driver.js';

const rowsOf = (lines: readonly Line[]): readonly string[] =>
	lines.map(line => line.map(({text}) => text).join(''));

/**
What the panes say of a microphone.
*/
const shown = (input: Partial<LiveInputState>, mode?: RunMode, columns = 100) => {
	const app = driveApp();
	app.speak(input, mode);
	const {current, theme} = app.state();
	if (!current) {
		throw new Error('There is no run.');
	}

	return {
		status: inputStatus(current, theme)?.text,
		head: rowsOf(inputHead(current, columns, theme)),
		recording: rowsOf(recordingHead(current, columns, theme)),
	};
};

const lost = {
	phase: 'lost',
	problem: {kind: 'device', message: 'Desk delivers no more audio.', nextStep: 'Plug it in again.'},
} as const;

describe('a microphone in its pane', () => {
	it.each([
		['listening', '○ listening'],
		['lost', '✗ microphone lost'],
		['opening', '○ opening the microphone'],
		['paused', '○ paused'],
	] as const)('says on the border that it is %s', (phase, status) => {
		expect(shown({phase}).status).toBe(status);
	});

	it.each(['on', 'ended'] as const)('leaves the border to the session while it is %s', phase => {
		expect(shown({phase}).status).toBeUndefined();
	});

	it('shows the level, the device, by which way it is reached and what it has lost', () => {
		expect(shown({droppedFrames: 1}).head).toEqual([
			'▁▁▁▁▁▁▁▁▁▁▁▅ · peak −12 dB · RMS −24 dB',
			'Desk · naudiodon · 1 frame lost',
		]);
	});

	it('says why a better way is not used', () => {
		const {head} = shown({backend: 'parec', why: 'naudiodon is not installed: using parec.'});
		expect(head.at(-1)).toBe('Desk · parec · 0 frames lost · naudiodon is not installed: using parec.');
	});

	it('says before the first sound that nothing is sent', () => {
		expect(shown({phase: 'listening'}).head[0]).toContain('nothing is sent before the first sound');
	});

	it('says that nothing is heard, and which keys help', () => {
		const problem = {kind: 'device', message: 'No signal from Desk in 2 s.', nextStep: 'Unmute it.'} as const;
		expect(shown({phase: 'listening', problem}).head.slice(0, 3)).toEqual([
			'No signal from Desk in 2 s.',
			'Unmute it.',
			'i chooses another · s ends the speech',
		]);
	});

	it('shows no level of one that is lost, but what to do', () => {
		expect(shown(lost).head).toEqual([
			'Desk delivers no more audio.',
			'Plug it in again.',
			'o opens it again · i chooses another · s ends the speech',
			'Desk · naudiodon · 0 frames lost',
		]);
	});

	it('says nothing once the speech has ended', () => {
		expect(shown({phase: 'ended'}).head).toEqual([]);
	});

	it.each([20, 40, 60])('fits into %i columns', columns => {
		const {head, recording} = shown(
			{...lost, recordingPath: '/home/me/recordings/1.wav'},
			undefined,
			columns,
		);
		for (const row of [...head, ...recording]) {
			expect(row.length).toBeLessThanOrEqual(columns);
		}
	});

	it('has nothing to say of a file', () => {
		const app = driveApp();
		app.run();
		const {current, theme} = app.state();
		expect(current && inputStatus(current, theme)).toBeUndefined();
		expect(current && inputHead(current, 100, theme)).toEqual([]);
		expect(current && recordingHead(current, 100, theme)).toEqual([]);
	});
});

describe('its recording in the pane of the batch job', () => {
	it('will be the job: how long it is by now, and where it is kept', () => {
		expect(shown({recordedSeconds: 65, recordingPath: 'duet/1.wav'}).recording).toEqual([
			'Speak, then press s: the recording becomes the job.',
			'recorded 1:05',
			'duet/1.wav',
		]);
	});

	it('says that it is not kept', () => {
		expect(shown({recordedSeconds: 65}).recording).toContain('not kept');
	});

	it('has no length before there is a sound', () => {
		expect(shown({phase: 'listening', recordedSeconds: 0}).recording).toEqual([
			'Speak, then press s: the recording becomes the job.',
		]);
	});

	it('asks for no more once the speech has ended', () => {
		expect(shown({phase: 'ended', recordedSeconds: 65}).recording).toEqual(['recorded 1:05', 'not kept']);
	});

	it('becomes no job in real-time alone', () => {
		expect(shown({}, 'real-time').recording).toEqual(['recorded 0:03', 'not kept']);
	});

	it('lets no path steer the terminal', () => {
		const {recording} = shown({recordingPath: 'a\u{1B}[2Jb.wav'});
		expect(recording.join('')).not.toContain('\u{1B}');
	});
});
