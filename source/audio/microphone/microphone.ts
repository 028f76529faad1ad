import type {AudioChunk, AudioSource} from '../../core/audio-source.js';
import type {Clock} from '../../core/clock.js';
import {type Problem, ProblemError} from '../../core/problem.js';
import {createFrameQueue, type FrameQueue} from '../frame-queue.js';
import {createPlaces} from '../places.js';
import {createAttempts} from './attempts.js';
import type {BackendName} from './capture-backend.js';
import {type Frame, frameSeconds, monotonicMs, type OpenedInput} from './capture-messages.js';
import {type Loss, lossProblem} from './capture-problem.js';
import type {CaptureProcessOptions} from './capture-process.js';
import {createLostAudio} from './lost-audio.js';
import {type MicrophoneChoice, openCapture} from './open-capture.js';

/**
Audio and when it was captured, on the run's clock.
*/
type TimedAudio = Pick<AudioChunk, 'bytes' | 'capturedMs'>;

/**
Which microphone, how its process is started, and who is told what.
*/
export type MicrophoneOptions = MicrophoneChoice &
	CaptureProcessOptions & {
		readonly clock: Clock;

		/**
		Gives up the opening.
		*/
		readonly signal?: AbortSignal;

		/**
		What happens to who reads the source when the microphone is lost: it fails with the problem, or waits for `reopen`
		or `close`, and the audio goes on where it stopped.
		*/
		readonly whenLost: 'fail' | 'wait';

		/**
		Told within two seconds when the device, the sound server or the capture process is gone or hangs.
		*/
		readonly onLost?: (problem: Problem) => void;
	};

/**
A microphone that is on.
*/
export type Microphone = {
	/**
	What is recorded, by which way, and why not by a better one; after `reopen` possibly something else. The title is
	text from outside: whoever shows it sanitises it.
	*/
	readonly current: () => {
		readonly input: OpenedInput;
		readonly backend: BackendName;
		readonly why?: string;

		/**
		Of the capture process.
		*/
		readonly pid: number | undefined;
	};

	/**
	The audio from the moment that it is asked for, in chunks of 32 ms. What comes while the microphone is lost is missing: the
	places in the audio go on without a gap, the capture times tell the truth.
	*/
	readonly source: AudioSource;

	/**
	Frames of 32 ms that were lost since it was opened, by devices, drivers and sound servers or because the reader was minutes
	behind. Not those of a time without a microphone.
	*/
	readonly droppedFrames: () => number;

	/**
	Starts over after a loss, or with another device. Where it is asked for again meanwhile, the last choice counts.

	@returns Whether it is on; not where another choice has taken its place, or the end.
	@throws {ProblemError} As {@link openMicrophone} does. It can be tried again.
	*/
	readonly reopen: (choice?: MicrophoneChoice) => Promise<boolean>;

	/**
	Ends the capture process, within half a second, and whoever reads the source; also while it is being opened again.
	*/
	readonly close: () => Promise<void>;
};

/**
Opens a microphone and waits for its first audio.

@throws {ProblemError} Of kind `bad-input` when there is no such device, of kind `device` when there is none that works.
@throws The signal's reason when it is given up.
*/
export const openMicrophone = async (options: MicrophoneOptions): Promise<Microphone> => {
	const {clock, whenLost, onLost} = options;
	const aheadMs = monotonicAheadMs(clock);
	const attempts = createAttempts();
	const readers = new Set<FrameQueue<TimedAudio>>();
	let lostProblem: Problem | undefined;
	let lostSeconds = 0;
	let lostAudio = createLostAudio();

	const endReaders = (error?: unknown) => {
		for (const reader of readers) {
			reader.end(error);
		}
	};

	const onFrame = ({bytes, capturedMs}: Frame) => {
		lostAudio.hear(capturedMs);
		for (const reader of readers) {
			const isKept = reader.push({bytes, capturedMs: capturedMs - aheadMs});
			lostSeconds += isKept ? 0 : frameSeconds;
		}
	};

	const lose = (loss: Loss) => {
		lostProblem = lossProblem(loss, opened.capture.input.title, options.logFile);
		if (whenLost === 'fail') {
			endReaders(new ProblemError(lostProblem));
		}

		onLost?.(lostProblem);
	};

	const open = (choice: MicrophoneChoice, signal: AbortSignal) =>
		openCapture(choice, options, {onFrame, onLost: lose}, signal);

	async function* chunks(signal: AbortSignal): AsyncGenerator<AudioChunk, void> {
		if (lostProblem && whenLost === 'fail') {
			throw new ProblemError(lostProblem);
		}

		const frames: FrameQueue<TimedAudio> = createFrameQueue();
		const end = () => {
			frames.end();
		};
		readers.add(frames);
		signal.addEventListener('abort', end);
		try {
			const place = createPlaces();
			for await (const {bytes, capturedMs} of frames) {
				yield {...place(bytes), capturedMs};
			}
		} finally {
			signal.removeEventListener('abort', end);
			readers.delete(frames);
		}
	}

	let opened = await open(options, options.signal ?? new AbortController().signal);
	return {
		current: () => {
			const {capture, ...way} = opened;
			return {...way, input: capture.input, pid: capture.pid};
		},
		source: {
			get title() {
				return opened.capture.input.title;
			},
			pace: 1,
			isLive: true,
			chunks,
		},
		droppedFrames: () => Math.round((lostSeconds + lostAudio.seconds()) / frameSeconds),
		reopen: async (choice = options) =>
			attempts.latest(async signal => {
				await opened.capture.close();
				lostSeconds += lostAudio.seconds();
				lostAudio = createLostAudio();
				opened = await open(choice, signal);
				lostProblem = undefined;
			}),
		async close() {
			await attempts.end();
			await opened.capture.close();
			endReaders();
		},
	};
};

/**
How far the clock that processes share is ahead of that of the run. Both run alike, so it is measured once: were it for each
frame, a pause between the two readings would let times go back. The shortest of some pauses is next to none.
*/
const monotonicAheadMs = ({nowMs}: Clock): number =>
	Math.min(...Array.from({length: 5}, () => -nowMs() + monotonicMs()));
