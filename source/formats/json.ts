import type {FinishedTranscript, Format} from '../core/format.js';
import type {Word} from '../core/word.js';

/**
The service's json-v2: its own document where it sent one, else the words in the same shape, without what only the
service knows (the job's id, its dates).
*/
export const json: Format = {
	id: 'json',
	title: 'json-v2, with times and confidence of every word',
	extension: 'json',
	render: transcript =>
		`${escapeControls(JSON.stringify(transcript.document ?? toDocument(transcript), undefined, 2))}\n`,
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

/**
JSON may hold control characters of eight bits and direction overrides as they are, but a terminal obeys them. As escapes
they mean the same to a parser.
*/
const escapeControls = (text: string): string =>
	text.replace(
		/[\u{7F}-\u{9F}\u{2028}-\u{202E}\u{2066}-\u{2069}]/gv,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
