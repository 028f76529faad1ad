import {describe, expect, it} from 'vitest';
import {json} from '../../source/formats/json.js';
import {finishedTranscript} from '../helpers/transcripts.js';
import {mark, word} from '../helpers/words.js';

describe('json', () => {
	it("is the service's own document where there is one", () => {
		const document = {format: '2.9', results: [], summary: {content: 'Nothing was said.'}};
		expect(JSON.parse(json.render(finishedTranscript([word('no', 0, 1)], {document})))).toEqual(document);
	});

	it('has the shape of json-v2 where the words are all there is', () => {
		const words = [{...word('Ship', 0.2, 0.52, 'S1'), confidence: 0.98}, mark('.', 0.52, 'previous', 'S1')];
		expect(JSON.parse(json.render(finishedTranscript(words, {title: 'standup.wav'})))).toEqual({
			format: '2.9',
			job: {data_name: 'standup.wav', duration: 1},
			metadata: {
				language_pack_info: {word_delimiter: ' '},
				transcription_config: {language: 'en'},
				type: 'transcription',
			},
			results: [
				{
					alternatives: [{confidence: 0.98, content: 'Ship', language: 'en', speaker: 'S1'}],
					end_time: 0.52,
					start_time: 0.2,
					type: 'word',
				},
				{
					alternatives: [{content: '.', language: 'en', speaker: 'S1'}],
					attaches_to: 'previous',
					end_time: 0.52,
					is_eos: true,
					start_time: 0.52,
					type: 'punctuation',
				},
			],
		});
	});

	it('marks an unknown speaker as the service does', () => {
		expect(JSON.parse(json.render(finishedTranscript([word('Ship', 0, 1)])))).toMatchObject({
			results: [{alternatives: [{speaker: 'UU'}]}],
		});
	});

	it('keeps every character, those that a terminal obeys as escapes', () => {
		const text = '\u{1B}[2J\u{9B}\u{202E}<&>';
		const rendered = json.render(finishedTranscript([word(text, 0, 1)]));
		expect(rendered).toContain('\\u001b[2J\\u009b\\u202e<&>');
		expect(JSON.parse(rendered)).toMatchObject({results: [{alternatives: [{content: text}]}]});
	});
});
