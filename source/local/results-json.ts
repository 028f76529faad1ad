import type {Word} from '../core/word.js';
import {isDisfluency} from './disfluencies.js';

/**
A word or mark as both APIs send it, keys in the service's order.
*/
export type ResultItem = {
	readonly alternatives: readonly [Alternative];
	readonly attaches_to?: NonNullable<Word['attachesTo']>;
	readonly channel?: string;
	readonly end_time: number;
	readonly is_eos?: boolean;
	readonly start_time: number;
	readonly type: Word['type'];
};

/**
The service sends one alternative; clients read the first.
*/
type Alternative = {
	readonly confidence: number;
	readonly content: string;
	readonly language: string;
	readonly speaker?: string;
	readonly tags?: readonly ['disfluency'];
};

/**
What a result item says besides its word.
*/
export type ResultItemOptions = {
	readonly language: string;

	/**
	The speaker of words that have none. Batch prints `UU` even without diarization; real-time leaves the key out.
	*/
	readonly unknownSpeaker?: string;
};

/**
A word as a result item. Times are rounded to hundredths of a second, as the service does.
*/
export const resultItem = (word: Word, {language, unknownSpeaker}: ResultItemOptions): ResultItem => {
	const speaker = word.speaker ?? unknownSpeaker;
	const isMark = word.type === 'punctuation';
	return {
		alternatives: [
			{
				confidence: word.confidence ?? 1,
				content: word.text,
				language,
				...(speaker !== undefined && {speaker}),
				...(isDisfluency(word.text, language) && {tags: ['disfluency']}),
			},
		],
		...(isMark && {attaches_to: word.attachesTo ?? 'previous'}),
		...(word.channel !== undefined && {channel: word.channel}),
		end_time: hundredths(word.endSeconds),
		...(isMark && {is_eos: word.isEndOfSentence ?? false}),
		start_time: hundredths(word.startSeconds),
		type: word.type,
	};
};

/**
Seconds as both APIs write them, with at most two decimals.
*/
export const hundredths = (seconds: number): number => Math.round(seconds * 100) / 100;
