import type {FinishedTranscript} from '../../source/core/format.js';
import type {Word} from '../../source/core/word.js';

/**
A finished transcript of these words.
*/
export const finishedTranscript = (
	words: readonly Word[],
	rest: Partial<FinishedTranscript> = {},
): FinishedTranscript => ({
	title: 'meeting.wav',
	mode: 'batch',
	language: 'en',
	engine: 'local (replay)',
	wordDelimiter: ' ',
	words,
	...rest,
});
