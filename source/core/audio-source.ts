/**
The one form in which Duet streams audio: 16 kHz, mono, signed 16-bit little-endian.
*/
export const sampleRateHz = 16_000;
export const bytesPerSample = 2;
export const bytesPerSecond = sampleRateHz * bytesPerSample;

/**
A piece of live audio and when it was captured.
*/
export type AudioChunk = {
	/**
	16 kHz mono s16le. Never split within a sample.
	*/
	readonly bytes: Uint8Array;

	/**
	Its place in the audio, in seconds from the first sample.
	*/
	readonly startSeconds: number;
	readonly endSeconds: number;

	/**
	When its last sample left the source, on the run's clock: for a microphone when the chunk arrived; for a file when
	it was due. Chunk n, counted from 1, is due at start + n × chunk, as a microphone could deliver it no sooner.
	*/
	readonly capturedMs: number;
};

/**
Something that can be listened to: a microphone, or a file at the pace of speech.
*/
export type AudioSource = {
	readonly title: string;

	/**
	Unknown for a microphone.
	*/
	readonly durationSeconds?: number;

	/**
	Audio seconds per second of real time. Latencies mean something only at 1.
	*/
	readonly pace: number;

	/**
	Whether audio that nobody asks for in time is lost, as a microphone's is. A file and a pipe wait. Default: false.
	*/
	readonly isLive?: boolean;

	/**
	Starts to play or to record when the first chunk is asked for. An aborted signal ends it without an error.
	*/
	chunks(signal: AbortSignal): AsyncIterable<AudioChunk>;
};
