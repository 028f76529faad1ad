import {describe, expect, it} from 'vitest';
import {toTranscriptEvent} from '../../source/speechmatics/batch-transcript.js';

type Document = Parameters<typeof toTranscriptEvent>[0];
const document = {
	format: '2.9',
	job: {created_at: '2026-11-20T08:15:04.127Z', data_name: 'a.wav', duration: 4, id: 'k3v9q2m7xa'},
	metadata: {
		created_at: '2026-11-20T08:15:09.402911Z',
		type: 'transcription',
		language_pack_info: {word_delimiter: ' '},
	},
	results: [
		{
			type: 'word',
			start_time: 0.2,
			end_time: 0.52,
			channel: 'Channel 1',
			alternatives: [{content: 'Ship', confidence: 0.98, language: 'en', speaker: 'UU'}],
		},
	],
} as unknown as Document;

describe('toTranscriptEvent', () => {
	it('counts the server’s time from the job’s creation to the transcript’s', () => {
		expect(toTranscriptEvent(document, 'en').serverMs).toBe(5275);
	});

	it('knows no speaker where the service printed UU, and the channel where it printed one', () => {
		expect(toTranscriptEvent(document, 'en').words).toEqual([
			{
				text: 'Ship',
				type: 'word',
				startSeconds: 0.2,
				endSeconds: 0.52,
				confidence: 0.98,
				channel: 'Channel 1',
			},
		]);
	});

	it('makes safe what stands between words, as it gets into every text', () => {
		const metadata = {language_pack_info: {word_delimiter: '\u{1B}[2J'}};
		const {wordDelimiter} = toTranscriptEvent(
			{...(document as object), metadata} as unknown as Document,
			'en',
		);
		expect(wordDelimiter).toBe('␛[2J');
	});

	it('keeps the document as it came', () => {
		expect(toTranscriptEvent(document, 'en').document).toBe(document);
	});

	it('does without all that a server may leave out', () => {
		expect(toTranscriptEvent({}, 'cmn')).toEqual({
			type: 'transcript',
			words: [],
			wordDelimiter: '',
			document: {},
		});
	});
});
