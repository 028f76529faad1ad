import type {AudioOptions, IoStreamRead} from 'naudiodon';
import type {OpenInput} from './capture-backend.js';
import {frameSeconds} from './capture-messages.js';

type StreamShape = Pick<OpenInput, 'channelCount' | 'sampleRateHz'>;

/**
A device as PortAudio lists it: the number that it knows it by, the most channels, the preferred rate.
*/
export type StreamDevice = StreamShape & {readonly number: number};

/**
What is used of the package here.
*/
export type StreamLibrary = {
	readonly SampleFormat16Bit: 16;
	AudioIO(options: {readonly inOptions: AudioOptions}): IoStreamRead;
};

/**
Opens a device at 16 kHz mono, or where PortAudio refuses that, at the rate that the device prefers and with as few channels
as it allows.

@throws PortAudio's reason for refusing 16 kHz mono, when it refuses everything.
*/
export const openStream = (
	library: StreamLibrary,
	{number, channelCount, sampleRateHz}: StreamDevice,
): StreamShape & {readonly stream: IoStreamRead} => {
	const shapes: readonly StreamShape[] = [
		{channelCount: 1, sampleRateHz: 16_000},
		{channelCount: 1, sampleRateHz},
		{channelCount: 2, sampleRateHz},
		{channelCount, sampleRateHz},
	];
	let refusal: unknown;
	for (const shape of shapes) {
		const framesPerBuffer = Math.round(shape.sampleRateHz * frameSeconds);
		try {
			const stream = library.AudioIO({
				inOptions: {
					deviceId: number,
					sampleRate: shape.sampleRateHz,
					channelCount: shape.channelCount,
					sampleFormat: library.SampleFormat16Bit,
					framesPerBuffer,
					highwaterMark: framesPerBuffer * shape.channelCount * 2, // One buffer; the spelling is the package's.
					maxQueue: queuedBuffers,
					closeOnError: false, // An overflow would end the recording; what it loses is counted by the clock.
				},
			});
			return {...shape, stream};
		} catch (error) {
			refusal ??= error;
		}
	}

	throw refusal;
};

/**
How many buffers PortAudio's thread may run ahead of JavaScript before it has to wait and the driver loses audio: two
seconds. The package's own limit is 2 buffers.
*/
const queuedBuffers = 64;
