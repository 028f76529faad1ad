import {setTimeout as sleep} from 'node:timers/promises';
import type {AudioSource} from '../core/audio-source.js';
import type {Clock} from '../core/clock.js';
import type {Problem} from '../core/problem.js';
import type {RealTimeEvent} from '../core/transcript-event.js';
import type {Access} from './access.js';
import {brokenSession} from './broken-session.js';
import {createKeptAudio} from './kept-audio.js';
import {runSession, type Session} from './real-time-session.js';
import {resumeSeconds} from './resume-point.js';
import type {RunLimits} from './run-limits.js';
import {createSessionPatience} from './session-patience.js';
import {createStitchedTranscript} from './stitched-transcript.js';

export type RealTimeRun = Omit<Session, 'token' | 'read' | 'limits'> & {
	readonly access: Access;
	readonly audio: AudioSource;
	readonly clock: Clock;
	readonly limits: RunLimits;
};

/**
Runs as many sessions as it takes to transcribe a source: one that is lost is replaced by a new one, which hears again
what no final has covered yet. The source is read from the start of the first session on and never waits for another; where it fails,
what it gave is transcribed all the same.

@param emit - Gets each event as it happens, on one axis of time.
@throws {ProblemError} What cannot be mended, or was not within the limits; what was emitted stays true.
@throws The signal's reason, when it is aborted.
*/
export const runSessions = async (
	{access, audio, clock, limits, ...settings}: RealTimeRun,
	emit: (event: RealTimeEvent) => void,
	signal: AbortSignal,
): Promise<void> => {
	const over = new AbortController(); // Everything is transcribed, or nothing more will be.
	const stop = AbortSignal.any([signal, over.signal]);
	const transcript = createStitchedTranscript();
	const patience = createSessionPatience(limits);
	let mayRenew = true;

	const tellKept = (): void => {
		const {startSeconds, endSeconds} = kept;
		emit({type: 'audio-kept', endSeconds, keptSeconds: endSeconds - startSeconds});
	};

	const kept = createKeptAudio(
		limits,
		{
			kept: tellKept,
			dropped(seconds) {
				emit({type: 'audio-dropped', seconds});
			},
		},
		stop,
	);

	const begin = (): void => {
		patience.started(clock.nowMs());
		if (transcript.sessionCount > 1) {
			emit({
				type: 'session-resumed',
				atSeconds: transcript.lastWordSeconds,
				sentAgainSeconds: Math.max(0, toMilliseconds(kept.sentSeconds - kept.startSeconds)),
			});
			return;
		}

		void kept.fill(audio);
	};

	const hear = (event: RealTimeEvent): void => {
		const finalisedSeconds = transcript.finalisedSeconds;
		const heard = transcript.hear(event);
		if (heard) {
			emit(heard);
		}

		if (event.type === 'started') {
			begin();
		}

		if (transcript.finalisedSeconds > finalisedSeconds) {
			patience.advanced();
			mayRenew = true;
			kept.release(resumeSeconds(transcript.lastWordSeconds, transcript.finalisedSeconds));
		}
	};

	const nextAttempt = (problem: Problem) => {
		const mayBeToken = transcript.sessionCount > 0 || access.isDoubtful();
		if (problem.kind === 'not-authorised' && mayBeToken && mayRenew && access.renew()) {
			mayRenew = false; // The token has expired, or was none, or the key is wrong: the next answer tells.
			return patience.failed({...problem, isTransient: true}, clock.nowMs(), 0);
		}

		return patience.failed(problem, clock.nowMs(), Math.random());
	};

	try {
		for (;;) {
			try {
				const token = await access.token(stop);
				await runSession({...settings, token, read: kept.read, limits}, hear, stop);
				break;
			} catch (thrown) {
				stop.throwIfAborted();
				const error = brokenSession(thrown, settings.service, transcript.sessionCount > 0);
				const next = nextAttempt(error.problem);
				if (!next) {
					throw kept.failure ?? error;
				}

				emit({type: 'retrying', ...next, problem: error.problem});
				if (transcript.sessionCount > 0) {
					tellKept();
				}

				await sleep(next.waitMs, undefined, {signal: stop});
			}
		}
		if (kept.failure !== undefined) {
			throw kept.failure; // With all that it gave before transcribed.
		}
	} finally {
		over.abort();
	}
};

const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;
