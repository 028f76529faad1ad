import {describe, expect, it} from 'vitest';
import {txt} from '../../source/formats/txt.js';
import {finishedTranscript} from '../helpers/transcripts.js';
import {mark, word} from '../helpers/words.js';

describe('txt', () => {
	it('is a line of text where speakers were not told apart', () => {
		expect(txt.render(finishedTranscript([word('Ship', 0, 1), word('it', 1, 2), mark('.', 2)]))).toBe(
			'Ship it.\n',
		);
	});

	it('names a speaker on a line of its own where the speaker changes, as the service does', () => {
		const words = [
			word('That', 0, 1, 'S1'),
			word('works', 1, 2, 'S1'),
			mark('.', 2, 'previous', 'S1'),
			word('Good', 3, 4, 'S2'),
			mark('.', 4, 'previous', 'S2'),
		];
		expect(txt.render(finishedTranscript(words))).toBe('SPEAKER: S1\nThat works.\nSPEAKER: S2\nGood.\n');
	});

	it('puts the name of a channel before its text', () => {
		const words = [
			{...word('Hello', 0, 1), channel: 'agent'},
			{...word('Hi', 1, 2), channel: 'caller'},
		];
		expect(txt.render(finishedTranscript(words))).toBe('agent: Hello\ncaller: Hi\n');
	});

	it('joins the words of a language without spaces', () => {
		expect(txt.render(finishedTranscript([word('你', 0, 1), word('好', 1, 2)], {wordDelimiter: ''}))).toBe(
			'你好\n',
		);
	});

	it('is empty without words', () => {
		expect(txt.render(finishedTranscript([]))).toBe('');
	});
});
