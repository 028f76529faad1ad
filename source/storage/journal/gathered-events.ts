import type {CaptureTimes} from '../../core/capture-times.js';
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
Only what the state of the run needs is kept: the last acknowledgement, the last progress of the upload, and audio in as
few pieces as lead to the same capture times.
*/
export const gatherEvents = (): GatheredEvents => {
	let sent: SentAudio[] = [];
	let isLastStretched = false;
	let acknowledgedSeconds: number | undefined;
	let uploading: RunEvent | undefined;
	let receivedMs = 0;

	const takeSent = (piece: SentAudio, before: CaptureTimes, after: CaptureTimes) => {
		const isStretched = isSameStretch(before, after);
		const last = sent.at(-1);
		if (last && isStretched && isLastStretched) {
			const {startSeconds, byteCount} = last;
			sent[sent.length - 1] = {...piece, startSeconds, byteCount: byteCount + piece.byteCount};
		} else {
			sent.push(piece);
		}

		isLastStretched = isStretched;
	};

	return {
		take(stamped, before, after) {
			const {event} = stamped;
			if (event.type === 'audio-sent' && hasOnly(event, audioSentFields)) {
				const {startSeconds, endSeconds, byteCount, capturedMs} = event;
				const piece = {startSeconds, endSeconds, byteCount, capturedMs};
				takeSent(piece, before.realTime.captureTimes, after.realTime.captureTimes);
			} else if (event.type === 'audio-acknowledged' && hasOnly(event, acknowledgedFields)) {
				acknowledgedSeconds = event.endSeconds;
			} else if (event.type === 'uploading') {
				uploading = stamped;
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
				(uploading ? eventLine(uploading) : '');
			sent = [];
			acknowledgedSeconds = undefined;
			uploading = undefined;
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
Whether a piece of audio only made the last stretch longer: then several of them do the same as one.
*/
const isSameStretch = (before: CaptureTimes, after: CaptureTimes): boolean =>
	before.length > 0 && before.length === after.length && before.at(-1)?.offsetMs === after.at(-1)?.offsetMs;
