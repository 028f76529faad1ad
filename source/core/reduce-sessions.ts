import {withChunk} from './capture-times.js';
import type {RealTimeState} from './real-time-state.js';
import type {RealTimeEvent} from './transcript-event.js';

/**
What tells how the audio of a run gets into its sessions.
*/
type SessionEvent = Extract<
	RealTimeEvent,
	{type: 'audio-sent' | 'audio-kept' | 'audio-dropped' | 'retrying' | 'session-resumed'}
>;

/**
Chunks that are sent again begin where they did the first time.
*/
const toleranceSeconds = 0.001;

/**
Folds what happens to audio and sessions into the state. Audio that is sent again is billed again, but it was captured
when it was, and moves nothing on.
*/
export const reduceSessions = (
	state: RealTimeState,
	event: SessionEvent,
	receivedMs: number,
): RealTimeState => {
	switch (event.type) {
		case 'audio-sent': {
			const sentBytes = state.sentBytes + event.byteCount;
			return event.startSeconds < state.sentSeconds - toleranceSeconds
				? {...state, sentBytes, sentAgainBytes: state.sentAgainBytes + event.byteCount}
				: {
						...state,
						sentSeconds: event.endSeconds,
						sentBytes,
						captureTimes: withChunk(state.captureTimes, event),
					};
		}

		case 'audio-kept': {
			const {endSeconds: capturedSeconds, keptSeconds} = event;
			return {...state, capturedSeconds, ...(state.retry && {retry: {...state.retry, keptSeconds}})};
		}

		case 'audio-dropped': {
			return {...state, droppedSeconds: state.droppedSeconds + event.seconds};
		}

		case 'retrying': {
			const {retry} = state;
			return {
				...state,
				phase: 'connecting',
				retry: {
					lostMs: retry?.lostMs ?? receivedMs,
					loss: retry?.loss ?? event.problem,
					problem: event.problem,
					count: (retry?.count ?? 0) + 1,
					keptSeconds: retry?.keptSeconds ?? 0,
				},
			};
		}

		case 'session-resumed': {
			const {retry, resumptions} = state;
			if (!retry) {
				return state;
			}

			const {atSeconds, sentAgainSeconds} = event;
			const {lostMs, loss} = retry;
			return {
				...state,
				retry: undefined,
				resumptions: [
					...resumptions,
					{atSeconds, sentAgainSeconds, gapMs: receivedMs - lostMs, problem: loss},
				],
			};
		}
	}
};
