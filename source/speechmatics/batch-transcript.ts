import type {RetrieveTranscriptResponse} from '@speechmatics/batch-client';
import type {BatchEvent} from '../core/transcript-event.js';
import {wordDelimiter} from './word-delimiter.js';
import {toWords, type VendorResult} from './words.js';

/**
A json-v2 document as the event that ends a job. `serverMs` is from the job's creation to the transcript's.
*/
export const toTranscriptEvent = (
	document: Partial<RetrieveTranscriptResponse>,
	language: string,
): Extract<BatchEvent, {type: 'transcript'}> => {
	const {job, metadata, results} = document;
	const serverMs = Date.parse(metadata?.created_at ?? '') - Date.parse(job?.created_at ?? '');
	return {
		type: 'transcript',
		words: toWords(results as readonly VendorResult[] | undefined),
		wordDelimiter: wordDelimiter(metadata?.language_pack_info, language),
		...(serverMs >= 0 && {serverMs}),
		document,
	};
};
