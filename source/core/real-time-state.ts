import {AppendList} from './append-list.js';
import type {AudioHolds} from './audio-holds.js';
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

	readonly sentSeconds: number;
	readonly sentBytes: number;
	readonly acknowledgedSeconds: number;

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

	readonly reconnectCount: number;
	readonly captureTimes: CaptureTimes;
	readonly holds: AudioHolds;
	readonly sightings: readonly Sighting[];
};

/**
Before anything has happened.
*/
export const initialRealTimeState: RealTimeState = {
	phase: 'waiting',
	warnings: [],
	sentSeconds: 0,
	sentBytes: 0,
	acknowledgedSeconds: 0,
	finals: AppendList.from(),
	partial: [],
	wordDelimiter: ' ',
	finalisedSeconds: 0,
	partialCount: 0,
	finalCount: 0,
	latenciesMs: {partial: AppendList.from(), stable: AppendList.from(), final: AppendList.from()},
	unstableWordCount: 0,
	finalisedWordCount: 0,
	reconnectCount: 0,
	captureTimes: [],
	holds: [],
	sightings: [],
};

/**
How far the text on show is behind the audio that was sent.
*/
export const behindSeconds = ({sentSeconds, partial, finalisedSeconds}: RealTimeState): number =>
	Math.max(0, sentSeconds - Math.max(finalisedSeconds, partial.at(-1)?.endSeconds ?? 0));
