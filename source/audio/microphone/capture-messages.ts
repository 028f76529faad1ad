import process from 'node:process';
import type {Problem} from '../../core/problem.js';
import type {BackendName} from './capture-backend.js';
import type {InputDevice} from './input-device.js';

/**
What the capture process is asked.
*/
export type CaptureRequest =
	| {readonly type: 'open'; readonly backend: BackendName; readonly device?: string}
	| {readonly type: 'list-devices'; readonly backend: BackendName}
	| {readonly type: 'ping'};

/**
What it answers. A process that is asked to open a device answers with `opened` and frames, or with `failed`.
*/
export type CaptureMessage =
	| {readonly type: 'opened'; readonly input: OpenedInput}
	| ({readonly type: 'frame'} & Frame)
	| {readonly type: 'devices'; readonly devices: readonly InputDevice[]}
	| {readonly type: 'pong'}
	| {readonly type: 'taken-away'} // The device; what comes now is of another one.
	| CaptureFailure;

/**
How a device was opened. What it gives is made 16 kHz mono from that.
*/
export type OpenedInput = {
	/**
	The device's name. Text from outside: whoever shows it sanitises it.
	*/
	readonly title: string;
	readonly sampleRateHz: number;
	readonly channelCount: number;
};

type CaptureFailure = {
	readonly type: 'failed';

	/**
	Continues a sentence that begins with the backend's name.
	*/
	readonly reason: string;

	/**
	Where the request was wrong, so that no other backend would help.
	*/
	readonly problem?: Problem;
};

/**
A piece of audio of always the same length.
*/
export type Frame = {
	/**
	16 kHz mono s16le.
	*/
	readonly bytes: Uint8Array;

	/**
	When its last sample arrived, by {@link monotonicMs}.
	*/
	readonly capturedMs: number;
};

export const frameSamples = 512;
export const frameSeconds = frameSamples / 16_000;

/**
The clock that the capture process and its parent have in common. Node.js reads `hrtime` from the system's own monotonic
clock (CLOCK_MONOTONIC on Linux, mach time on macOS, the performance counter on Windows), which counts from the same
moment in every process, whereas `performance.now()` counts from the start of the process.
*/
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
