import type {Problem} from '../../core/problem.js';
import type {BackendName} from './capture-backend.js';
import type {CaptureMessage, Frame, OpenedInput} from './capture-messages.js';
import type {Loss} from './capture-problem.js';
import {type CaptureProcessOptions, startCaptureProcess} from './capture-process.js';

/**
A device that is being recorded by a capture process.
*/
export type Capture = {
	readonly input: OpenedInput;

	/**
	Of the capture process.
	*/
	readonly pid: number | undefined;
	close(): Promise<void>;
};

/**
What came of an attempt to open a device.
*/
export type CaptureAttempt =
	| {readonly type: 'open'; readonly capture: Capture}
	| {readonly type: 'refused'; readonly reason: string; readonly problem?: Problem};

export type CaptureListeners = {
	readonly onFrame: (frame: Frame) => void;

	/**
	Told once, within two seconds of the last audio. The process is gone then, or about to go.
	*/
	readonly onLost: (loss: Loss) => void;
};

/**
Opens a device with one backend, in a process of its own. It counts as open with the first audio, silent or not: some
libraries open a device that never delivers.

@param signal - Gives it up while it is being opened: it is refused then.
*/
export const startCapture = async (
	request: {readonly backend: BackendName; readonly device?: string},
	options: CaptureProcessOptions,
	{onFrame, onLost}: CaptureListeners,
	signal: AbortSignal,
): Promise<CaptureAttempt> => {
	const attempt = Promise.withResolvers<CaptureAttempt>();
	let phase: 'opening' | 'open' | 'over' = 'opening';
	let input: OpenedInput | undefined;
	let quietTicks = 0;
	let hasAnswered = false;

	const end = (loss: Loss, reason: string, problem?: Problem) => {
		const before = phase;
		phase = 'over';
		clearInterval(watchdog);
		if (before === 'opening') {
			void child.close().then(() => attempt.resolve({type: 'refused', reason, ...(problem && {problem})}));
		} else if (before === 'open') {
			void child.close();
			setImmediate(onLost, loss); // Who has just been given it comes first: both may be news of one moment.
		}
	};

	const onMessage = (message: CaptureMessage) => {
		switch (message.type) {
			case 'opened': {
				({input} = message);
				break;
			}

			case 'frame': {
				quietTicks = 0;
				if (phase === 'opening' && input) {
					phase = 'open';
					attempt.resolve({type: 'open', capture: {input, pid: child.pid, close}});
				}

				if (phase === 'open') {
					onFrame(message);
				}

				break;
			}

			case 'taken-away': {
				end({type: 'taken-away'}, 'lost its device');
				break;
			}

			case 'failed': {
				end({type: 'ended', reason: message.reason}, message.reason, message.problem);
				break;
			}

			default: {
				hasAnswered = true;
			}
		}
	};

	const child = startCaptureProcess(options, {
		onMessage,
		onExit(ending) {
			end({type: 'ended', reason: ending}, ending);
		},
	});

	const close = () => {
		phase = 'over';
		clearInterval(watchdog);
		return child.close();
	};

	// Turns of this process's own loop are counted, not time: while it is busy or asleep nobody else is to blame.
	const watchdog = setInterval(() => {
		quietTicks++;
		if (phase === 'opening' && quietTicks >= openingTicks) {
			end({type: 'silent'}, `delivered no audio within ${(openingTicks * tickMs) / 1000} s`);
		} else if (phase === 'open' && quietTicks >= lostTicks) {
			end({type: hasAnswered ? 'silent' : 'hung'}, '');
		} else if (phase === 'open' && quietTicks === askingTicks) {
			hasAnswered = false;
			child.send({type: 'ping'});
		}
	}, tickMs);

	const giveUp = () => {
		if (phase === 'opening') {
			end({type: 'silent'}, 'was given up');
		}
	};

	signal.addEventListener('abort', giveUp);
	child.send({type: 'open', ...request});
	const result = await attempt.promise;
	signal.removeEventListener('abort', giveUp);
	return result;
};

/**
Frames come every 32 ms. Nearly a second without one is worth a question, half a second more is the end.
*/
const tickMs = 200;
const askingTicks = 4;
const lostTicks = 7;

/**
A Bluetooth headset takes two to three seconds to become a microphone.
*/
const openingTicks = 20;
