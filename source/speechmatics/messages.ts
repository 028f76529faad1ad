import type {RealtimeServerMessage} from '@speechmatics/real-time-client';
import type {RealTimeEvent} from '../core/transcript-event.js';
import type {Word} from '../core/word.js';
import {wordDelimiter} from './word-delimiter.js';
import {toWords, type VendorResult} from './words.js';

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
			return {
				type: 'started',
				...(message.id !== undefined && {sessionId: message.id}),
				wordDelimiter: wordDelimiter(message.language_pack_info, language),
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
			return {type: 'end-of-utterance', atSeconds: message.metadata.end_time ?? 0};
		}

		case 'Warning': {
			return {type: 'warned', message: warningText(message)};
		}

		default: {
			return undefined;
		}
	}
};

/**
Containers and other servers leave out what the SDK's types promise.
*/
type TranscriptMessage = Partial<
	Omit<Extract<RealtimeServerMessage, {message: 'AddPartialTranscript' | 'AddTranscript'}>, 'message'>
>;

const warningText = ({type, reason}: {readonly type?: unknown; readonly reason?: unknown}): string =>
	[reason, type].find(text => typeof text === 'string') ?? 'The service warns, and does not say of what.';

/**
Real-time names the channel once a message, where batch names it on each result.
*/
const messageWords = ({results, channel}: TranscriptMessage): readonly Word[] => {
	const words = toWords(results as readonly VendorResult[] | undefined);
	return channel === undefined ? words : words.map(word => ({...word, channel}));
};

const span = ({metadata}: TranscriptMessage, words: readonly Word[]) => ({
	startSeconds: metadata?.start_time ?? words[0]?.startSeconds ?? 0,
	endSeconds: metadata?.end_time ?? words.at(-1)?.endSeconds ?? 0,
});
