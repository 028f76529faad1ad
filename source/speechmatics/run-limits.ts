import {longestRetryAfterMs} from './http-request.js';
import type {KeptAudioLimits} from './kept-audio.js';
import type {SessionLimits} from './session-limits.js';
import type {PatienceLimits} from './session-patience.js';

/**
How long a session may be silent, how a lost one is replaced, and how much audio is kept for that.
*/
export type RunLimits = SessionLimits & PatienceLimits & KeptAudioLimits;

const keptSeconds = 600;

/**
A reader of live text notices a stop of a few seconds, while TCP mends a lost packet within three or so: after 8 s
without an acknowledgement, which comes after a tenth of a second as a rule, a connection is given up. After the end of
the audio the service works off up to 10 s of it, so that the end may take longer. Attempts come no more than 5 s apart,
so that little is lost once the line is back.

Ten minutes of audio are 19 MB. That is longer than a router or a service takes to start again, and about as long as
anybody waits for text that was to be live.
*/
export const defaultLimits: RunLimits = {
	startMs: 10_000,
	acknowledgeMs: 8000,
	drainMs: 5000,
	endMs: 12_000,
	unacknowledgedChunks: 300,
	waitingBytes: 1_000_000,
	firstTries: 3,
	outageMs: keptSeconds * 1000,
	fruitlessSessions: 30,
	firstWaitMs: 250,
	longestWaitMs: 5000,
	longestRetryAfterMs,
	keptSeconds,
	aheadSeconds: 5,
};
