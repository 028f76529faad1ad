import type {AudioSource} from '../core/audio-source.js';
import type {Clock} from '../core/clock.js';
import type {BatchEngine, RealTimeEngine} from '../core/engine.js';
import type {Recording} from '../core/recording.js';
import type {RunEvent} from '../core/run-state.js';
import type {BatchEvent, RealTimeEvent} from '../core/transcript-event.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import {runEngine} from './run.js';

/**
What a run needs, whatever its mode.
*/
export type RunSettings = {
	readonly options: TranscriptionOptions;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly onEvent: (event: RunEvent) => void;
};

/**
Runs one batch job to its end. Never throws: a failure is an event.
*/
export const runBatch = async (
	engine: BatchEngine,
	recording: Recording,
	{options, clock, signal, onEvent}: RunSettings,
): Promise<void> => {
	await runEngine<BatchEvent>(
		() => engine.transcribe(recording, options, signal),
		clock,
		signal,
		stamped => {
			onEvent({mode: 'batch', ...stamped});
		},
	);
};

/**
Runs one real-time session to its end. Never throws: a failure is an event.
*/
export const runRealTime = async (
	engine: RealTimeEngine,
	audio: AudioSource,
	{options, clock, signal, onEvent}: RunSettings,
): Promise<void> => {
	await runEngine<RealTimeEvent>(
		() => engine.transcribe(audio, options, signal),
		clock,
		signal,
		stamped => {
			onEvent({mode: 'real-time', ...stamped});
		},
	);
};

/**
Both modes at once on the same bytes and the same clock. A failure of one leaves the other alone.
*/
export const runSideBySide = async (
	batch: {readonly engine: BatchEngine; readonly recording: Recording},
	realTime: {readonly engine: RealTimeEngine; readonly audio: AudioSource},
	settings: RunSettings,
): Promise<void> => {
	await Promise.all([
		runBatch(batch.engine, batch.recording, settings),
		runRealTime(realTime.engine, realTime.audio, settings),
	]);
};
