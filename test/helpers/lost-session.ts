import type {RealTimeState} from '../../source/core/real-time-state.js';
import {finishedComparison} from './comparison.js';

const {realTime} = finishedComparison.run;
const problem = {
	kind: 'network',
	message: 'The connection to eu.rt.speechmatics.com was lost.',
	nextStep: 'Check the internet connection.',
} as const;

/**
A run whose session is gone, and is sought for the second time.
*/
export const lostSession: RealTimeState = {
	...realTime,
	phase: 'connecting',
	capturedSeconds: 39.1,
	retry: {lostMs: 36_000, loss: problem, problem, count: 2, keptSeconds: 3.1},
};

/**
The same run afterwards: it has a new session, and twelve seconds were too much to keep.
*/
export const resumedSession: RealTimeState = {
	...realTime,
	phase: 'streaming',
	sentBytes: realTime.sentBytes + 64_000,
	sentAgainBytes: 64_000,
	droppedSeconds: 12,
	resumptions: [{atSeconds: 34, gapMs: 3100.4, problem, sentAgainSeconds: 2}],
};
