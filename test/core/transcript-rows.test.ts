import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {AppendList} from '../../source/core/append-list.js';
import {
	rowAt,
	rowCount,
	rowOfWord,
	type TranscriptRows,
	updateTranscriptRows,
} from '../../source/core/transcript-rows.js';
import type {ShownText} from '../../source/core/transcript-turns.js';
import type {Word} from '../../source/core/word.js';
import {word} from '../helpers/words.js';

const shown = (finals: ShownText['finals'], partial: readonly Word[] = [], columns = 20): ShownText => ({
	finals,
	partial,
	wordDelimiter: ' ',
	columns,
	partialMarks: ['‹', '›'],
});

const wrap = (text: ShownText, previous?: TranscriptRows) =>
	updateTranscriptRows(previous, text, stringWidth);

const linesOf = (rows: TranscriptRows): readonly string[] =>
	Array.from({length: rowCount(rows)}, (_, number) => {
		const row = rowAt(rows, number);
		const text = row?.pieces.map(piece => piece.text).join('') ?? '';
		return `${(row?.label ?? '').padEnd(row?.indent ?? 0)}${text}`;
	});

const mark = (text: string, atSeconds: number): Word => ({
	text,
	type: 'punctuation',
	startSeconds: atSeconds,
	endSeconds: atSeconds,
	isEndOfSentence: true,
});

const spoken = (text: string, speaker?: string, fromSeconds = 0): readonly Word[] =>
	text
		.split(' ')
		.map((part, index) => word(part, fromSeconds + index * 0.5, fromSeconds + index * 0.5 + 0.4, speaker));

describe('updateTranscriptRows', () => {
	it('puts the partial behind the finals, between marks', () => {
		expect(linesOf(wrap(shown(spoken('good morning'), spoken('every one', undefined, 1))))).toEqual([
			'good morning ‹every',
			'one›',
		]);
	});

	it('begins a row with each speaker, whose text stands under itself', () => {
		const words = [...spoken('how is it coming along', 'S1'), ...spoken('fine', 'S2', 3)];
		expect(linesOf(wrap(shown(words)))).toEqual(['S1  how is it coming', '    along', 'S2  fine']);
	});

	it('begins a row after a pause of more than two seconds', () => {
		expect(linesOf(wrap(shown([word('one', 0, 0.4), word('two', 2.5, 3)])))).toEqual(['one', 'two']);
		expect(linesOf(wrap(shown([word('one', 0, 0.4), word('two', 2.4, 3)])))).toEqual(['one two']);
	});

	it('begins a row where another session goes on', () => {
		const words = [
			word('one', 0, 0.4),
			{...word('two', 0.5, 1), session: 2},
			{...word('three', 1, 2), session: 2},
		];
		expect(linesOf(wrap(shown(words)))).toEqual(['one', 'two three']);
	});

	it('keeps a mark at its word', () => {
		const words = [...spoken('this is exactly full'), mark('.', 1.9)];
		expect(linesOf(wrap(shown(words)))).toEqual(['this is exactly', 'full.']);
	});

	it('makes text from outside safe', () => {
		expect(linesOf(wrap(shown([word('\u{1B}[2J', 0, 1)])))).toEqual(['␛[2J']);
	});

	it('gives the same object back where nothing has changed', () => {
		const text = shown(spoken('good morning'));
		const rows = wrap(text);
		expect(wrap({...text}, rows)).toBe(rows);
	});

	it('looks at the end alone when finals are added: the rows before are the same objects', () => {
		const finals = AppendList.from(spoken('one two three four five six seven eight nine ten'));
		const before = wrap(shown(finals));
		const after = wrap(shown(finals.append(spoken('eleven', undefined, 5))), before);
		expect(before.settled.length).toBeGreaterThan(0);
		expect(after.settled.at(0)).toBe(before.settled.at(0));
		expect(after.settledWordCount).toBeGreaterThanOrEqual(before.settledWordCount);
	});

	it('wraps anew when a final came late and was put between the others', () => {
		const finals = spoken('one two three four five six seven eight nine ten');
		const before = wrap(shown(finals));
		const late = [finals[0] as Word, word('late', 0.41, 0.45), ...finals.slice(1)];
		expect(linesOf(wrap(shown(late), before))[0]).toBe('one late two three');
	});

	it('is the same in steps as at once, whatever arrives', () => {
		const piece = fc.record({
			text: fc.oneof(
				fc.stringMatching(/^[a-z]{1,9}$/),
				fc.constantFrom('今日', 'abcdefghijklmnopqrstuvwxyz'),
			),
			speaker: fc.constantFrom('S1', 'S2', undefined),
			isMark: fc.boolean(),
			isPause: fc.boolean(),
		});
		fc.assert(
			fc.property(
				fc.array(fc.array(piece, {maxLength: 4}), {maxLength: 12}),
				fc.integer({min: 10, max: 30}),
				(steps, columns) => {
					let atSeconds = 0;
					let finals = AppendList.from<Word>();
					let rows: TranscriptRows | undefined;
					for (const pieces of steps) {
						const words = pieces.map(({text, speaker, isMark, isPause}) => {
							atSeconds += isPause ? 3 : 0.5;
							return isMark ? mark(',', atSeconds) : word(text, atSeconds, atSeconds + 0.4, speaker);
						});
						rows = wrap(shown(finals, words, columns), rows); // First as a partial, then as finals.
						finals = finals.append(words);
						rows = wrap(shown(finals, [], columns), rows);
					}

					const atOnce = wrap(shown(finals, [], columns));
					expect(rows ? linesOf(rows) : []).toEqual(linesOf(atOnce));
					for (const line of linesOf(atOnce)) {
						expect(stringWidth(line)).toBeLessThanOrEqual(columns);
					}
				},
			),
		);
	});
});

describe('rowOfWord', () => {
	it('finds the row that holds a word, so that a place is found again at another width', () => {
		const rows = wrap(shown(spoken('one two three four five six seven eight nine ten')));
		for (let number = 0; number < rowCount(rows); number++) {
			expect(rowOfWord(rows, rowAt(rows, number)?.firstWord ?? 0)).toBe(number);
		}
	});
});
