import process from 'node:process';
import {createHolds, toldPauses} from '../audio/holds.js';
import type {LiveInput} from '../audio/live-input.js';
import {openMicrophoneInput} from '../audio/microphone/microphone-input.js';
import {type Pausable, pausablePlayback} from '../audio/pausable.js';
import {openPipeInput} from '../audio/pipe-input.js';
import {type PreparedRecording, prepareRecording} from '../audio/prepare-recording.js';
import {recordingPath} from '../audio/recording-file.js';
import {stoppable} from '../audio/stoppable.js';
import type {Clock} from '../core/clock.js';
import type {Problem} from '../core/problem.js';
import type {RunAudio} from '../runs/side-by-side.js';
import {recordingsFolder} from '../storage/paths.js';
import {captureOptions} from './capture-options.js';
import {type Engines, openEngines} from './engines.js';
import type {OptionValues} from './options.js';

/**
What a user can have transcribed.
*/
export type AudioChoice =
	| {readonly type: 'file'; readonly path: string}
	| {readonly type: 'microphone'; readonly device?: string}
	| {readonly type: 'pipe'};

/**
Audio and engines that are ready for a run. Disposing of them ends live audio and a local server.
*/
export type OpenedAudio = AsyncDisposable & {
	readonly engines: Engines;
	readonly audio: RunAudio;

	/**
	Its length, and what it is as a whole: of a file at once.
	*/
	readonly file?: PreparedRecording;
	readonly live?: LiveInput;

	/**
	How many times as fast as speech it is played: a file as the user asked, live audio as it comes.
	*/
	readonly pace: number;

	/**
	Holds the audio: what is said meanwhile is left out of live audio, and a file goes on where it was.
	*/
	readonly pauses: Pick<Pausable, 'pause' | 'resume' | 'isPaused'>;

	/**
	The whole of it: of live audio when it has ended, and nothing where there was none.
	*/
	readonly recording: Promise<PreparedRecording | undefined>;

	/**
	What the user should know about the audio, in sentences.
	*/
	readonly notes: readonly string[];
};

export type OpenAudioOptions = {
	readonly values: OptionValues;
	readonly clock: Clock;

	/**
	Ends the audio in good order.
	*/
	readonly stop: AbortSignal;

	/**
	Told what the user should know while live audio goes on, in sentences.
	*/
	readonly onNote: (text: string) => void;
};

/**
Opens audio, and engines that have words for it. A file is decoded first, as the local recogniser is chosen by its sound; a
microphone is opened last, so that its light does not come on for nothing.

@throws {ProblemError} Where one of them cannot be had.
@throws The signal's reason when it is stopped in the meantime.
*/
export const openAudio = async (choice: AudioChoice, options: OpenAudioOptions): Promise<OpenedAudio> =>
	choice.type === 'file' ? openFile(choice.path, options) : openLive(choice, options);

const openFile = async (file: string, {values, clock, stop}: OpenAudioOptions): Promise<OpenedAudio> => {
	const recording = await prepareRecording(file, stop);
	const engines = await orDispose(recording, openEngines(values, clock, {recording, signal: stop}));
	const {pace} = values;
	const playback = pausablePlayback(recording, {pace, clock});
	const holds = createHolds(clock);
	return {
		engines,
		file: recording,
		pace,
		pauses: toldPauses(playback, holds),
		recording: Promise.resolve(recording),
		notes: recording.warnings,
		audio: {
			begun: Promise.resolve(true),
			source: stoppable(playback.source, stop),
			whole: Promise.resolve(recording.recording),
			leave() {},
			onHold: holds.onHold,
			end() {},
		},
		async [Symbol.asyncDispose]() {
			await engines[Symbol.asyncDispose]();
			await recording.dispose();
		},
	};
};

const openLive = async (
	choice: Exclude<AudioChoice, {type: 'file'}>,
	options: OpenAudioOptions,
): Promise<OpenedAudio> => {
	const {values, clock, stop} = options;
	const engines = await openEngines(values, clock, choice.type === 'pipe' ? 'pipe' : 'speech');
	const live = await orDispose(engines, openLiveInput(choice, options));
	stop.addEventListener('abort', live.stop);
	if (stop.aborted) {
		live.stop();
	}

	return {
		engines,
		live,
		pace: 1,
		pauses: live,
		recording: live.recording,
		notes: [],
		audio: {
			begun: live.begun,
			source: live.source,
			whole: live.recording.then(recording => recording?.recording),
			leave: live.leave,
			onHold: live.onHold,
			end: live.stop,
		},
		async [Symbol.asyncDispose]() {
			stop.removeEventListener('abort', live.stop);
			await live[Symbol.asyncDispose]();
			await engines[Symbol.asyncDispose]();
		},
	};
};

const openLiveInput = async (
	choice: Exclude<AudioChoice, {type: 'file'}>,
	{values, clock, stop, onNote}: OpenAudioOptions,
): Promise<LiveInput> => {
	const options = {
		clock,
		...(values.record && {recordingPath: recordingPath(recordingsFolder(), new Date())}),
		onProblem: ({message, nextStep}: Problem) => onNote(`${message} ${nextStep}`),
	};
	if (choice.type === 'pipe') {
		return openPipeInput(process.stdin, {...options, rateHz: values.rate, signal: stop, onNote});
	}

	return openMicrophoneInput({
		...options,
		...captureOptions(),
		signal: stop,
		choice: choice.device === undefined ? {} : {device: choice.device},
	});
};

/**
Where the second of two parts cannot be had, the first is not left behind.
*/
const orDispose = async <Part>(first: AsyncDisposable, second: Promise<Part>): Promise<Part> => {
	try {
		return await second;
	} catch (error) {
		await first[Symbol.asyncDispose]();
		throw error;
	}
};
