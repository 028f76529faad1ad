import {ProblemError} from '../../core/problem.js';
import {type Capture, type CaptureListeners, startCapture} from './capture.js';
import {type BackendName, backendNames} from './capture-backend.js';
import {fallbackSentence, noMicrophoneError, type Refusal} from './capture-problem.js';
import type {CaptureProcessOptions} from './capture-process.js';

/**
Which microphone, by which way.
*/
export type MicrophoneChoice = {
	/**
	Only this one is tried; without it all are, the best first.
	*/
	readonly backend?: BackendName;

	/**
	An id or a name, or a part of a name; without it the system's default.
	*/
	readonly device?: string;
};

/**
A capture, by which backend, and why not by a better one.
*/
export type OpenedCapture = {
	readonly capture: Capture;
	readonly backend: BackendName;
	readonly why?: string;
};

/**
Opens a microphone with the first backend that works here.

@param signal - Gives it up: no process of it is left then.
@throws {ProblemError} Of kind `bad-input` when there is no such device, of kind `device` when no backend works.
@throws The signal's reason when it is given up.
*/
export const openCapture = async (
	{backend, device}: MicrophoneChoice,
	options: CaptureProcessOptions,
	listeners: CaptureListeners,
	signal: AbortSignal,
): Promise<OpenedCapture> => {
	signal.throwIfAborted();
	const refusals: Refusal[] = [];
	for (const candidate of backend ? [backend] : backendNames) {
		const request = {backend: candidate, ...(device !== undefined && {device})};
		const attempt = await startCapture(request, options, listeners, signal);
		if (attempt.type === 'open') {
			const why = refusals.length > 0 ? fallbackSentence(refusals, candidate) : undefined;
			return {capture: attempt.capture, backend: candidate, ...(why !== undefined && {why})};
		}

		signal.throwIfAborted();
		if (attempt.problem) {
			throw new ProblemError(attempt.problem);
		}

		refusals.push({backend: candidate, reason: attempt.reason});
	}

	throw noMicrophoneError(refusals, options.logFile);
};
