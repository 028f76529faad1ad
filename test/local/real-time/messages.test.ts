import {describe, expect, it} from 'vitest';
import {transcriptMessage} from '../../../source/local/real-time/messages.js';
import {mark, word} from '../../helpers/words.js';

const english = {language: 'en', wordDelimiter: ' ', hasSpeakers: false};

describe('transcriptMessage', () => {
	it('R25: writes a sentence mark that is alone in its final with the delimiter, and to which word it belongs', () => {
		const message = transcriptMessage(
			{type: 'final', words: [mark('.', 0.68)], startSeconds: 0.68, endSeconds: 1.36},
			english,
		);
		expect(message).toEqual({
			message: 'AddTranscript',
			format: '2.9',
			results: [
				{
					alternatives: [{confidence: 1, content: '.', language: 'en'}],
					attaches_to: 'previous',
					end_time: 0.68,
					is_eos: true,
					start_time: 0.68,
					type: 'punctuation',
				},
			],
			metadata: {end_time: 1.36, start_time: 0.68, transcript: '. '},
		});
	});

	it('names the channel in the message and in its results', () => {
		const partial = {
			type: 'partial',
			words: [word('Ship', 0.2, 0.48)],
			startSeconds: 0.2,
			endSeconds: 0.48,
		} as const;
		expect(transcriptMessage(partial, english, 'caller')).toMatchObject({
			channel: 'caller',
			results: [{channel: 'caller'}],
		});
	});

	it('says of an end of utterance only when it was', () => {
		expect(transcriptMessage({type: 'end-of-utterance', atSeconds: 1.44}, english)).toEqual({
			message: 'EndOfUtterance',
			format: '2.9',
			metadata: {end_time: 1.44, start_time: 1.44},
		});
	});
});
