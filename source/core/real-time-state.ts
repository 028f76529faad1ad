import {AppendList} from './append-list.js';
import type {AudioHolds} from './audio-holds.js';
import {bytesPerSecond} from './audio-source.js';
import type {CaptureTimes} from './capture-times.js';
import type {Problem} from './problem.js';
import type {Word} from './word.js';
import type {Sighting} from './word-sightings.js';

/**
All that is known about a real-time run. Times are milliseconds since the run began.
*/
export type RealTimeState = {
	readonly phase: 'waiting' | 'connecting' | 'streaming' | 'draining' | 'done' | 'failed';
	readonly problem?: Problem;
	readonly warnings: readonly string[];

	readonly begunMs?: number;
	readonly connectedMs?: number;
	readonly startedMs?: number;
	readonly endedMs?: number;

	/**
	How far the audio was sent, and how far it has come, which is further while there is no session.
	*/
	readonly sentSeconds: number;
	readonly capturedSeconds: number;
	readonly acknowledgedSeconds: number;

	/**
	All that was sent, and the part of it that was sent before in a session that was lost: the service bills both.
	*/
	readonly sentBytes: number;
	readonly sentAgainBytes: number;

	/**
	Audio that was given up while there was no session.
	*/
	readonly droppedSeconds: number;

	/**
	While a session is sought in place of one that was lost, or of the first one.
	*/
	readonly retry: Retry | undefined;

	/**
	The sessions that took the place of lost ones.
	*/
	readonly resumptions: readonly Resumption[];

	/**
	Words that will not change again, and those that may, in order of time.
	*/
	readonly finals: AppendList<Word>;
	readonly partial: readonly Word[];
	readonly wordDelimiter: string;

	/**
	How far the finals reach.
	*/
	readonly finalisedSeconds: number;

	/**
	Messages that carried words.
	*/
	readonly partialCount: number;
	readonly finalCount: number;

	/**
	The first partial's time of arrival, and its latency from the end of its first word.
	*/
	readonly firstPartialMs?: number;
	readonly firstPartialLatencyMs?: number;

	readonly latenciesMs: {
		readonly partial: AppendList<number>;
		readonly stable: AppendList<number>;
		readonly final: AppendList<number>;
	};

	/**
	Words that a partial showed and a later message changed or withdrew; words finalised.
	*/
	readonly unstableWordCount: number;
	readonly finalisedWordCount: number;

	readonly captureTimes: CaptureTimes;
	readonly holds: AudioHolds;
	readonly sightings: readonly Sighting[];
};

/**
What is known about a session that is sought.
*/
type Retry = {
	/**
	When the last session was lost, on the run's clock, and why; then why the latest attempt failed.
	*/
	readonly lostMs: number;
	readonly loss: Problem;
	readonly problem: Problem;

	/**
	How often it was tried again since then.
	*/
	readonly count: number;

	/**
	How much audio is kept to be sent.
	*/
	readonly keptSeconds: number;
};

/**
A place in the transcript at which another session goes on.
*/
type Resumption = {
	/**
	The end of the last final word of the session before.
	*/
	readonly atSeconds: number;

	/**
	How long there was no session, in milliseconds, and why.
	*/
	readonly gapMs: number;
	readonly problem: Problem;
	readonly sentAgainSeconds: number;
};

/**
Before anything has happened.
*/
export const initialRealTimeState: RealTimeState = {
	phase: 'waiting',
	warnings: [],
	sentSeconds: 0,
	capturedSeconds: 0,
	acknowledgedSeconds: 0,
	sentBytes: 0,
	sentAgainBytes: 0,
	droppedSeconds: 0,
	retry: undefined,
	resumptions: [],
	finals: AppendList.from(),
	partial: [],
	wordDelimiter: ' ',
	finalisedSeconds: 0,
	partialCount: 0,
	finalCount: 0,
	latenciesMs: {partial: AppendList.from(), stable: AppendList.from(), final: AppendList.from()},
	unstableWordCount: 0,
	finalisedWordCount: 0,
	captureTimes: [],
	holds: [],
	sightings: [],
};

/**
How far the text on show is behind the audio.
*/
export const behindSeconds = ({
	sentSeconds,
	capturedSeconds,
	partial,
	finalisedSeconds,
}: RealTimeState): number =>
	Math.max(
		0,
		Math.max(sentSeconds, capturedSeconds) - Math.max(finalisedSeconds, partial.at(-1)?.endSeconds ?? 0),
	);

/**
How much audio was sent in all sessions together, which is what the service bills.
*/
export const billedSeconds = ({sentBytes}: RealTimeState): number => sentBytes / bytesPerSecond;
