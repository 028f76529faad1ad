import {describe, expect, it} from 'vitest';
import {type LiveInputState, noLoudness} from '../../source/core/live-input.js';
import {liveStatus} from '../../source/terminal/live-status.js';

const loud = {levels: [0.5], peakDb: -12.3, rmsDb: -24};

const stateOf = (state: Partial<LiveInputState>): LiveInputState => ({
	title: 'Desk',
	backend: 'naudiodon',
	phase: 'on',
	heardSeconds: 65,
	recordedSeconds: 65,
	droppedFrames: 0,
	...state,
});

describe('the status of a live input', () => {
	it.each([
		[
			'listening',
			'Desk (naudiodon) · waiting for the first sound, nothing is sent before it · peak −12 dB · RMS −24 dB',
		],
		['on', 'Desk (naudiodon) · 1:05 · peak −12 dB · RMS −24 dB'],
		['paused', 'Desk (naudiodon) · paused at 1:05 · peak −12 dB · RMS −24 dB'],
		['lost', 'Desk (naudiodon) · lost at 1:05'],
		['opening', 'Desk (naudiodon) · opening'],
		['ended', 'Desk (naudiodon) · 1:05 recorded'],
	] as const)('says what it does while %s', (phase, text) => {
		expect(liveStatus(stateOf({phase}), loud)).toBe(text);
	});

	it('says silence without a number', () => {
		expect(liveStatus(stateOf({}), noLoudness)).toBe('Desk (naudiodon) · 1:05 · peak −∞ dB · RMS −∞ dB');
	});

	it.each([
		['on', 1, /RMS −24 dB · 1 frame lost$/],
		['paused', 20, /RMS −24 dB · 20 frames lost$/],
		['ended', 20, /recorded · 20 frames lost$/],
	] as const)('counts what a device has lost, while %s', (phase, droppedFrames, text) => {
		expect(liveStatus(stateOf({phase, droppedFrames}), loud)).toMatch(text);
	});

	it('names a pipe alone, which has no backend and loses nothing', () => {
		const pipe = {title: 'standard input', phase: 'on', heardSeconds: 3, recordedSeconds: 3} as const;
		expect(liveStatus(pipe, loud)).toBe('standard input · 0:03 · peak −12 dB · RMS −24 dB');
	});
});
