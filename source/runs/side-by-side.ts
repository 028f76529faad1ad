import type {AudioSource} from '../core/audio-source.js';
import type {Clock} from '../core/clock.js';
import type {BatchEngine, RealTimeEngine} from '../core/engine.js';
import type {RunMode} from '../core/mode.js';
import type {Problem} from '../core/problem.js';
import type {Recording} from '../core/recording.js';
import type {RunEvent} from '../core/run-state.js';
import type {AudioHoldEvent, BatchEvent, RealTimeEvent} from '../core/transcript-event.js';
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
const runRealTime = async (
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
Audio as a run takes it: complete from the start, as a file, or live.
*/
export type RunAudio = {
	/**
	Resolves with true when there is something to listen to, and with false when there will be nothing.
	*/
	readonly begun: Promise<boolean>;

	/**
	For real-time, asked for at most once.
	*/
	readonly source: AudioSource;

	/**
	Says that real-time does not listen, or does not any more.
	*/
	readonly leave: () => void;

	/**
	For batch, the same audio as a whole: of a file at once, of live audio when it has ended. Nothing where there was none, or it could not be
	recorded.
	*/
	readonly whole: Promise<Recording | undefined>;

	/**
	Tells when the audio stands still, and since when on the run's clock, and when it goes on.
	*/
	readonly onHold: (listener: (event: AudioHoldEvent) => void) => void;

	/**
	Ends live audio. Does nothing to a file, and where it has ended.
	*/
	readonly end: () => void;
};

export type RunEngines = {readonly batch: BatchEngine; readonly realTime: RealTimeEngine};

const notRecorded: Problem = {
	kind: 'device',
	message: 'There is no recording of this audio, so there is no job.',
	nextStep: 'Make room on the disk, or let Duet write to its folder, and speak again.',
};

/**
One mode or both on the same bytes and the same clock. A failure of one leaves the other alone: while real-time is down, live audio
is still recorded for batch, until it ends.
*/
export const runAudio = async (
	mode: RunMode,
	engines: RunEngines,
	{begun, source, leave, whole, onHold, end}: RunAudio,
	settings: RunSettings,
): Promise<void> => {
	const {clock, onEvent} = settings;
	onHold(event => {
		onEvent({mode: 'real-time', event, receivedMs: clock.nowMs()});
	});

	const realTime = async () => {
		if (mode !== 'batch' && (await begun)) {
			await runRealTime(engines.realTime, source, settings);
		}

		leave();
		if (mode === 'real-time') {
			end();
		}
	};

	const batch = async () => {
		if (mode === 'real-time') {
			return;
		}

		const recording = await whole;
		if (recording) {
			await runBatch(engines.batch, recording, settings);
		} else if (await begun) {
			const event = {type: 'failed', problem: notRecorded} as const;
			onEvent({mode: 'batch', event, receivedMs: clock.nowMs()});
		}
	};

	await Promise.all([realTime(), batch()]);
};
