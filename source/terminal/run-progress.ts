import {isHeld} from '../core/audio-holds.js';
import {turnaroundMs} from '../core/batch-phases.js';
import type {BatchState} from '../core/batch-state.js';
import {bytesText, lengthText, percentText, secondsText} from '../core/figures.js';
import {behindSeconds, type RealTimeState} from '../core/real-time-state.js';
import {retryWaitText} from '../core/retry-wait.js';
import type {RunEvent} from '../core/run-state.js';
import {connectingText, lossTexts} from '../core/session-texts.js';

/**
What a batch job is doing, in one line.

@param nowMs - On the run's clock.
*/
export const batchStatus = (state: BatchState, nowMs: number): string => {
	const age = secondsText(nowMs - (state.begunMs ?? nowMs));
	if (state.waiting) {
		const job = state.jobId === undefined ? '' : ` · job ${state.jobId}`;
		return `${retryWaitText(state.waiting, nowMs)}${job} · ${age}`;
	}

	switch (state.phase) {
		case 'waiting': {
			return 'waiting';
		}

		case 'uploading': {
			return state.totalBytes > 0
				? `uploading ${percentText(state.sentBytes / state.totalBytes)} of ${bytesText(state.totalBytes)} · ${age}`
				: `submitting · ${age}`;
		}

		case 'queued':
		case 'running': {
			return `running · job ${state.jobId} · ${age}`;
		}

		case 'downloading': {
			return `fetching the transcript · ${age}`;
		}

		case 'done': {
			return `done in ${secondsText(turnaroundMs(state) ?? 0)}`;
		}

		case 'failed': {
			return `failed: ${state.problem?.message ?? 'unknown'}`;
		}
	}
};

/**
What a real-time session is doing, in one line.

@param lengthSeconds - Of the audio; unknown for a microphone.
*/
export const realTimeStatus = (state: RealTimeState, lengthSeconds?: number): string => {
	const length = lengthSeconds === undefined ? '' : ` of ${lengthText(lengthSeconds)}`;
	const position = `${lengthText(state.sentSeconds)}${length}`;
	switch (state.phase) {
		case 'waiting': {
			return 'waiting';
		}

		case 'connecting': {
			return connectingText(state);
		}

		case 'streaming': {
			const behind = `${secondsText(behindSeconds(state) * 1000)} behind`;
			const doing = isHeld(state.holds) ? 'standing by at' : 'streaming';
			return [`${doing} ${position}`, behind, ...lossesOf(state)].join(' · ');
		}

		case 'draining': {
			return `finishing ${position}`;
		}

		case 'done': {
			return [`done · ${position}`, ...lossesOf(state)].join(' · ');
		}

		case 'failed': {
			return `failed: ${state.problem?.message ?? 'unknown'}`;
		}
	}
};

/**
Audio that is lost is said for as long as anything is; the reconnections themselves were said when they happened.
*/
const lossesOf = (state: RealTimeState): readonly string[] => {
	const {dropped} = lossTexts(state);
	return dropped === undefined ? [] : [dropped];
};

/**
What is worth a line in a log, where nothing can be drawn in place.
*/
export const noteOf = ({mode, event}: RunEvent): string | undefined => {
	switch (event.type) {
		case 'job-created': {
			return `${mode}: job ${event.jobId} created`;
		}

		case 'started': {
			return `${mode}: session started`;
		}

		case 'session-resumed': {
			return `${mode}: connected again at ${lengthText(event.atSeconds)} · ${secondsText(event.sentAgainSeconds * 1000)} of audio sent again`;
		}

		case 'audio-ended': {
			return `${mode}: all audio sent, waiting for the last words`;
		}

		case 'finished': {
			return `${mode}: done`;
		}

		default: {
			return undefined;
		}
	}
};

/**
What has to be said in any case, also where progress is drawn in place.
*/
export const warningOf = ({mode, event}: RunEvent): string | undefined => {
	switch (event.type) {
		case 'retrying': {
			return `${mode}: ${event.problem.message} Trying again in ${secondsText(event.waitMs)} (attempt ${event.attempt}).`;
		}

		case 'warned': {
			return `${mode}: ${event.message}`;
		}

		default: {
			return undefined;
		}
	}
};
