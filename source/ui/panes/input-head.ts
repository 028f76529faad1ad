import {countText, decibelText, lengthText} from '../../core/figures.js';
import type {LiveInputState} from '../../core/live-input.js';
import {sanitise} from '../../core/sanitise.js';
import type {CurrentRun} from '../current-run.js';
import type {Line, Span} from '../line.js';
import {hasAudio} from '../run-facts.js';
import type {StyleName, Theme} from '../theme.js';
import {joined} from './joined.js';
import {meter} from './meter.js';
import {problemLines} from './problem-lines.js';

/**
What a microphone does, where that matters more than what the session does, for the border of the pane.
*/
export const inputStatus = (current: CurrentRun, {signs}: Theme): Span | undefined => {
	if (current.phase !== 'running' || !hasAudio(current)) {
		return undefined;
	}

	switch (current.input?.phase) {
		case 'listening': {
			return {text: `${signs.waiting} listening`, style: 'accent'};
		}

		case 'lost': {
			return {text: `${signs.failed} microphone lost`, style: 'bad'};
		}

		case 'opening': {
			return {text: `${signs.waiting} opening the microphone`, style: 'warning'};
		}

		default: {
			return current.isPaused ? {text: `${signs.waiting} paused`, style: 'warning'} : undefined;
		}
	}
};

/**
Why nothing is heard, how loud it is, and which microphone it is by which way; nothing of a file.
*/
export const inputHead = (current: CurrentRun, columns: number, theme: Theme): readonly Line[] => {
	const {input} = current;
	if (!input || input.phase === 'ended') {
		return [];
	}

	const {problem} = input;
	return [
		...(problem ? problemLines(problem, columns) : []),
		...(problem ? joined(keysOf(input), columns, theme.signs.dot) : []),
		...joined(level(current, theme), columns, theme.signs.dot),
		...joined(device(input), columns, theme.signs.dot),
	];
};

const keysOf = ({phase}: LiveInputState): readonly Span[] => [
	...(phase === 'lost' ? [{text: 'o opens it again', style: 'key'} as const] : []),
	{text: 'i chooses another', style: 'key'},
	{text: 's ends the speech', style: 'key'},
];

const level = ({input, loudness, isPaused}: CurrentRun, theme: Theme): readonly Span[] => {
	if (input?.phase === 'lost' || input?.phase === 'opening') {
		return [];
	}

	const waits = input?.phase === 'listening' ? 'nothing is sent before the first sound' : undefined;
	return [
		{text: meter(loudness.levels, theme), style: isPaused ? 'quiet' : 'good'},
		{text: `peak ${decibelText(loudness.peakDb)}`, style: 'plain'},
		{text: `RMS ${decibelText(loudness.rmsDb)}`, style: 'plain'},
		...(waits === undefined ? [] : [{text: waits, style: 'quiet'} as const]),
	];
};

const device = ({title, backend, why, droppedFrames = 0}: LiveInputState): readonly Span[] => [
	{text: title, style: 'quiet'},
	...(backend === undefined ? [] : [{text: backend, style: 'quiet'} as const]),
	{text: `${countText(droppedFrames, 'frame')} lost`, style: droppedFrames > 0 ? 'warning' : 'quiet'},
	...(why === undefined ? [] : [{text: why, style: 'quiet'} as const]),
];

/**
How far the recording is, and where it is kept: batch gets it when the speech has ended.
*/
export const recordingHead = (
	{input, request}: CurrentRun,
	columns: number,
	{signs}: Theme,
): readonly Line[] => {
	if (!input) {
		return [];
	}

	const {recordedSeconds, recordingPath, phase} = input;
	const says = (text: string, style: StyleName) => joined([{text, style}], columns, signs.dot);
	const kept = recordingPath === undefined ? 'not kept' : sanitise(recordingPath);
	return [
		...(phase === 'ended' || request.mode === 'real-time'
			? []
			: says('Speak, then press s: the recording becomes the job.', 'plain')),
		...(recordedSeconds > 0
			? [...says(`recorded ${lengthText(recordedSeconds)}`, 'plain'), ...says(kept, 'quiet')]
			: []),
	];
};
