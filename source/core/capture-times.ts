/**
When each instant of the audio was captured, kept as stretches in which audio time and clock run side by side.
*/
export type CaptureTimes = readonly Stretch[];

type Stretch = {
	readonly startSeconds: number;
	readonly endSeconds: number;

	/**
	Clock minus audio time, in milliseconds.
	*/
	readonly offsetMs: number;
};

type Captured = {
	readonly startSeconds: number;
	readonly endSeconds: number;
	readonly capturedMs: number;
};

const sameStretchMs = 0.5;

/**
Adds a chunk. A file at the pace of speech stays one stretch however long it is; a microphone's jitter makes new ones.
*/
export const withChunk = (times: CaptureTimes, chunk: Captured): CaptureTimes => {
	const offsetMs = chunk.capturedMs - chunk.endSeconds * 1000;
	const last = times.at(-1);
	if (last && Math.abs(last.offsetMs - offsetMs) < sameStretchMs) {
		return times.with(-1, {...last, endSeconds: chunk.endSeconds});
	}

	const {startSeconds, endSeconds} = chunk;
	return times.slice(1 - mostStretches).concat({startSeconds, endSeconds, offsetMs});
};

/**
Eleven minutes of a microphone: more than is ever sent before a word of it is final. Only a server that makes nothing final
gets there.
*/
const mostStretches = 20_000;

/**
Forgets what is not needed for words after this instant.
*/
export const withoutBefore = (times: CaptureTimes, seconds: number): CaptureTimes =>
	times.length > 1 && (times[0] as Stretch).endSeconds < seconds
		? times.filter(stretch => stretch.endSeconds >= seconds)
		: times;

/**
When the sample at this instant left the source: for a microphone the arrival of its chunk less what follows it in
the chunk; for a file, by the same rule, its paced send time.

@returns Milliseconds on the run's clock, or nothing while that audio has not been sent.
*/
export const capturedAtMs = (times: CaptureTimes, seconds: number): number | undefined => {
	const tolerance = 0.02; // Engines round a word's end to a hundredth, which can lie past the last sample.
	const stretch =
		times.find(({endSeconds}) => seconds <= endSeconds) ??
		times.findLast(({endSeconds}) => seconds <= endSeconds + tolerance);
	return stretch && seconds * 1000 + stretch.offsetMs;
};
