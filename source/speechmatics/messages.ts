import type {RealtimeServerMessage} from '@speechmatics/real-time-client';
import type {RealTimeEvent} from '../core/transcript-event.js';
import type {Word} from '../core/word.js';
import {fieldOf, numberOf, textOf} from './outside-value.js';
import {wordDelimiter} from './word-delimiter.js';
import {toWords} from './words.js';

/**
What a message of the real-time service means to a transcript. Acknowledgements, errors and the end belong to the
session and mean nothing here; neither do messages that are not known, or not needed.
*/
export const toRealTimeEvent = (
	message: RealtimeServerMessage,
	language: string,
): RealTimeEvent | undefined => {
	switch (message.message) {
		case 'RecognitionStarted': {
			const sessionId = textOf(message, 'id');
			return {
				type: 'started',
				...(sessionId !== undefined && {sessionId}),
				wordDelimiter: wordDelimiter(message, language),
			};
		}

		case 'AddPartialTranscript': {
			const words = messageWords(message).map(({confidence: _, ...word}) => word); // It means nothing yet.
			return {type: 'partial', words, ...span(message, words)};
		}

		case 'AddTranscript': {
			const words = messageWords(message);
			return {type: 'final', words, ...span(message, words)};
		}

		case 'EndOfUtterance': {
			return {type: 'end-of-utterance', atSeconds: numberOf(fieldOf(message, 'metadata'), 'end_time') ?? 0};
		}

		case 'Warning': {
			return {type: 'warned', message: warningText(message)};
		}

		default: {
			return undefined;
		}
	}
};

const warningText = ({type, reason}: {readonly type?: unknown; readonly reason?: unknown}): string =>
	[reason, type].find(text => typeof text === 'string') ?? 'The service warns, and does not say of what.';

/**
Real-time names the channel once a message, where batch names it on each result.
*/
const messageWords = (message: unknown): readonly Word[] => {
	const channel = textOf(message, 'channel');
	const words = toWords(message);
	return channel === undefined ? words : words.map(word => ({...word, channel}));
};

/**
Containers and other servers leave out what the SDK's types promise.
*/
const span = (message: unknown, words: readonly Word[]) => ({
	startSeconds: numberOf(fieldOf(message, 'metadata'), 'start_time') ?? words[0]?.startSeconds ?? 0,
	endSeconds: numberOf(fieldOf(message, 'metadata'), 'end_time') ?? words.at(-1)?.endSeconds ?? 0,
});
