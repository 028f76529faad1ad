import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Word} from '../../../source/core/word.js';
import type {JobConfig} from '../../../source/local/batch/job-config.js';
import {transcriptSrt} from '../../../source/local/batch/transcript-srt.js';
import {sixWords} from '../../helpers/six-word-recogniser.js';
import {mark, word} from '../../helpers/words.js';

const srt = (
	words: readonly Word[],
	overrides: {max_line_length?: number; max_lines?: number} = {},
): string => {
	const config: JobConfig = {
		type: 'transcription',
		transcription_config: {language: 'en'},
		output_config: {srt_overrides: overrides},
	};
	const transcript = {recogniserId: 'x', language: 'en', languageName: 'English', words, annotations: {}};
	return transcriptSrt(transcript, config);
};

describe('transcriptSrt', () => {
	it('cuts at the end of a sentence, with numbers and times', () => {
		expect(srt(sixWords)).toBe(
			[
				'1\n00:00:00,200 --> 00:00:01,000\nShip it today.\n',
				'2\n00:00:01,300 --> 00:00:02,100\nUm, not yet?\n',
			].join('\n'),
		);
	});

	it('fills a line before the next, and cuts when the last is full', () => {
		const words = ['one', 'two', 'three', 'four', 'five'].map((text, index) => word(text, index, index + 1));
		expect(srt(words, {max_line_length: 9, max_lines: 2})).toContain('\none two\nthree\n\n2\n');
	});

	it('cuts at a pause of more than a second', () => {
		expect(srt([word('well', 0, 1), word('then', 2.1, 3)])).toContain('00:00:02,100 --> 00:00:03,000\nthen');
		expect(srt([word('well', 0, 1), word('then', 2, 3)])).toContain('well then');
	});

	it('keeps marks where they belong', () => {
		const words = [
			mark('¿', 0, 'next'),
			word('Qué', 0, 1),
			word('twenty', 1, 2),
			mark('-', 2, 'both'),
			word('one', 2, 3),
		];
		expect(srt(words)).toContain('\n¿Qué twenty-one\n');
	});

	it('writes hours', () => {
		expect(srt([word('late', 36_000.5, 36_001.25)])).toContain('10:00:00,500 --> 10:00:01,250');
	});

	it('is empty without words', () => {
		expect(srt([])).toBe('');
	});

	it('never breaks a limit and never loses a letter, whatever the words', () => {
		const texts = fc.array(fc.string({unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 30}), {
			maxLength: 40,
		});
		fc.assert(
			fc.property(
				texts,
				fc.integer({min: 1, max: 40}),
				fc.integer({min: 1, max: 3}),
				(some, length, lines) => {
					const words = some.map((text, index) => word(text, index, index + 0.9));
					const cues = srt(words, {max_line_length: length, max_lines: lines}).split('\n\n').filter(Boolean);
					const shown = cues.map(cue => cue.trimEnd().split('\n').slice(2));
					expect(shown.every(cue => cue.length <= lines && cue.every(line => line.length <= length))).toBe(
						true,
					);
					expect(shown.flat().join('').replaceAll(' ', '')).toBe(some.join(''));
				},
			),
		);
	});
});
