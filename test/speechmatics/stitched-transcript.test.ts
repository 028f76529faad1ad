import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {initialRealTimeState, type RealTimeState} from '../../source/core/real-time-state.js';
import {reduceRealTime} from '../../source/core/reduce-real-time.js';
import type {RealTimeEvent} from '../../source/core/transcript-event.js';
import {transcriptText} from '../../source/core/transcript-text.js';
import type {Word} from '../../source/core/word.js';
import {resumeSeconds} from '../../source/speechmatics/resume-point.js';
import {
	createStitchedTranscript,
	type StitchedTranscript,
} from '../../source/speechmatics/stitched-transcript.js';
import {anySpeech} from '../helpers/any-speech.js';
import {mark, word} from '../helpers/words.js';

const started: RealTimeEvent = {type: 'started', wordDelimiter: ' '};

const sent = (startSeconds: number, endSeconds: number): RealTimeEvent => ({
	type: 'audio-sent',
	startSeconds,
	endSeconds,
	byteCount: 0,
	capturedMs: 0,
});

const part = <Type extends 'partial' | 'final'>(type: Type, words: readonly Word[], endSeconds?: number) => ({
	type,
	words,
	startSeconds: words[0]?.startSeconds ?? 0,
	endSeconds: endSeconds ?? words.at(-1)?.endSeconds ?? 0,
});

/**
A transcript and what the run makes of it.
*/
const follow = () => {
	const transcript = createStitchedTranscript();
	let state: RealTimeState = initialRealTimeState;
	return {
		transcript,
		state: () => state,
		text: () => transcriptText(state.finals),
		shown: () => transcriptText([...state.finals, ...state.partial]),
		hear(...events: readonly RealTimeEvent[]) {
			for (const event of events) {
				const heard = transcript.hear(event);
				state = heard ? reduceRealTime(state, {event: heard, receivedMs: 0}) : state;
			}
		},
	};
};

describe('the second session of a run', () => {
	const first = [
		started,
		sent(0, 10),
		part('final', [word('Ship', 5, 5.4), word('it', 5.4, 5.6)]),
		part('partial', [word('to', 5.7, 5.9), word('day', 5.9, 6.2)]),
	];

	it('is moved to its place', () => {
		const {hear, state} = follow();
		hear(...first, started, sent(3.6, 10), part('final', [word('today', 2.1, 2.6)]));
		expect(state().finals.at(-1)).toMatchObject({text: 'today', startSeconds: 5.7, endSeconds: 6.2});
	});

	it('leaves out what is final already', () => {
		const {hear, text} = follow();
		hear(
			...first,
			started,
			sent(3.6, 10),
			part('final', [word('hip', 1.42, 1.8), word('it', 1.84, 2.04), word('today', 2.1, 2.6)]),
		);
		expect(text()).toBe('Ship it today');
	});

	it('knows what is new by the word before it, wherever that ended for the first', () => {
		const {hear, text, state} = follow();
		hear(
			started,
			sent(0, 10),
			part('final', [word('ship', 5, 5.9)]),
			started,
			sent(3.6, 10),
			part('final', [word('Ship', 1.4, 2), word('it', 2, 2.2), word('now', 2.2, 2.5)]),
		);
		expect(text()).toBe('ship it now');
		expect([...state().finals].map(({startSeconds}) => startSeconds)).toEqual([5, 5.9, 5.9]);
	});

	it('adds the mark that the first did not come to, and only that one', () => {
		const {hear, text} = follow();
		const again = [word('Ship', 1.4, 1.8), word('it', 1.8, 2), mark('.', 2), word('Now', 2.4, 2.6)];
		hear(...first, started, sent(3.6, 10), part('final', again));
		expect(text()).toBe('Ship it. Now');
		hear(started, sent(3.6, 10), part('final', [...again, mark('!', 2.6)]));
		expect(text()).toBe('Ship it. Now!');
	});

	it('leaves on show what the first showed, until it has come as far', () => {
		const {hear, shown} = follow();
		hear(...first);
		expect(shown()).toBe('Ship it to day');
		hear(started, sent(3.6, 10), part('partial', []));
		expect(shown()).toBe('Ship it to day');
		hear(part('partial', [word('it', 1.8, 2)]));
		expect(shown()).toBe('Ship it to day');
		hear(part('partial', [word('it', 1.8, 2), word('two', 2.1, 2.3)]));
		expect(shown()).toBe('Ship it two day');
		hear(part('partial', [word('it', 1.8, 2), word('today', 2.1, 2.6)]));
		expect(shown()).toBe('Ship it today');
	});

	it('tells its speakers from those of the first, in words and in marks', () => {
		const {hear, state} = follow();
		hear(
			started,
			sent(0, 10),
			part('final', [word('Yes', 1, 1.4, 'S1')]),
			started,
			sent(2, 10),
			part('final', [word('No', 1, 1.4, 'S1'), mark('.', 1.4, 'previous', 'S1'), word('Why', 2, 2.2, 'UU')]),
		);
		expect([...state().finals].map(({speaker}) => speaker)).toEqual(['S1', 'S1.2', 'S1.2', 'UU']);
	});

	it('does not invent speakers where none are told apart', () => {
		const {hear, state} = follow();
		hear(...first, started, sent(3.6, 10), part('final', [word('today', 2.1, 2.6)]));
		expect(state().finals.at(-1)).not.toHaveProperty('speaker');
	});

	it('does not repeat a warning', () => {
		const {hear, state} = follow();
		const warned: RealTimeEvent = {type: 'warned', message: 'No such translation'};
		hear(started, warned, started, warned);
		expect(state().warnings).toEqual(['No such translation']);
	});

	it('is moved further behind audio that was lost', () => {
		const {hear, state} = follow();
		hear(started, sent(0, 2), sent(62, 70), part('final', [word('one', 1, 1.5), word('two', 2.5, 3)]));
		expect([...state().finals].map(({startSeconds}) => startSeconds)).toEqual([1, 62.5]);
	});
});

describe('resumeSeconds', () => {
	it.each([
		['in speech', 10, 10, 8],
		['within a word that a final reaches into', 10, 10.2, 8],
		['in a long silence', 10, 30, 28],
		['where the silence is too short to begin in', 10, 12.2, 8],
		['at the beginning', 0, 0.5, 0],
	])('%s, with a word to %d s and finals to %d s, is %d s', (_where, lastWord, finalised, resume) => {
		expect(resumeSeconds(lastWord, finalised)).toBe(resume);
	});
});

/**
With a long silence now and then. Its words are longer than twice what the ears of two sessions differ by (see `anySession`):
of shorter ones, said twice in a row, nobody could tell which of the two was heard again.
*/
const speech = anySpeech({
	gapHundredths: fc.oneof({weight: 9, arbitrary: fc.nat({max: 60})}, fc.integer({min: 200, max: 600})),
	leastLengthHundredths: 18,
	mostWords: 40,
});

/**
What becomes of one session: how many words each final has, how far a partial is ahead of it, after how many finals it is
lost, how far its ears are off, and what it makes of a word whose beginning it has not heard.
*/
const anySession = fc.record({
	finalSizes: fc.array(fc.nat({max: 5}), {minLength: 1, maxLength: 12}),
	partialSize: fc.nat({max: 4}),
	finalCount: fc.nat({max: 12}),
	offsHundredths: fc.array(fc.integer({min: -4, max: 4}), {minLength: 1}),
	cutWord: fc.option(fc.constantFrom('uh', 'no', 'it')),
});
type SessionCourse = typeof anySession extends fc.Arbitrary<infer Course> ? Course : never;

/**
What a session hears that begins at some time: the same words, roughly where they are, on its own axis.
*/
const heardFrom = (
	words: readonly Word[],
	fromSeconds: number,
	{offsHundredths, cutWord}: SessionCourse,
): readonly Word[] => {
	let untilSeconds = 0;
	return words.flatMap((item, index) => {
		const off = (offsHundredths[index % offsHundredths.length] ?? 0) / 100;
		const isCut = item.startSeconds < fromSeconds - 0.001;
		if (isCut && (item.type === 'punctuation' || item.endSeconds <= fromSeconds || cutWord === null)) {
			return [];
		}

		const startSeconds = Math.max(untilSeconds, item.startSeconds + off - fromSeconds);
		const endSeconds = Math.max(startSeconds, item.endSeconds + off - fromSeconds);
		untilSeconds = endSeconds;
		return [{...item, startSeconds, endSeconds, ...(isCut && {text: cutWord ?? ''})}];
	});
};

const playSession = (
	words: readonly Word[],
	course: SessionCourse,
	isLast: boolean,
	{transcript, hear}: {transcript: StitchedTranscript; hear: (...events: readonly RealTimeEvent[]) => void},
): void => {
	const resume = resumeSeconds(transcript.lastWordSeconds, transcript.finalisedSeconds);
	const fromSeconds = Math.floor(resume / 0.04) * 0.04; // Audio is sent in whole chunks.
	hear(started, sent(fromSeconds, 1000));
	let rest = heardFrom(words, fromSeconds, course);
	for (let count = 0; isLast ? rest.length > 0 : count < course.finalCount; count += 1) {
		const size = isLast ? 3 : (course.finalSizes[count % course.finalSizes.length] ?? 0);
		hear(part('partial', rest.slice(0, size + course.partialSize)));
		hear(part('final', rest.slice(0, size)));
		rest = rest.slice(size);
	}
};

describe('for any speech and any losses', () => {
	it('the words are those that were spoken, once each and in order', () => {
		fc.assert(
			fc.property(speech, fc.array(anySession, {maxLength: 6}), anySession, (words, lost, last) => {
				const run = follow();
				for (const course of lost) {
					playSession(words, course, false, run);
				}

				playSession(words, last, true, run);
				expect(run.text()).toBe(transcriptText(words));
				const times = [...run.state().finals].map(({startSeconds}) => startSeconds);
				expect(times).toEqual([...times].sort((a, b) => a - b));
				for (const [index, {startSeconds}] of [...run.state().finals].entries()) {
					expect(Math.abs(startSeconds - (words[index]?.startSeconds ?? 0))).toBeLessThan(0.1);
				}
			}),
			{numRuns: 2000},
		);
	});

	it('a final never changes again', () => {
		fc.assert(
			fc.property(speech, fc.array(anySession, {minLength: 1, maxLength: 6}), (words, courses) => {
				const run = follow();
				for (const course of courses) {
					const before = [...run.state().finals];
					playSession(words, course, false, run);
					expect([...run.state().finals].slice(0, before.length)).toEqual(before);
				}
			}),
		);
	});
});
