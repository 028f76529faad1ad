import type {RealtimeServerMessage, RealtimeTranscriptionConfig} from '@speechmatics/real-time-client';
import type {AudioChunk} from '../core/audio-source.js';
import {ProblemError} from '../core/problem.js';
import type {RealTimeEvent} from '../core/transcript-event.js';
import {orAborted} from './abort.js';
import {silentSession} from './broken-session.js';
import {createCondition} from './condition.js';
import {toRealTimeEvent} from './messages.js';
import {openConnection} from './real-time-connection.js';
import type {Service} from './service.js';
import type {SessionLimits} from './session-limits.js';
import {closeProblem, earlyEndProblem, sessionProblem} from './session-problem.js';
import {createUnacknowledgedAudio} from './unacknowledged-audio.js';

export type Session = {
	readonly url: string;
	readonly token: string;
	readonly config: RealtimeTranscriptionConfig;

	/**
	The audio from where this session is to begin; asked for once the session has started.
	*/
	readonly read: (signal: AbortSignal) => AsyncIterable<AudioChunk>;
	readonly limits: SessionLimits;
	readonly service: Service;
};

/**
Runs one session from the connection to the last final.

@param emit - Gets each event as it happens. Its words are where the session puts them: at 0 is the first audio that was
read. The audio is where its chunks say.
@throws When the service or the connection fails: whatever it was. What was emitted stays true.
@throws The signal's reason, at once, when it is aborted.
*/
export const runSession = async (
	{url, token, config, read, limits, service}: Session,
	emit: (event: RealTimeEvent) => void,
	signal: AbortSignal,
): Promise<void> => {
	const failure = new AbortController();
	const ended = new AbortController();
	const over = AbortSignal.any([signal, failure.signal]);
	const changed = createCondition(over);
	const unacknowledged = createUnacknowledgedAudio();
	let isStarted = false;
	let isEnding = false;
	let mayEnd = false; // All audio was sent, or the service has warned that it takes no more.

	/**
	A session that was given up may hear late messages still. Its words are another session's to say by then.
	*/
	const tell = (event: RealTimeEvent) => {
		if (!over.aborted) {
			emit(event);
		}
	};

	const fail = (thrown: unknown) => {
		if (!ended.signal.aborted) {
			failure.abort(thrown ?? 'it gave no reason');
		}
	};

	const watchdog = setTimeout(() => {
		if (unacknowledged.count > 0 && !isEnding) {
			fail(silentSession(service, 'the audio'));
		}
	}, limits.acknowledgeMs);

	const handle = (message: RealtimeServerMessage) => {
		switch (message.message) {
			case 'Error': {
				fail(new ProblemError(sessionProblem(message.type, message.reason, service)));
				return;
			}

			case 'AudioAdded': {
				watchdog.refresh();
				const endSeconds = unacknowledged.acknowledged(message.seq_no);
				if (endSeconds !== undefined) {
					tell({type: 'audio-acknowledged', endSeconds});
				}

				break;
			}

			case 'EndOfTranscript': {
				if (!mayEnd) {
					fail(new ProblemError(earlyEndProblem(service)));
					return;
				}

				ended.abort();
				break;
			}

			default: {
				isStarted ||= message.message === 'RecognitionStarted';
				mayEnd ||= message.message === 'Warning' && message.type === 'duration_limit_exceeded';
				const event = toRealTimeEvent(message, config.transcription_config.language);
				if (event) {
					tell(event);
				}
			}
		}

		changed.notify();
	};

	const connection = openConnection(
		{url, token, config},
		{
			opened() {
				tell({type: 'connected'});
			},
			received(message) {
				try {
					handle(message);
				} catch (error) {
					fail(error); // A message of the right name and the wrong shape.
				}
			},
			failed: fail,
			closed(code, reason) {
				fail(new ProblemError(closeProblem(code, reason, service)));
			},
		},
	);

	const hasRoom = () =>
		ended.signal.aborted ||
		(unacknowledged.count < limits.unacknowledgedChunks && connection.waitingBytes() < limits.waitingBytes);

	const sendAudio = async () => {
		for await (const {bytes, startSeconds, endSeconds, capturedMs} of read(
			AbortSignal.any([over, ended.signal]),
		)) {
			if (unacknowledged.count === 0) {
				watchdog.refresh();
			}

			connection.sendAudio(bytes);
			unacknowledged.sent(endSeconds);
			tell({
				type: 'audio-sent',
				startSeconds,
				endSeconds,
				byteCount: bytes.byteLength,
				capturedMs: Math.round(capturedMs * 1000) / 1000, // No clock says more, and a journal keeps every digit.
			});
			await changed.until(hasRoom);
		}
	};

	try {
		if (!(await changed.until(() => isStarted, limits.startMs))) {
			throw silentSession(service, 'the start of a session');
		}

		await orAborted(sendAudio(), over);
		tell({type: 'audio-ended'});
		await changed.until(() => ended.signal.aborted || unacknowledged.count === 0, limits.drainMs);
		isEnding = true;
		mayEnd = true;
		connection.endStream();
		if (!(await changed.until(() => ended.signal.aborted, limits.endMs))) {
			throw silentSession(service, 'the end of the audio');
		}
	} finally {
		failure.abort();
		clearTimeout(watchdog);
		connection.leave();
	}
};
