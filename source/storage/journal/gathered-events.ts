import {isDeepStrictEqual} from 'node:util';
import type {RealTimeState} from '../../core/real-time-state.js';
import {reduceRealTime} from '../../core/reduce-real-time.js';
import type {RunEvent, RunState} from '../../core/run-state.js';
import {audioLine, type SentAudio} from './audio-line.js';
import {eventLine} from './event-line.js';

/**
Events that come many times a second and are each of little worth, held back until they are written together.
*/
export type GatheredEvents = {
	/**
	Takes an event in, if it is of that kind.

	@param before - The state of the run before it.
	@param after - The state that it leads to.
	*/
	readonly take: (event: RunEvent, before: RunState, after: RunState) => boolean;

	/**
	What was held back, as lines; nothing is held back after that.
	*/
	readonly takeLines: () => string;
};

/**
Only what the state of the run needs is kept: how far audio was acknowledged, the last progress of the upload and the last
word on audio that waits for a session, and audio in as few pieces as lead to the same state.
*/
export const gatherEvents = (): GatheredEvents => {
	let sent: SentAudio[] = [];
	let lastSent: Sent | undefined;
	let acknowledgedSeconds: number | undefined;
	const latest = new Map<'uploading' | 'audio-kept', RunEvent>();
	let receivedMs = 0;

	const takeSent = (piece: SentAudio, before: RealTimeState, after: RealTimeState) => {
		const joined = lastSent && join(lastSent, piece, before, after);
		lastSent = joined ?? {piece, before, changed: changedFields(before, after)};
		sent = [...(joined ? sent.slice(0, -1) : sent), lastSent.piece];
	};

	return {
		take(stamped, {realTime: before}, {realTime: after}) {
			const {event} = stamped;
			if (event.type === 'audio-sent' && hasOnly(event, audioSentFields)) {
				const {startSeconds, endSeconds, byteCount, capturedMs} = event;
				takeSent({startSeconds, endSeconds, byteCount, capturedMs}, before, after);
			} else if (event.type === 'audio-acknowledged' && hasOnly(event, acknowledgedFields)) {
				acknowledgedSeconds = after.acknowledgedSeconds;
			} else if (event.type === 'uploading' || event.type === 'audio-kept') {
				latest.set(event.type, stamped);
			} else {
				return false;
			}

			receivedMs = stamped.receivedMs;
			return true;
		},

		takeLines() {
			const hasAudio = sent.length > 0 || acknowledgedSeconds !== undefined;
			const lines =
				(hasAudio ? audioLine(sent, acknowledgedSeconds, receivedMs) : '') +
				[...latest.values()].map(eventLine).join('');
			sent = [];
			lastSent = undefined;
			acknowledgedSeconds = undefined;
			latest.clear();
			return lines;
		},
	};
};

const audioSentFields = 5;
const acknowledgedFields = 2;

/**
An event that has got more to say, in a later Duet, is written as it is.
*/
const hasOnly = (event: object, fields: number): boolean => Object.keys(event).length === fields;

/**
A piece of audio with the state before it, and what it changed in that.
*/
type Sent = {
	readonly piece: SentAudio;
	readonly before: RealTimeState;
	readonly changed: readonly Field[];
};

type Field = keyof RealTimeState;

/**
Two pieces as one, where that does the same to the state; whatever the state is made of.
*/
const join = (
	last: Sent,
	piece: SentAudio,
	before: RealTimeState,
	after: RealTimeState,
): Sent | undefined => {
	const byteCount = last.piece.byteCount + piece.byteCount;
	const both = {...piece, startSeconds: last.piece.startSeconds, byteCount};
	const changed = [...new Set([...last.changed, ...changedFields(before, after)])];
	const event = {type: 'audio-sent', ...both} as const;
	const joined = reduceRealTime(last.before, {event, receivedMs: 0});
	const isSame = changed.every(field => isDeepStrictEqual(joined[field], after[field]));
	return isSame ? {piece: both, before: last.before, changed} : undefined;
};

const changedFields = (before: RealTimeState, after: RealTimeState): readonly Field[] =>
	(Object.keys(after) as readonly Field[]).filter(field => !Object.is(before[field], after[field]));
