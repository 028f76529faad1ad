import type {Word} from '../../source/core/word.js';

/**
A spoken word, for tests that read as tables.
*/
export const word = (text: string, startSeconds: number, endSeconds: number, speaker?: string): Word => ({
	text,
	type: 'word',
	startSeconds,
	endSeconds,
	...(speaker !== undefined && {speaker}),
});

/**
A punctuation mark at an instant.
*/
export const mark = (
	text: string,
	atSeconds: number,
	attachesTo: NonNullable<Word['attachesTo']> = 'previous',
	speaker?: string,
): Word => ({
	text,
	type: 'punctuation',
	startSeconds: atSeconds,
	endSeconds: atSeconds,
	attachesTo,
	isEndOfSentence: /[.?!]/.test(text),
	...(speaker !== undefined && {speaker}),
});
