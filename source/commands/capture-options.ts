import type {CaptureProcessOptions} from '../audio/microphone/capture-process.js';
import {childScript} from '../child-script.js';
import {captureLogFile} from '../storage/paths.js';

/**
How every command starts the capture process: the built program, and the log that native libraries print into.
*/
export const captureOptions = (): CaptureProcessOptions => ({
	childScript: childScript('capture-child'),
	logFile: captureLogFile(),
});
