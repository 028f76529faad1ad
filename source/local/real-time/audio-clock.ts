import type {SessionConfig} from './config.js';
import {bytesPerSecond} from './samples.js';

/**
How long so many bytes of a session's audio are, in milliseconds. A file counts as if it were 16 kHz s16le, because only
its decoder knows better.
*/
export const audioClock = ({audio, channels}: SessionConfig): ((byteCount: number) => number) => {
	const bytesPerMs = ((bytesPerSecond(audio) ?? 32_000) * (channels?.length ?? 1)) / 1000;
	return byteCount => byteCount / bytesPerMs;
};
