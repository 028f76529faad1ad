import process from 'node:process';
import type {LiveInputState} from '../../core/live-input.js';
import {type Problem, toProblem} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';
import {fromFirstSound} from '../from-first-sound.js';
import type {LiveInput} from '../live-input.js';
import {createLiveTrack, type LiveTrackOptions} from '../live-track.js';
import type {CaptureProcessOptions} from './capture-process.js';
import {openMicrophone} from './microphone.js';
import type {MicrophoneChoice} from './open-capture.js';
import {createSilenceCheck, silenceProblem} from './silence-check.js';

/**
Which microphone, how its process is started, and where its audio goes.
*/
export type MicrophoneInputOptions = CaptureProcessOptions &
	Pick<LiveTrackOptions, 'clock' | 'recordingPath' | 'onProblem'> & {
		readonly choice: MicrophoneChoice;

		/**
		Gives up the opening.
		*/
		readonly signal: AbortSignal;
	};

/**
Listens to a microphone and records it from the first sound on.

@throws {ProblemError} Of kind `bad-input` when there is no such device, of kind `device` when there is none that works.
@throws The signal's reason when it is given up.
*/
export const openMicrophoneInput = async ({
	clock,
	recordingPath,
	onProblem,
	choice: firstChoice,
	...captureProcess
}: MicrophoneInputOptions): Promise<LiveInput> => {
	let choice = firstChoice;
	let signalOf = createSilenceCheck();
	let signal: ReturnType<typeof signalOf> = 'listening';
	let isHeard = false;
	let loss: Problem | undefined;
	let openingCount = 0;

	const microphone = await openMicrophone({
		...captureProcess,
		...choice,
		clock,
		whenLost: 'wait',
		onLost(problem) {
			loss = problem;
			track.lose();
		},
	});
	const track = createLiveTrack(microphone.source, {
		clock,
		...(recordingPath !== undefined && {recordingPath}),
		onProblem,
		onAudio(bytes) {
			if (isHeard || !track.isPaused()) {
				signal = signalOf(bytes); // A first sound in a pause is none: it is not in the audio.
			}

			isHeard ||= signal === 'heard';
		},
		trimmed: source => fromFirstSound(source, () => isHeard),
	});

	const phase = (): LiveInputState['phase'] => {
		const usual = track.phase();
		if (usual === 'ended' || !(openingCount > 0 || loss)) {
			return usual === 'on' && !isHeard ? 'listening' : usual;
		}

		return openingCount > 0 ? 'opening' : 'lost';
	};

	/**
	What is wrong with the microphone; nothing any more when it is not needed.
	*/
	const trouble = (): Problem | undefined => {
		if (track.phase() === 'ended') {
			return undefined;
		}

		return (
			loss ??
			(signal === 'silent' ? silenceProblem(microphone.current().input.title, process.platform) : undefined)
		);
	};

	const turnOn = async (wanted: MicrophoneChoice): Promise<void> => {
		if (await microphone.reopen(wanted)) {
			signalOf = createSilenceCheck();
			signal = 'listening';
			loss = undefined;
			track.find();
		}
	};

	/**
	Another device was asked for and cannot be had: the one that was on before goes on.

	@returns What to say of the other one.
	*/
	const backOn = async (before: MicrophoneChoice, problem: Problem): Promise<Problem> => {
		try {
			await turnOn(before);
			const title = sanitise(microphone.current().input.title);
			return {...problem, nextStep: `${title} is on again. ${problem.nextStep}`};
		} catch {
			return problem;
		}
	};

	return {
		...track,
		stop() {
			track.stop();
			void microphone.close(); // Its light goes out now, not when all is transcribed.
		},
		state() {
			const {input, backend, why} = microphone.current();
			const problem = trouble();
			return {
				...track.recordingState(),
				title: sanitise(input.title),
				backend,
				...(why !== undefined && {why}),
				phase: phase(),
				droppedFrames: microphone.droppedFrames(),
				...(problem && {problem}),
			};
		},
		async reopen(device) {
			const before = choice;
			const wanted = device === undefined ? before : {device};
			const wasLost = loss !== undefined;
			choice = wanted;
			openingCount++;
			track.lose();
			try {
				await turnOn(wanted);
				return undefined;
			} catch (error) {
				choice = choice === wanted ? before : choice;
				loss = toProblem(error);
				return wasLost || wanted === before ? loss : await backOn(before, loss);
			} finally {
				openingCount--;
			}
		},
		async [Symbol.asyncDispose]() {
			await microphone.close();
			await track.dispose();
		},
	};
};
