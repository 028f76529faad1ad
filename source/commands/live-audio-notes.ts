import {countText, lengthText, secondsText} from '../core/figures.js';
import type {LiveInputState} from '../core/live-input.js';
import type {Problem} from '../core/problem.js';

/**
What is worth knowing about live audio at its end: where it is kept, and what of it was lost on the way.
*/
export const endNotes = ({
	recordedSeconds,
	recordingPath,
	droppedFrames = 0,
}: LiveInputState): readonly string[] => [
	...(recordingPath === undefined ? [] : [`Recording: ${recordingPath} (${lengthText(recordedSeconds)})`]),
	...(droppedFrames > 0
		? [
				`The device or the system lost ${countText(droppedFrames, 'frame')} of 32 ms (${secondsText(droppedFrames * 32)}).`,
			]
		: []),
];

/**
Live audio that ended before its first sound.
*/
export const nothingHeard: Problem = {
	kind: 'device',
	message: 'There was no sound, so nothing was recorded, transcribed or billed.',
	nextStep: 'Check the input (duet devices lists them, duet doctor looks at them) and speak once it listens.',
};
