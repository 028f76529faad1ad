import {describe, expect, it} from 'vitest';
import type {Word} from '../../../../source/core/word.js';
import {batchWords, knownAudio, replay, sample} from '../listen.js';

const words = await batchWords(sample);
const annotate = (transcript: readonly Word[]) => replay.annotate?.(transcript) ?? expect.fail();
const known = knownAudio[0] ?? expect.fail();

const moved = (transcript: readonly Word[], seconds: number): readonly Word[] =>
	transcript.map(one => ({
		...one,
		startSeconds: one.startSeconds + seconds,
		endSeconds: one.endSeconds + seconds,
	}));

const sentence = (number: number): readonly Word[] => {
	const ends = words.flatMap((word, index) => (word.isEndOfSentence ? index + 1 : []));
	return words.slice(ends[number - 2] ?? 0, ends[number - 1]);
};

describe('annotate', () => {
	it('translates each sentence of the sample, misheard words or not, at its time and with its speaker', () => {
		const {translations} = annotate(words);
		expect(Object.keys(translations ?? {})).toEqual(['de', 'es', 'fr']);
		expect(translations?.['de']).toHaveLength(14);
		expect(translations?.['de']?.[2]).toEqual({
			text: 'Priya, wie kommt die neue Version voran?',
			startSeconds: 4.04,
			endSeconds: 6.28,
			speaker: 'S1',
		});
	});

	it('annotates every sentence alone, on the axis of its transcript, even of one word', () => {
		for (const [index] of known.sentences.entries()) {
			const [found, ...more] = annotate(moved(sentence(index + 1), 100)).sentiments ?? [];
			expect(found?.sentiment).toBe(known.sentences[index]?.sentiment);
			expect(found?.startSeconds).toBeCloseTo((sentence(index + 1)[0]?.startSeconds ?? 0) + 100, 6);
			expect(more).toEqual([]);
		}
	});

	it('says the text as it was heard, with the topics of those sentences that have some', () => {
		const topics = annotate(words).topics ?? [];
		expect(topics.map(({text}) => text)).toContain('What about the budget?');
		expect(topics.every(topic => topic.topics.length > 0)).toBe(true);
		expect(topics.length).toBe(known.sentences.filter(one => one.topics.length > 0).length);
	});

	it('has chapters over the whole, and the summary once for two hearings', () => {
		const {chapters, summary} = annotate([...words, ...moved(words, 40)]);
		expect(chapters?.map(({startSeconds}) => Math.round(startSeconds))).toEqual([0, 13, 20, 40, 53, 60]);
		expect(summary).toBe(known.summary);
	});

	it('leaves out the summary and the chapters of which too little was heard', () => {
		const {chapters, summary} = annotate([...sentence(6), ...sentence(7)]);
		expect(summary).toBeUndefined();
		expect(chapters?.map(({title}) => title)).toEqual(['Budget']);
	});

	it('names its languages, and says nothing, for words that it does not know', () => {
		const strangers = words.map(word => ({...word, text: `x${word.text}`}));
		for (const transcript of [[], strangers]) {
			expect(annotate(transcript)).toEqual({
				translations: {de: [], es: [], fr: []},
				sentiments: [],
				topics: [],
				chapters: [],
			});
		}
	});
});
