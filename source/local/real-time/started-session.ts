import {languagePackInfo} from '../language-pack.js';
import {startWarnings} from './annotations.js';
import type {SessionConfig} from './config.js';
import {RealTimeError} from './errors.js';
import {recognitionStarted, type ServerMessage, speakersResult} from './messages.js';
import {recognitionQuality, warning} from './notices.js';
import {startRecognition} from './recognition.js';
import type {ClientMessage} from './requests.js';
import {bytesPerSecond} from './samples.js';
import type {SessionEvents, SessionOptions} from './session-options.js';
import {readSetRecognitionConfig} from './settings.js';
import type {StreamTools} from './stream.js';

/**
A session after RecognitionStarted.
*/
export type StartedSession = {
	/**
	@throws {RealTimeError} For what is not possible now, with the type and reason to send.
	*/
	readonly receive: (message: ClientMessage) => void;

	/**
	@throws {RealTimeError} In the channel modes, which take no binary frames.
	*/
	readonly receiveAudio: (frame: Uint8Array, channel?: string) => void;

	/**
	What is still to be sent between the last final and EndOfTranscript.
	*/
	readonly lastMessages: () => readonly ServerMessage[];

	/**
	Fulfilled when everything that was heard has been answered.

	@throws {RealTimeError} When the audio or the recogniser failed.
	*/
	readonly finished: Promise<unknown>;
};

/**
Starts the recogniser, and when it is ready says that the session has started.

@throws {RealTimeError} When the recogniser failed before.
@throws The reason of the signal, when it was aborted meanwhile.
*/
export const startSession = async (
	config: SessionConfig,
	options: SessionOptions & StreamTools,
	{send, setFull, hear}: Pick<SessionEvents, 'send' | 'setFull' | 'hear'>,
	signal: AbortSignal,
): Promise<StartedSession> => {
	const {id, recogniser, durationLimitSeconds} = options;
	const {language, audio, channels} = config;
	const limitBytes = durationLimitSeconds * (bytesPerSecond(audio) ?? 0) * (channels?.length ?? 1);
	const recognition = startRecognition(id, config, options, {send, setFull}, signal);
	let settings = config.settings;
	let wantsSpeakersAtEnd = config.wantsSpeakersAtEnd;
	let isEnding = false;
	let heardBytes = 0;

	await recognition.ready;
	signal.throwIfAborted();
	send(
		recognitionStarted(
			id,
			recogniser.id,
			languagePackInfo(language, recogniser.languages[language] ?? language),
			channels,
		),
	);
	send(recognitionQuality(audio.type === 'raw' ? audio.sampleRateHz : undefined));
	startWarnings(recogniser, config).forEach(send);

	const isPastLimit = (): boolean => limitBytes > 0 && heardBytes > limitBytes;

	/**
	Past the limit audio still gets its receipts, but nobody listens any more.
	*/
	const enforceLimit = (frame: Uint8Array): void => {
		const wasPastLimit = isPastLimit();
		heardBytes += frame.length;
		if (isPastLimit() && !wasPastLimit) {
			send(
				warning('duration_limit_exceeded', `Only ${durationLimitSeconds} s of audio are transcribed.`, {
					duration_limit: durationLimitSeconds,
				}),
			);
			recognition.end();
		}
	};

	const receiveAudio = (frame: Uint8Array, channel?: string): void => {
		if (!isEnding) {
			enforceLimit(frame);
		}

		if (isEnding || !recognition.addAudio(frame, channel)) {
			send(warning('add_audio_after_eos', 'Audio after the end of the stream is ignored.'));
		}

		hear(frame.length);
	};

	const receive = (message: ClientMessage): void => {
		switch (message.message) {
			case 'AddChannelAudio': {
				receiveAudio(decodeBase64(message.data), message.channel);
				break;
			}

			case 'SetRecognitionConfig': {
				settings = readSetRecognitionConfig(message, language, settings);
				recognition.tell({type: 'configure', settings});
				break;
			}

			case 'ForceEndOfUtterance': {
				const {timestamp, channel} = message;
				recognition.tell(
					{type: 'force-end-of-utterance', timestampSeconds: timestamp ?? undefined},
					channel ?? undefined,
				);
				break;
			}

			case 'GetSpeakers': {
				if (message.final) {
					wantsSpeakersAtEnd = true;
				} else {
					send(speakersResult(recognition.speakers()));
				}

				break;
			}

			case 'EndOfChannel': {
				recognition.endChannel(message.channel);
				break;
			}

			// A second one changes nothing. Neither does its number: clients send any, and all audio counts.
			case 'EndOfStream': {
				isEnding = true;
				recognition.end();
				break;
			}

			default: {
				throw new RealTimeError('protocol_error', `${message.message} is not possible now.`);
			}
		}
	};

	return {
		receive,
		receiveAudio,
		lastMessages: () => (wantsSpeakersAtEnd ? [speakersResult(recognition.speakers())] : []),
		finished: recognition.finished,
	};
};

const decodeBase64 = (data: string): Uint8Array => {
	if (!/^[A-Za-z0-9+\/]*={0,2}$/v.test(data)) {
		throw new RealTimeError('invalid_message', 'AddChannelAudio.data is not base64.');
	}

	return Buffer.from(data, 'base64');
};
