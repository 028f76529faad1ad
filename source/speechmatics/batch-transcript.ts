import type {BatchEvent} from '../core/transcript-event.js';
import {fieldOf, textOf} from './outside-value.js';
import {wordDelimiter} from './word-delimiter.js';
import {toWords} from './words.js';

/**
A json-v2 document as the event that ends a job. `serverMs` is from the job's creation to the transcript's.
*/
export const toTranscriptEvent = (
	document: unknown,
	language: string,
): Extract<BatchEvent, {type: 'transcript'}> => {
	const madeMs = (part: string) => Date.parse(textOf(fieldOf(document, part), 'created_at') ?? '');
	const serverMs = madeMs('metadata') - madeMs('job');
	return {
		type: 'transcript',
		words: toWords(document),
		wordDelimiter: wordDelimiter(fieldOf(document, 'metadata'), language),
		...(serverMs >= 0 && {serverMs}),
		document,
	};
};
