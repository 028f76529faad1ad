import {elapsedMs, withHoldFrom, withHoldUntil} from './audio-holds.js';
import {capturedAtMs, withoutBefore} from './capture-times.js';
import type {RealTimeState} from './real-time-state.js';
import {reduceSessions} from './reduce-sessions.js';
import {insertFinal, isAfter} from './transcript.js';
import type {RealTimeEvent, Stamped, TranscriptPart} from './transcript-event.js';
import {isSpoken} from './word.js';
import {settleFinal, showPartial} from './word-sightings.js';

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
			return state.startedMs === undefined ? {...state, connectedMs: receivedMs} : state;
		}

		case 'started': {
			return {
				...state,
				phase: 'streaming',
				startedMs: state.startedMs ?? receivedMs,
				wordDelimiter: event.wordDelimiter,
				retry: state.startedMs === undefined ? undefined : state.retry,
			};
		}

		case 'audio-sent':
		case 'audio-kept':
		case 'audio-dropped':
		case 'retrying':
		case 'session-resumed': {
			return reduceSessions(state, event, receivedMs);
		}

		case 'audio-acknowledged': {
			return {...state, acknowledgedSeconds: Math.max(state.acknowledgedSeconds, event.endSeconds)};
		}

		case 'audio-held': {
			return {...state, holds: withHoldFrom(state.holds, event.sinceMs)};
		}

		case 'audio-released': {
			return {...state, holds: withHoldUntil(state.holds, receivedMs)};
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

		case 'warned': {
			return {...state, warnings: [...state.warnings, event.message]};
		}

		case 'finished': {
			return {...state, phase: 'done', endedMs: receivedMs, retry: undefined};
		}

		case 'failed': {
			return {...state, phase: 'failed', endedMs: receivedMs, problem: event.problem, retry: undefined};
		}

		case 'end-of-utterance': {
			return state;
		}
	}
};

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
		...(capturedMs !== undefined && {firstPartialLatencyMs: elapsedMs(state.holds, capturedMs, receivedMs)}),
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
			partialMs.push(elapsedMs(state.holds, capturedMs, sighting.firstShownMs));
		}

		stableMs.push(elapsedMs(state.holds, capturedMs, sighting?.shownSinceMs ?? receivedMs));
		finalMs.push(elapsedMs(state.holds, capturedMs, receivedMs));
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
