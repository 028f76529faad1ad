import type {BatchState} from './batch-state.js';

/**
Where a batch job's time went, in milliseconds.
*/
export type BatchPhasesMs = {
	readonly upload: number;
	readonly queued: number;
	readonly running: number;

	/**
	From done on the server to known here. Missing where the server does not say when it was done; it is in `running`.
	*/
	readonly noticed?: number;
	readonly download: number;
};

/**
Submit to transcript in hand, in milliseconds.
*/
export const turnaroundMs = ({begunMs, transcriptMs}: BatchState): number | undefined =>
	begunMs === undefined || transcriptMs === undefined ? undefined : transcriptMs - begunMs;

/**
The split of the turnaround. Its parts add up to it.

Only durations of the server's clock are used, never its time of day, so the two clocks need not agree.
*/
export const batchPhasesMs = (state: BatchState): BatchPhasesMs | undefined => {
	const {begunMs, jobCreatedMs, runningMs, noticedMs, transcriptMs, serverMs} = state;
	if (
		begunMs === undefined ||
		jobCreatedMs === undefined ||
		runningMs === undefined ||
		noticedMs === undefined ||
		transcriptMs === undefined
	) {
		return undefined;
	}

	const noticed =
		serverMs === undefined
			? undefined
			: Math.min(Math.max(0, noticedMs - jobCreatedMs - serverMs), noticedMs - runningMs);
	return {
		upload: jobCreatedMs - begunMs,
		queued: runningMs - jobCreatedMs,
		running: noticedMs - runningMs - (noticed ?? 0),
		...(noticed !== undefined && {noticed}),
		download: transcriptMs - noticedMs,
	};
};
