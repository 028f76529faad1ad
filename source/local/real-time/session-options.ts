import type {Recogniser} from '../../core/recogniser.js';
import type {SessionConfig} from './config.js';
import type {RealTimeError} from './errors.js';
import type {ServerMessage} from './messages.js';
import type {StreamTools} from './stream.js';
import type {StreamPlaces} from './stream-places.js';

/**
What a session works with and how it behaves.
*/
export type SessionOptions = Omit<StreamTools, 'recogniser'> & {
	/**
	A UUID.
	*/
	readonly id: string;

	/**
	The one used is the first that knows the language.
	*/
	readonly recognisers: readonly Recogniser[];
	readonly takePlaces: StreamPlaces['take'];

	/**
	The language of the path `/v2/<language>`.
	*/
	readonly urlLanguage?: string;

	/**
	How much longer RecognitionStarted takes than the recogniser needs, and how much longer still with additional
	vocabulary. The service needs up to 15 s for that.
	*/
	readonly startDelayMs: number;
	readonly vocabularyDelayMs: number;

	/**
	How long EndOfTranscript is held back; for ever, if that is infinite.
	*/
	readonly endDelayMs: number;

	/**
	How much audio is listened to.
	*/
	readonly durationLimitSeconds: number;
};

/**
What a session says to its connection.
*/
export type SessionEvents = {
	readonly send: (message: ServerMessage) => void;

	/**
	Told whether the client is so far ahead that no more should be read from it.
	*/
	readonly setFull: (isFull: boolean) => void;

	/**
	Told that StartRecognition was accepted, before anything is answered.
	*/
	readonly accept: (config: SessionConfig) => void;

	/**
	Told how many bytes of audio have come, after each frame.
	*/
	readonly hear: (byteCount: number) => void;

	/**
	Called once: after EndOfTranscript, or with what went wrong.
	*/
	readonly end: (error?: RealTimeError) => void;
};
