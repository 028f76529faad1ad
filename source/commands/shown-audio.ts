import process from 'node:process';
import {shortPath} from '../audio/find-audio.js';
import type {PreparedRecording} from '../audio/prepare-recording.js';
import type {LiveInputState} from '../core/live-input.js';
import type {WholeAudio} from '../ui/run-subject.js';

/**
A microphone as the app shows it: its recording by a short path.
*/
export const withShortPath = ({recordingPath, ...state}: LiveInputState): LiveInputState => ({
	...state,
	...(recordingPath !== undefined && {recordingPath: shortPath(recordingPath, process.cwd())}),
});

/**
Complete audio as the app shows it.
*/
export const shownWhole = ({seconds, fileBytes, fileFormat, sha256}: PreparedRecording): WholeAudio => ({
	seconds,
	fileBytes,
	fileFormat,
	sha256,
});
