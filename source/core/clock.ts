/**
The one monotonic clock of a run. Nothing else is asked for the time.
*/
export type Clock = {
	/**
	Milliseconds since the run began.
	*/
	readonly nowMs: () => number;
};
