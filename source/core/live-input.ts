import type {Problem} from './problem.js';

/**
A microphone or a pipe, as it is shown while it is listened to.
*/
export type LiveInputState = {
	/**
	Made safe to show.
	*/
	readonly title: string;

	/**
	`listening` until there is a first sound: nothing is transcribed, and nothing costs, before it. While `lost` the run waits for
	the input to be opened again.
	*/
	readonly phase: 'listening' | 'on' | 'paused' | 'lost' | 'opening' | 'ended';

	/**
	Why it is lost, or why nothing may be heard.
	*/
	readonly problem?: Problem;

	/**
	By which way the device is reached, and why not by a better one; only of a microphone.
	*/
	readonly backend?: string;
	readonly why?: string;

	/**
	Frames of 32 ms that a device, a driver or a sound server has lost; only of a microphone.
	*/
	readonly droppedFrames?: number;

	/**
	The audio so far, from its first sound, without pauses.
	*/
	readonly heardSeconds: number;

	/**
	The recording so far, which ends early where it cannot be written any more, and where it is kept.
	*/
	readonly recordedSeconds: number;
	readonly recordingPath?: string;
};

/**
How loud the latest audio was.
*/
export type Loudness = {
	/**
	The loudest moments of the latest intervals, from 0 for silence to 1, newest last.
	*/
	readonly levels: readonly number[];

	/**
	Of the last interval, in decibels below full scale: 0 is the loudest there is, and silence has no number but −∞.
	*/
	readonly peakDb: number;
	readonly rmsDb: number;
};

/**
Before anything was heard.
*/
export const noLoudness: Loudness = {
	levels: [],
	peakDb: Number.NEGATIVE_INFINITY,
	rmsDb: Number.NEGATIVE_INFINITY,
};
