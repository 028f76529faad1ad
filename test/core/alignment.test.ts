import {array, assert, constantFrom, property} from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type AlignmentStep, alignWords, countEdits, countSteps} from '../../source/core/alignment.js';
import {meetingWords, misheard, seededRandom} from '../helpers/noisy-transcript.js';
import {word} from '../helpers/words.js';

type Texts = ReadonlyArray<{readonly text: string}>;

const texts = (sentence: string): Texts => sentence.split(' ').flatMap(text => (text === '' ? [] : [{text}]));

const withoutTimes = (words: Texts): Texts => words.map(({text}) => ({text}));

/**
The textbook's way: the whole table, one row at a time.
*/
const textbookDistance = (reference: Texts, hypothesis: Texts): number => {
	let row = Uint32Array.from({length: hypothesis.length + 1}, (_, column) => column);
	for (const [index, said] of reference.entries()) {
		const next = new Uint32Array(hypothesis.length + 1);
		next[0] = index + 1;
		for (const [column, heard] of hypothesis.entries()) {
			const swap = (row[column] ?? 0) + (said.text === heard.text ? 0 : 1);
			next[column + 1] = Math.min(swap, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1);
		}

		row = next;
	}

	return row.at(-1) ?? 0;
};

/**
Fails unless the steps take every word of both sides once, in order, and call equal what is equal.
*/
const expectFaithful = (steps: readonly AlignmentStep[], reference: Texts, hypothesis: Texts): void => {
	const referenceIndexes = steps.flatMap(step => ('referenceIndex' in step ? [step.referenceIndex] : []));
	const hypothesisIndexes = steps.flatMap(step => ('hypothesisIndex' in step ? [step.hypothesisIndex] : []));
	expect(referenceIndexes).toEqual([...reference.keys()]);
	expect(hypothesisIndexes).toEqual([...hypothesis.keys()]);
	for (const step of steps) {
		if (step.kind === 'equal' || step.kind === 'substitution') {
			const isSame = reference[step.referenceIndex]?.text === hypothesis[step.hypothesisIndex]?.text;
			expect(step.kind).toBe(isSame ? 'equal' : 'substitution');
		}
	}
};

describe('alignWords', () => {
	const kinds = (reference: string, hypothesis: string) =>
		alignWords(texts(reference), texts(hypothesis)).map(step => step.kind);

	it('pairs equal words, and different ones as a substitution', () => {
		expect(alignWords(texts('the cat sat'), texts('the hat sat'))).toEqual([
			{kind: 'equal', referenceIndex: 0, hypothesisIndex: 0},
			{kind: 'substitution', referenceIndex: 1, hypothesisIndex: 1},
			{kind: 'equal', referenceIndex: 2, hypothesisIndex: 2},
		]);
	});

	it('names what is missing a deletion and what is added an insertion', () => {
		expect(kinds('the big cat sat', 'the cat sat')).toEqual(['equal', 'deletion', 'equal', 'equal']);
		expect(kinds('the cat sat', 'the cat just sat')).toEqual(['equal', 'equal', 'insertion', 'equal']);
	});

	it('deletes or inserts all where one side is empty', () => {
		expect(kinds('', '')).toEqual([]);
		expect(kinds('one two', '')).toEqual(['deletion', 'deletion']);
		expect(kinds('', 'one two')).toEqual(['insertion', 'insertion']);
	});

	it('takes every word once, at the lowest price, whatever the words', () => {
		const sentence = array(
			constantFrom('a', 'b', 'c', 'd').map(text => ({text})),
			{maxLength: 30},
		);
		assert(
			property(sentence, sentence, (reference, hypothesis) => {
				const steps = alignWords(reference, hypothesis);
				expectFaithful(steps, reference, hypothesis);
				expect(countEdits(steps)).toBe(textbookDistance(reference, hypothesis));
			}),
			{numRuns: 500},
		);
	});
});

// Above some 2,000 words a side only a corridor of the table is searched.
describe('alignWords on long transcripts', () => {
	const said = (count: number, seed: number) => meetingWords(count, seededRandom(seed));
	const cases = [
		['with 5 % of the words wrong', 0.05],
		['with 15 %', 0.15],
		['with 30 %', 0.3],
	] as const;

	it.each(cases)('finds the minimum by the times, %s', (_, errorRate) => {
		const reference = said(2600, 1);
		const {heard} = misheard(reference, errorRate, seededRandom(2));
		const steps = alignWords(reference, heard);
		expectFaithful(steps, reference, heard);
		expect(countEdits(steps)).toBe(textbookDistance(reference, heard));
	});

	it.each(cases)('finds the minimum without times, %s', (_, errorRate) => {
		const reference = said(2600, 3);
		const {heard} = misheard(reference, errorRate, seededRandom(4));
		const steps = alignWords(withoutTimes(reference), heard);
		expectFaithful(steps, reference, heard);
		expect(countEdits(steps)).toBe(textbookDistance(reference, heard));
	});

	it('finds the minimum where one side missed four minutes', () => {
		const reference = said(3000, 5);
		const {heard} = misheard(reference, 0.1, seededRandom(6));
		const gapped = heard.filter(({startSeconds}) => startSeconds < 400 || startSeconds > 640);
		const distance = textbookDistance(reference, gapped);
		expect(countEdits(alignWords(reference, gapped))).toBe(distance);
		expect(countEdits(alignWords(gapped, reference))).toBe(distance);
		expect(countEdits(alignWords(withoutTimes(reference), gapped))).toBe(distance);
	});

	it('does not trust times that are out of order', () => {
		const reference = said(2600, 7);
		const {heard} = misheard(reference, 0.1, seededRandom(8));
		const shuffled = heard.map((spoken, index) => word(spoken.text, (index * 7919) % 1000, 1000));
		expect(countEdits(alignWords(reference, shuffled))).toBe(textbookDistance(reference, shuffled));
	});

	it('aligns texts that have nothing in common', () => {
		const reference = said(2600, 9);
		const other = said(2700, 10).map(spoken =>
			word(`x${spoken.text}`, spoken.startSeconds, spoken.endSeconds),
		);
		expect(countEdits(alignWords(reference, other))).toBe(2700);
		expect(countEdits(alignWords(withoutTimes(reference), withoutTimes(other)))).toBe(2700);
	});

	it('aligns eight hours of speech, with and without times', () => {
		const reference = said(70_000, 11);
		const {heard, errorCount} = misheard(reference, 0.1, seededRandom(12));
		const timed = countEdits(alignWords(reference, heard));
		expect(timed).toBeLessThanOrEqual(errorCount);
		expect(timed).toBeGreaterThan(errorCount * 0.9);
		expect(countEdits(alignWords(withoutTimes(reference), heard))).toBe(timed);
	});
});

describe('countSteps', () => {
	it('counts each kind', () => {
		expect(countSteps(alignWords(texts('a b c d'), texts('a x c d e')))).toEqual({
			equal: 3,
			substitution: 1,
			deletion: 0,
			insertion: 1,
		});
	});
});
