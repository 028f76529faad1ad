import {type AudioSource, bytesPerSecond} from '../core/audio-source.js';
import type {Clock} from '../core/clock.js';
import type {LiveInputState} from '../core/live-input.js';
import {type Problem, ProblemError} from '../core/problem.js';
import {createHolds, toldPauses} from './holds.js';
import {createLevelMeter, watched} from './level.js';
import {createLiveFeed} from './live-feed.js';
import type {LiveInput} from './live-input.js';
import {pausableCapture} from './pausable.js';
import {recorded} from './recorded.js';
import {createRecorder} from './recorder.js';

/**
What a live input is made from.
*/
export type LiveTrackOptions = {
	readonly clock: Clock;

	/**
	Where the recording is kept; without it, it is gone at the end.
	*/
	readonly recordingPath?: string;

	/**
	Told, once each, that the recording is not kept or has ended early.
	*/
	readonly onProblem: (problem: Problem) => void;

	/**
	Gets all audio as it comes, also in pauses.
	*/
	readonly onAudio?: (bytes: Uint8Array) => void;

	/**
	Takes what does not belong in the transcript out of the audio.
	*/
	readonly trimmed?: (source: AudioSource) => AudioSource;
};

/**
The parts that all live inputs have: pauses, a recording and a feed that goes on without a listener, and a stop.
*/
export type LiveTrack = Pick<
	LiveInput,
	| 'loudness'
	| 'source'
	| 'leave'
	| 'begun'
	| 'stop'
	| 'recording'
	| 'pause'
	| 'resume'
	| 'isPaused'
	| 'onHold'
> & {
	readonly phase: () => 'on' | 'paused' | 'ended';

	/**
	Says that the source gives nothing since its last audio, and that it does again.
	*/
	readonly lose: () => void;
	readonly find: () => void;

	/**
	What all inputs have in common of what is shown.
	*/
	readonly recordingState: () => Pick<
		LiveInputState,
		'heardSeconds' | 'recordedSeconds' | 'recordingPath' | 'problem'
	>;
	readonly dispose: () => Promise<void>;
};

/**
Starts to read a source, and records it.
*/
export const createLiveTrack = (
	source: AudioSource,
	{clock, recordingPath, onProblem, onAudio, trimmed = same => same}: LiveTrackOptions,
): LiveTrack => {
	const stop = new AbortController();
	const meter = createLevelMeter();
	let lastCapturedMs = clock.nowMs();
	const heard = watched(source, ({bytes, capturedMs}) => {
		lastCapturedMs = capturedMs;
		meter.hear(bytes);
		onAudio?.(bytes);
	});
	const holds = createHolds(clock);
	const {source: pausable, ...own} = pausableCapture(heard, clock);
	const pauses = toldPauses(own, holds);
	const recorder = createRecorder({
		...(recordingPath !== undefined && {path: recordingPath}),
		onProblem,
	});
	let heardBytes = 0;
	let isEnded = false;
	let failure: Problem | undefined;
	const feed = createLiveFeed(
		watched(recorded(trimmed(pausable), recorder), ({bytes}) => {
			heardBytes += bytes.length;
		}),
		clock,
		stop.signal,
	);
	const recording = feed.ended.then(async ({error}) => {
		isEnded = true;
		failure = error instanceof ProblemError ? error.problem : undefined;
		return recorder.finish();
	});

	return {
		loudness: meter.next,
		source: feed.source,
		leave: feed.leave,
		begun: feed.begun,
		recording,
		...pauses,
		onHold: holds.onHold,
		lose() {
			holds.hold('lost', lastCapturedMs);
		},
		find() {
			holds.release('lost');
		},
		phase() {
			if (isEnded) {
				return 'ended';
			}

			return pauses.isPaused() ? 'paused' : 'on';
		},
		stop() {
			stop.abort();
		},
		recordingState() {
			const keptAs = recorder.keptAs();
			return {
				heardSeconds: heardBytes / bytesPerSecond,
				recordedSeconds: recorder.seconds(),
				...(keptAs !== undefined && {recordingPath: keptAs}),
				...(failure && {problem: failure}),
			};
		},
		async dispose() {
			stop.abort();
			feed.leave(); // It may wait for a listener that never came.
			await recording;
			await recorder[Symbol.asyncDispose]();
		},
	};
};
