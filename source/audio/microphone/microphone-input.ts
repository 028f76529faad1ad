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
	};

/**
Listens to a microphone and records it from the first sound on.

@throws {ProblemError} Of kind `bad-input` when there is no such device, of kind `device` when there is none that works.
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
	let isOpening = false;

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
			signal = signalOf(bytes);
			isHeard ||= signal === 'heard';
		},
		trimmed: source => fromFirstSound(source, () => isHeard),
	});

	const phase = (): LiveInputState['phase'] => {
		const usual = track.phase();
		if (usual === 'ended' || !(isOpening || loss)) {
			return usual === 'on' && !isHeard ? 'listening' : usual;
		}

		return isOpening ? 'opening' : 'lost';
	};

	return {
		...track,
		stop() {
			track.stop();
			void microphone.close(); // Its light goes out now, not when all is transcribed.
		},
		state() {
			const {input, backend, why} = microphone.current();
			const silence = signal === 'silent' ? silenceProblem(input.title, process.platform) : undefined;
			const problem = loss ?? silence;
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
			choice = device === undefined ? choice : {device};
			isOpening = true;
			track.lose();
			try {
				await microphone.reopen(choice);
				signalOf = createSilenceCheck();
				signal = 'listening';
				loss = undefined;
				track.find();
				return undefined;
			} catch (error) {
				loss = toProblem(error);
				return loss;
			} finally {
				isOpening = false;
			}
		},
		async [Symbol.asyncDispose]() {
			await microphone.close();
			await track.dispose();
		},
	};
};
