import type {BatchEvent, RealTimeEvent} from '../../core/transcript-event.js';
import {amount, anything, flag, listOf, number, objectOf, oneOf, type Shape, text} from './shape.js';

const word = objectOf(
	{text, type: oneOf('word', 'punctuation'), startSeconds: number, endSeconds: number},
	{
		confidence: number,
		speaker: text,
		channel: text,
		attachesTo: oneOf('previous', 'next', 'both', 'none'),
		isEndOfSentence: flag,
		session: number,
	},
);
const words = listOf(word);

/**
What went wrong, as an event has it.
*/
const problem = objectOf(
	{
		kind: oneOf(
			'bad-input',
			'not-authorised',
			'rejected',
			'quota',
			'network',
			'timeout',
			'server',
			'device',
			'interrupted',
		),
		message: text,
		nextStep: text,
	},
	{summary: text, isTransient: flag, retryAfterMs: number},
);

const common = {
	begun: anything,
	retrying: objectOf({attempt: amount, waitMs: amount, problem}),
	warned: objectOf({message: text}),
	finished: anything,
	failed: objectOf({problem}),
};

const jobStatus = oneOf('queued', 'running', 'done', 'rejected', 'deleted', 'expired');
const part = objectOf({words, startSeconds: number, endSeconds: number});

/**
What the events of each mode look like, by their type. A type that is not here was written by a later Duet.
*/
export const eventShapes: {
	readonly batch: Readonly<Record<BatchEvent['type'], Shape>>;
	readonly 'real-time': Readonly<Record<RealTimeEvent['type'], Shape>>;
} = {
	batch: {
		...common,
		submitting: objectOf({reference: text}),
		uploading: objectOf({sentBytes: amount, totalBytes: amount}),
		'job-created': objectOf({jobId: text}),
		'job-status': objectOf({jobId: text, status: jobStatus}),
		transcript: objectOf({words, wordDelimiter: text}, {serverMs: number, document: anything}),
	},
	'real-time': {
		...common,
		connected: anything,
		started: objectOf({wordDelimiter: text}, {sessionId: text}),
		'audio-sent': objectOf({
			startSeconds: number,
			endSeconds: number,
			byteCount: amount,
			capturedMs: number,
		}),
		'audio-acknowledged': objectOf({endSeconds: number}),
		'audio-held': objectOf({sinceMs: number}),
		'audio-released': anything,
		partial: part,
		final: part,
		'end-of-utterance': objectOf({atSeconds: number}),
		'audio-ended': anything,
		'audio-kept': objectOf({endSeconds: number, keptSeconds: number}),
		'audio-dropped': objectOf({seconds: number}),
		'session-resumed': objectOf({atSeconds: number, sentAgainSeconds: number}),
	},
};
