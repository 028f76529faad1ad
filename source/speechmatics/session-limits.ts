/**
How long the service may be silent, and how far the audio may run ahead of it.
*/
export type SessionLimits = {
	/**
	Until the connection stands and the session has started.
	*/
	readonly startMs: number;

	/**
	Until the next acknowledgement, while audio is sent.
	*/
	readonly acknowledgeMs: number;

	/**
	Until the next acknowledgement, before the end of the audio is announced all the same.
	*/
	readonly drainMs: number;

	/**
	Until the next message, after the end of the audio.
	*/
	readonly endMs: number;

	/**
	Chunks sent and not acknowledged. The service buffers about 500.
	*/
	readonly unacknowledgedChunks: number;
	readonly waitingBytes: number;
};
