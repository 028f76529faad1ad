import {type Check, flag, integerWithin, isObject, numberWithin, objectOf, text} from '../json-checks.js';
import {RealTimeError} from './errors.js';

/**
A JSON message of a client. The configurations within are still to be checked.
*/
export type ClientMessage =
	| {readonly message: 'StartRecognition' | 'SetRecognitionConfig'; readonly [field: string]: unknown}
	| {readonly message: 'AddChannelAudio'; readonly channel: string; readonly data: string}
	| {readonly message: 'EndOfStream'; readonly last_seq_no: number}
	| {readonly message: 'EndOfChannel'; readonly channel: string; readonly last_seq_no: number}
	| {
			readonly message: 'ForceEndOfUtterance';
			readonly channel?: string | null;
			readonly timestamp?: number | null;
	  }
	| {readonly message: 'GetSpeakers'; readonly final?: boolean | null};

/**
The message that a text frame holds.

@throws {RealTimeError} Of type `invalid_message`, for anything but a known message with the fields it needs.
*/
export const readClientMessage = (frame: string): ClientMessage => {
	const value = parse(frame);
	if (!isObject(value)) {
		throw new RealTimeError('invalid_message', 'A message must be a JSON object.');
	}

	const {message} = value;
	if (typeof message !== 'string' || !Object.hasOwn(checks, message)) {
		throw new RealTimeError('invalid_message', `There is no message called ${String(message)}.`);
	}

	const problem = checks[message]?.(value, message);
	if (problem !== undefined) {
		throw new RealTimeError('invalid_message', problem);
	}

	return value as ClientMessage;
};

const parse = (frame: string): unknown => {
	try {
		return JSON.parse(frame);
	} catch (error) {
		throw new RealTimeError('invalid_message', 'The text frame is not JSON.', {cause: error});
	}
};

const message = (fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
	objectOf({message: text, ...fields}, required);

const configured: Check = () => undefined;

const checks: Readonly<Record<string, Check>> = {
	StartRecognition: configured,
	SetRecognitionConfig: configured,
	AddChannelAudio: message({channel: text, data: text}, ['channel', 'data']),
	EndOfStream: message({last_seq_no: integerWithin(0)}, ['last_seq_no']),
	EndOfChannel: message({channel: text, last_seq_no: integerWithin(0)}, ['channel', 'last_seq_no']),
	ForceEndOfUtterance: message({channel: text, timestamp: numberWithin(0, Number.POSITIVE_INFINITY)}),
	GetSpeakers: message({final: flag}),
};
