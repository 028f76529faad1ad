import type {Recogniser} from '../../core/recogniser.js';
import {wait} from '../timers.js';
import {readStartRecognition, type SessionConfig} from './config.js';
import {RealTimeError, toRealTimeError} from './errors.js';
import {endOfTranscript} from './messages.js';
import {type ClientMessage, readClientMessage} from './requests.js';
import type {SessionEvents, SessionOptions} from './session-options.js';
import {type StartedSession, startSession} from './started-session.js';

/**
A real-time session from its first message to its last. Frames go in, messages come out.
*/
export type Session = {
	readonly receiveText: (frame: string) => void;
	readonly receiveAudio: (frame: Uint8Array) => void;

	/**
	Ends it with an error that did not come from a frame.
	*/
	readonly fail: (error: RealTimeError) => void;

	/**
	Ends it without a word, as its client has gone.
	*/
	readonly abandon: () => void;
};

type Phase =
	| {readonly type: 'connected'}
	| {readonly type: 'starting'}
	| {readonly type: 'started'; readonly session: StartedSession}
	| {readonly type: 'ended'};

/**
A session that waits for StartRecognition.

@see The state machine of the real-time API: any Error ends the session, and EndOfTranscript is its last message.
*/
export const createSession = (options: SessionOptions, events: SessionEvents): Session => {
	const {timers, recognisers, takePlaces, urlLanguage, startDelayMs, vocabularyDelayMs, endDelayMs} = options;
	const abortion = new AbortController();
	let phase: Phase = {type: 'connected'};
	let returnPlaces = (): void => undefined;

	const end = (): boolean => {
		const wasOpen = phase.type !== 'ended';
		phase = {type: 'ended'};
		abortion.abort();
		returnPlaces();
		return wasOpen;
	};

	const fail = (thrown: unknown): void => {
		if (end()) {
			events.end(toRealTimeError(thrown));
		}
	};

	const complete = ({lastMessages}: StartedSession): void => {
		if (!Number.isFinite(endDelayMs)) {
			return;
		}

		timers.after(endDelayMs, () => {
			if (phase.type === 'started') {
				lastMessages().forEach(events.send);
				events.send(endOfTranscript);
				end();
				events.end();
			}
		});
	};

	const run = async (config: SessionConfig, recogniser: Recogniser): Promise<void> => {
		const delayMs = startDelayMs + (config.vocabulary.length > 0 ? vocabularyDelayMs : 0);
		await wait(timers, delayMs, abortion.signal);
		abortion.signal.throwIfAborted();
		const session = await startSession(config, {...options, recogniser}, events, abortion.signal);
		phase = {type: 'started', session};
		await session.finished;
		complete(session);
	};

	const prepare = (message: ClientMessage): void => {
		if (phase.type !== 'connected') {
			throw new RealTimeError('protocol_error', 'StartRecognition was sent before.');
		}

		const languages = recognisers.flatMap(recogniser => Object.keys(recogniser.languages));
		const config = readStartRecognition(message, [...new Set(languages)], urlLanguage);
		const recogniser = recognisers.find(({languages: known}) => Object.hasOwn(known, config.language));
		if (!recogniser) {
			throw new RealTimeError('invalid_language', `No recogniser knows ${config.language}.`);
		}

		returnPlaces = takePlaces(recogniser, config.channels?.length ?? 1);
		phase = {type: 'starting'};
		events.accept(config);
		run(config, recogniser).catch(fail);
	};

	const started = (what: string): StartedSession => {
		if (phase.type !== 'started') {
			throw new RealTimeError('protocol_error', `${what} is only possible after RecognitionStarted.`);
		}

		return phase.session;
	};

	/**
	Whatever is wrong with a frame ends the session; after its end, frames mean nothing.
	*/
	const guard = (handle: () => void): void => {
		if (phase.type === 'ended') {
			return;
		}

		try {
			handle();
		} catch (error) {
			fail(error);
		}
	};

	return {
		receiveText(frame) {
			guard(() => {
				const message = readClientMessage(frame);
				if (message.message === 'StartRecognition') {
					prepare(message);
				} else {
					started(message.message).receive(message);
				}
			});
		},
		receiveAudio(frame) {
			guard(() => {
				started('Audio').receiveAudio(frame);
			});
		},
		fail,
		abandon: end,
	};
};
