import {describe, expect, it} from 'vitest';
import {speakerTurns, transcriptText} from '../../source/core/transcript-text.js';
import {mark, word} from '../helpers/words.js';

describe('transcriptText', () => {
	it('joins words by the delimiter and a mark to the word before it', () => {
		expect(transcriptText([word('Ship', 0, 0.4), word('it', 0.4, 0.6), mark('.', 0.6)])).toBe('Ship it.');
	});

	it('glues an opening mark to the word after it', () => {
		expect(transcriptText([word('Hola', 0, 1), mark('¿', 1, 'next'), word('qué', 1, 2), mark('?', 2)])).toBe(
			'Hola ¿qué?',
		);
	});

	it('glues both neighbours to a hyphen, and leaves a dash free', () => {
		expect(transcriptText([word('a', 0, 1), mark('-', 1, 'both'), word('b', 1, 2)])).toBe('a-b');
		expect(transcriptText([word('a', 0, 1), mark('–', 1, 'none'), word('b', 1, 2)])).toBe('a – b');
	});

	it('puts nothing between words of a language without spaces', () => {
		expect(transcriptText([word('你', 0, 1), word('好', 1, 2)], '')).toBe('你好');
	});

	it('is empty without words', () => {
		expect(transcriptText([])).toBe('');
	});
});

describe('speakerTurns', () => {
	it('starts a turn where the speaker changes', () => {
		const turns = speakerTurns([
			word('Yes', 0, 1, 'S1'),
			mark('.', 1, 'previous', 'S1'),
			word('No', 1, 2, 'S2'),
			word('Why', 2, 3, 'S1'),
		]);
		expect(turns.map(turn => [turn.speaker, transcriptText(turn.words)])).toEqual([
			['S1', 'Yes.'],
			['S2', 'No'],
			['S1', 'Why'],
		]);
	});
});
