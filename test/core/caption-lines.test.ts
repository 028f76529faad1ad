import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {captionCues, defaultCaptionLimits} from '../../source/core/caption-lines.js';
import {transcriptText} from '../../source/core/transcript-text.js';
import type {Word} from '../../source/core/word.js';
import {spokenWords} from '../helpers/spoken-words.js';
import {mark, word} from '../helpers/words.js';

/**
Words of a third of a second, one after the other; a mark at the end of one is an item of its own.
*/
const say = (text: string, fromSeconds = 0, speaker?: string): readonly Word[] =>
	text.split(' ').flatMap((part, index) => {
		const [startSeconds, endSeconds] = [fromSeconds + index * 0.4, fromSeconds + index * 0.4 + 0.3];
		const sign = /[.,?]$/.exec(part)?.[0];
		const spoken = word(sign ? part.slice(0, -1) : part, startSeconds, endSeconds, speaker);
		return sign ? [spoken, mark(sign, endSeconds, 'previous', speaker)] : [spoken];
	});

const linesOf = (words: readonly Word[]) => captionCues(words).map(cue => cue.lines);

describe('captionCues', () => {
	it('ends a cue where a sentence ends', () => {
		expect(linesOf(say('We shipped it today. Nobody has complained.'))).toEqual([
			['We shipped it today.'],
			['Nobody has complained.'],
		]);
	});

	it('keeps a sentence of less than a second with the next one', () => {
		expect(linesOf(say('Yes. We shipped it.'))).toEqual([['Yes. We shipped it.']]);
	});

	it('ends a cue at a silence of a second, and at no shorter one', () => {
		const [first, last] = [word('one', 0, 0.5), word('two', 1.5, 2)];
		expect(linesOf([first, last])).toEqual([['one'], ['two']]);
		expect(linesOf([first, {...last, startSeconds: 1.4}])).toEqual([['one two']]);
	});

	it('ends a cue where the speaker changes, and says who speaks', () => {
		const words = [...say('Can you hear', 0, 'S1'), ...say('Yes', 1.2, 'S2')];
		expect(captionCues(words)).toMatchObject([
			{speaker: 'S1', lines: ['Can you hear']},
			{speaker: 'S2', lines: ['Yes']},
		]);
	});

	it('breaks a cue into two lines of about one length, none over 37 characters', () => {
		expect(linesOf(say('the quarterly figures are better than we had hoped for'))).toEqual([
			['the quarterly figures are', 'better than we had hoped for'],
		]);
	});

	it('splits a long sentence after a comma rather than where it is full', () => {
		const text =
			'When the new release had been out for a week, we looked at all the figures again and found that they held';
		expect(linesOf(say(text)).map(lines => lines.join(' '))).toEqual([
			'When the new release had been out for a week,',
			'we looked at all the figures again and found that they held',
		]);
	});

	it('does not leave the last word of a long sentence alone', () => {
		const text = 'this sentence goes on and on for just a little bit longer than one cue can possibly hold';
		const cues = linesOf(say(text)).map(lines => lines.join(' '));
		expect(cues).toHaveLength(2);
		expect(Math.min(...cues.map(cue => cue.length))).toBeGreaterThan(30);
	});

	it('shows a cue for at least a second where there is room', () => {
		const words = [word('no', 0, 0.2), word('why', 5, 5.2), word('so', 6.5, 7.9)];
		expect(captionCues(words).map(({startMs, endMs}) => [startMs, endMs])).toEqual([
			[0, 1000],
			[5000, 6000],
			[6500, 7900],
		]);
	});

	it('gives way to the next cue', () => {
		const words = [word('no', 0, 0.2, 'S1'), word('why', 0.5, 2, 'S2')];
		expect(captionCues(words).map(({startMs, endMs}) => [startMs, endMs])).toEqual([
			[0, 500],
			[500, 2000],
		]);
	});

	it('keeps the sentences of two channels whole when they speak at once', () => {
		const onChannel = (channel: string, words: readonly Word[]) => words.map(item => ({...item, channel}));
		const words = [
			...onChannel('agent', say('How can I help you today?', 0)),
			...onChannel('caller', say('My order has not arrived.', 0.2)),
		].toSorted((a, b) => a.startSeconds - b.startSeconds);
		expect(captionCues(words)).toMatchObject([
			{channel: 'agent', lines: ['How can I help you today?'], startMs: 0, endMs: 200},
			{channel: 'caller', lines: ['My order has not arrived.'], startMs: 200},
		]);
	});

	it('joins words of a language without spaces by nothing', () => {
		const words = [...'今日は会議を始めます'].map((text, index) =>
			word(text, index * 0.2, index * 0.2 + 0.2),
		);
		expect(captionCues(words, '')[0]?.lines).toEqual(['今日は会議を始めます']);
	});

	it('is empty without words', () => {
		expect(captionCues([])).toEqual([]);
	});
});

describe('any transcript as captions', () => {
	const {maxLineLength, maxLines, minSeconds} = defaultCaptionLimits;
	const holds = (check: (words: readonly Word[], cues: ReturnType<typeof captionCues>) => void) => {
		fc.assert(fc.property(spokenWords, words => check(words, captionCues(words))));
	};

	it('loses no word and adds none', () => {
		holds((words, cues) => {
			const spaceless = (text: string) => text.replaceAll(' ', '');
			expect(spaceless(cues.flatMap(cue => cue.lines).join(''))).toBe(spaceless(transcriptText(words)));
		});
	});

	it('keeps to the limits of lines', () => {
		holds((_, cues) => {
			for (const {lines} of cues) {
				expect(lines.length).toBeGreaterThan(0);
				expect(lines.length).toBeLessThanOrEqual(maxLines);
				expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(maxLineLength);
				expect(lines).not.toContain('');
			}
		});
	});

	it('never shows two cues at once, and each for as long as there is room, in whole milliseconds', () => {
		holds((_, cues) => {
			for (const [index, {startMs, endMs}] of cues.entries()) {
				const nextStartMs = cues[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
				expect(Number.isInteger(startMs) && Number.isInteger(endMs)).toBe(true);
				expect(endMs).toBeLessThanOrEqual(nextStartMs);
				expect(endMs - startMs).toBeGreaterThanOrEqual(Math.min(minSeconds * 1000, nextStartMs - startMs));
				expect(endMs - startMs).toBeGreaterThanOrEqual(200);
			}
		});
	});

	it('shows no cue before its first word is spoken', () => {
		holds((words, cues) => {
			expect(cues[0]?.startMs ?? 0).toBe(Math.round((words[0]?.startSeconds ?? 0) * 1000));
		});
	});
});
