import {startChannel} from './channel.js';
import type {SessionConfig} from './config.js';
import {RealTimeError} from './errors.js';
import type {FinaliserInput} from './finaliser.js';
import type {ServerMessage, SpeakerIdentifiers} from './messages.js';
import {createSpeakerRoster} from './speakers.js';
import type {RecognitionStream, StreamTools} from './stream.js';

/**
The recognition of a session: of its one stream of audio, or of its channels.
*/
export type Recognition = {
	/**
	@param channel - Its label, in the channel modes only.
	@returns Whether the audio was taken: not after the channel's end.
	@throws {RealTimeError} When the session has no such channel, or when it has channels and none is named.
	*/
	readonly addAudio: (frame: Uint8Array, channel?: string) => boolean;

	/**
	Tells the finaliser of a channel, or of all, once the audio that came before has been worked off.

	@throws {RealTimeError} When the session has no such channel.
	*/
	readonly tell: (input: FinaliserInput, channel?: string) => void;

	/**
	@throws {RealTimeError} When the session has no such channel.
	*/
	readonly endChannel: (channel: string) => void;
	readonly end: () => void;
	readonly speakers: () => readonly SpeakerIdentifiers[];

	/**
	Fulfilled when the recogniser has asked for the first audio of every stream.

	@throws {RealTimeError} When one failed before.
	*/
	readonly ready: Promise<unknown>;

	/**
	Fulfilled when every stream has ended and everything about it has been sent.

	@throws {RealTimeError} When one failed.
	*/
	readonly finished: Promise<unknown>;
};

export type RecognitionEvents = {
	readonly send: (message: ServerMessage) => void;

	/**
	Told whether the client is so far ahead that no more should be read from it.
	*/
	readonly setFull: (isFull: boolean) => void;
};

/**
Starts to recognise what a session will hear.

@param id - The session's.
*/
export const startRecognition = (
	id: string,
	config: SessionConfig,
	tools: StreamTools,
	{send, setFull}: RecognitionEvents,
	signal: AbortSignal,
): Recognition => {
	const roster = createSpeakerRoster(id);
	const full = new Set<string | undefined>();
	const ended = new Set<string | undefined>();
	const labels = config.channels ?? [undefined];
	const streams = new Map<string | undefined, RecognitionStream>(
		labels.map(label => {
			const events = {
				send,
				setFull(isFull: boolean) {
					full[isFull ? 'add' : 'delete'](label);
					setFull(full.size > 0);
				},
				hearFinal: config.hasSpeakers ? roster.hear : () => undefined,
			};
			return [label, startChannel(config, tools, events, signal, label)];
		}),
	);

	const finished = Promise.all([...streams.values()].map(async stream => stream.finished));
	const allReady = Promise.all([...streams.values()].map(async stream => stream.ready));

	const find = (label: string | undefined): RecognitionStream => {
		const stream = streams.get(label);
		if (!stream) {
			throw new RealTimeError('protocol_error', missingChannel(label, config.channels));
		}

		return stream;
	};

	return {
		addAudio(frame, channel) {
			const stream = find(channel);
			if (ended.has(channel)) {
				return false;
			}

			stream.push(frame);
			return true;
		},
		tell(input, channel) {
			for (const stream of channel === undefined ? streams.values() : [find(channel)]) {
				stream.tell(input);
			}
		},
		endChannel(channel) {
			find(channel).end();
			ended.add(channel);
		},
		end() {
			for (const stream of streams.values()) {
				stream.end();
			}
		},
		speakers: roster.list,
		ready: Promise.race([allReady, finished]),
		finished,
	};
};

const missingChannel = (label: string | undefined, channels: readonly string[] | undefined): string => {
	if (!channels) {
		return 'This session has no channels: send its audio in binary frames.';
	}

	return label === undefined
		? 'This session has channels: send their audio in AddChannelAudio messages.'
		: `There is no channel ${label}, only ${channels.join(', ')}.`;
};
