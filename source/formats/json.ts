import type {FinishedTranscript, Format} from '../core/format.js';
import {jsonText} from '../core/json-text.js';
import type {Word} from '../core/word.js';

/**
The service's json-v2: its own document where it sent one, else the words in the same shape, without what only the
service knows (the job's id, its dates).
*/
export const json: Format = {
	id: 'json',
	title: 'json-v2, with times and confidence of every word',
	extension: 'json',
	render: transcript => jsonText(transcript.document ?? toDocument(transcript)),
};

const toDocument = ({title, language, words, wordDelimiter}: FinishedTranscript) => ({
	format: '2.9',
	job: {
		data_name: title,
		duration: Math.ceil(words.reduce((latest, word) => Math.max(latest, word.endSeconds), 0)),
	},
	metadata: {
		language_pack_info: {word_delimiter: wordDelimiter},
		transcription_config: {language},
		type: 'transcription',
	},
	results: words.map(word => toResult(word, language)),
});

/**
The keys are the service's, in the order in which it writes them.
*/
const toResult = (word: Word, language: string) => ({
	alternatives: [
		{
			...(word.confidence !== undefined && {confidence: word.confidence}),
			content: word.text,
			language,
			speaker: word.speaker ?? 'UU', // What the service writes where it did not tell speakers apart.
		},
	],
	...(word.type === 'punctuation' && {attaches_to: word.attachesTo ?? 'previous'}),
	...(word.channel !== undefined && {channel: word.channel}),
	end_time: word.endSeconds,
	...(word.type === 'punctuation' && {is_eos: word.isEndOfSentence ?? false}),
	start_time: word.startSeconds,
	type: word.type,
});
