import type {InputDevice} from './input-device.js';

/**
The ways to a microphone, the best first. The first two are libraries, the others programs that many systems have.
*/
export const backendNames = ['naudiodon', 'pvrecorder', 'arecord', 'parec', 'sox', 'ffmpeg'] as const;

/**
Those of them that look at the devices themselves.
*/
export const libraryNames: readonly BackendName[] = ['naudiodon', 'pvrecorder'];

export type BackendName = (typeof backendNames)[number];

/**
A way to a microphone. It is used in the capture process only: libraries may block or crash there. Nothing is loaded before
a method is called.
*/
export type CaptureBackend = {
	/**
	@throws {BackendError} When it does not work here.
	*/
	devices(): Promise<readonly InputDevice[]>;

	/**
	Starts to record.

	@param wanted - An id or a name; the system's default device without one.
	@throws {ProblemError} Of kind `bad-input` when there is no such device.
	@throws {BackendError} As `devices` does. What a library throws by itself may come too.
	*/
	open(wanted?: string): Promise<OpenInput>;
};

/**
A device that records.
*/
export type OpenInput = {
	/**
	The device's name, from outside.
	*/
	readonly title: string;
	readonly sampleRateHz: number;
	readonly channelCount: number;

	/**
	The id of the sound server's input that it stands for, where that is known.
	*/
	readonly serverInput?: string;

	/**
	Interleaved s16le in pieces of any length, each as soon as it is there.
	*/
	readonly pieces: AsyncIterable<Uint8Array>;
	close(): Promise<void>;
};

/**
What ails a backend, as it continues a sentence that begins with the backend's name.
*/
export class BackendError extends Error {
	override readonly name = 'BackendError';
}

/**
Whatever a backend threw, as such a continuation: one line, no full stop.
*/
export const reasonOf = (thrown: unknown): string => {
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	const line = (message.trim().split('\n')[0] ?? '').replace(/[.:]$/, '');
	return thrown instanceof BackendError ? line : `failed (${line})`;
};
