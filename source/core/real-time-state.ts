import {AppendList} from './append-list.js';
import {type CaptureTimes, capturedAtMs, withChunk, withoutBefore} from './capture-times.js';
import type {Problem} from './problem.js';
import {insertFinal, isAfter} from './transcript.js';
import type {RealTimeEvent, Stamped, TranscriptPart} from './transcript-event.js';
import type {Word} from './word.js';
import {type Sighting, settleFinal, showPartial} from './word-sightings.js';

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
	sightings: [],
};

/**
Folds one event into the state.
*/
export const reduceRealTime = (
	state: RealTimeState,
	{event, receivedMs}: Stamped<RealTimeEvent>,
): RealTimeState => {
	switch (event.type) {
		case 'begun': {
			return {...state, phase: 'connecting', begunMs: receivedMs};
		}

		case 'connected': {
			return {...state, connectedMs: receivedMs};
		}

		case 'started': {
			return {...state, phase: 'streaming', startedMs: receivedMs, wordDelimiter: event.wordDelimiter};
		}

		case 'audio-sent': {
			return {
				...state,
				sentSeconds: event.endSeconds,
				sentBytes: state.sentBytes + event.byteCount,
				captureTimes: withChunk(state.captureTimes, event),
			};
		}

		case 'audio-acknowledged': {
			return {...state, acknowledgedSeconds: event.endSeconds};
		}

		case 'partial': {
			return reducePartial(state, event, receivedMs);
		}

		case 'final': {
			return reduceFinal(state, event, receivedMs);
		}

		case 'audio-ended': {
			return {...state, phase: 'draining'};
		}

		case 'retrying': {
			return {...state, phase: 'connecting', reconnectCount: state.reconnectCount + 1};
		}

		case 'warned': {
			return {...state, warnings: [...state.warnings, event.message]};
		}

		case 'finished': {
			return {...state, phase: 'done', endedMs: receivedMs};
		}

		case 'failed': {
			return {...state, phase: 'failed', endedMs: receivedMs, problem: event.problem};
		}

		case 'end-of-utterance': {
			return state;
		}
	}
};

const isSpoken = (word: Word): boolean => word.type === 'word';

const reducePartial = (
	state: RealTimeState,
	event: TranscriptPart<'partial'>,
	receivedMs: number,
): RealTimeState => {
	// By the last final word, not by how far the finals say they reach: that may overlap the next word a little.
	const lastFinal = state.finals.at(-1);
	const partial = event.words.filter(isAfter(lastFinal?.endSeconds ?? 0, lastFinal));
	const spoken = partial.filter(isSpoken);
	const {sightings, withdrawnCount} = showPartial(state.sightings, spoken, receivedMs);
	const next = {
		...state,
		partial,
		sightings,
		unstableWordCount: state.unstableWordCount + withdrawnCount,
		partialCount: state.partialCount + (event.words.length > 0 ? 1 : 0),
	};
	const [firstWord] = spoken;
	if (state.firstPartialMs !== undefined || !firstWord) {
		return next;
	}

	const capturedMs = capturedAtMs(state.captureTimes, firstWord.endSeconds);
	return {
		...next,
		firstPartialMs: receivedMs,
		...(capturedMs !== undefined && {firstPartialLatencyMs: receivedMs - capturedMs}),
	};
};

const reduceFinal = (
	state: RealTimeState,
	event: TranscriptPart<'final'>,
	receivedMs: number,
): RealTimeState => {
	const {finals, added} = insertFinal(state.finals, event.words);
	const spoken = added.filter(isSpoken);
	const {sightings, ofWord, withdrawnCount} = settleFinal(state.sightings, spoken, event.endSeconds);

	const partialMs: number[] = [];
	const stableMs: number[] = [];
	const finalMs: number[] = [];
	for (const [index, word] of spoken.entries()) {
		const capturedMs = capturedAtMs(state.captureTimes, word.endSeconds);
		if (capturedMs === undefined) {
			continue;
		}

		const sighting = ofWord[index];
		if (sighting) {
			partialMs.push(sighting.firstShownMs - capturedMs);
		}

		stableMs.push((sighting?.shownSinceMs ?? receivedMs) - capturedMs);
		finalMs.push(receivedMs - capturedMs);
	}

	const finalisedSeconds = Math.max(state.finalisedSeconds, event.endSeconds);
	return {
		...state,
		finals,
		finalisedSeconds,
		partial: state.partial.filter(isAfter(finalisedSeconds, finals.at(-1))),
		sightings,
		finalCount: state.finalCount + (event.words.length > 0 ? 1 : 0),
		latenciesMs: {
			partial: state.latenciesMs.partial.append(partialMs),
			stable: state.latenciesMs.stable.append(stableMs),
			final: state.latenciesMs.final.append(finalMs),
		},
		unstableWordCount: state.unstableWordCount + withdrawnCount,
		finalisedWordCount: state.finalisedWordCount + spoken.length,
		captureTimes: withoutBefore(state.captureTimes, finalisedSeconds),
	};
};
