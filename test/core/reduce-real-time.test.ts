import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {initialRealTimeState, type RealTimeState} from '../../source/core/real-time-state.js';
import {reduceRealTime} from '../../source/core/reduce-real-time.js';
import type {RealTimeEvent} from '../../source/core/transcript-event.js';
import {transcriptText} from '../../source/core/transcript-text.js';
import type {Word} from '../../source/core/word.js';
import {anySpeech} from '../helpers/any-speech.js';
import {mark, word} from '../helpers/words.js';

const fold = (
	events: ReadonlyArray<readonly [receivedMs: number, event: RealTimeEvent]>,
	state = initialRealTimeState,
): RealTimeState =>
	events.reduce((before, [receivedMs, event]) => reduceRealTime(before, {event, receivedMs}), state);

const partial = (...words: readonly Word[]): RealTimeEvent => ({
	type: 'partial',
	words,
	startSeconds: words[0]?.startSeconds ?? 0,
	endSeconds: words.at(-1)?.endSeconds ?? 0,
});

const final = (words: readonly Word[], endSeconds = words.at(-1)?.endSeconds ?? 0): RealTimeEvent => ({
	type: 'final',
	words,
	startSeconds: words[0]?.startSeconds ?? endSeconds,
	endSeconds,
});

/**
Audio sent at the pace of speech from the run's first moment, so that audio time is clock time.
*/
const sent = (seconds: number): readonly [number, RealTimeEvent] => [
	seconds * 1000,
	{
		type: 'audio-sent',
		startSeconds: 0,
		endSeconds: seconds,
		byteCount: seconds * 32_000,
		capturedMs: seconds * 1000,
	},
];

const shownText = ({finals, partial: rest}: RealTimeState): string => transcriptText([...finals, ...rest]);

describe('what is on screen', () => {
	it('is the partial until its final comes', () => {
		expect(shownText(fold([[0, partial(word('ship', 0, 0.4))]]))).toBe('ship');
	});

	it('replaces a partial by the next one', () => {
		const state = fold([
			[0, partial(word('ship', 0, 0.4))],
			[1, partial(word('shipped', 0, 0.5), word('it', 0.5, 0.7))],
		]);
		expect(shownText(state)).toBe('shipped it');
	});

	it('locks the words of a final and keeps the partial after it', () => {
		const state = fold([
			[0, partial(word('ship', 0, 0.4), word('it', 0.4, 0.6))],
			[1, final([word('Ship', 0, 0.4)])],
		]);
		expect(transcriptText(state.finals)).toBe('Ship');
		expect(transcriptText(state.partial)).toBe('it');
	});

	it('joins a full stop that comes alone in a later final', () => {
		const state = fold([
			[0, final([word('Ship', 0, 0.4), word('it', 0.4, 0.6)])],
			[1, final([mark('.', 0.6)], 1)],
		]);
		expect(shownText(state)).toBe('Ship it.');
	});

	it('shows a full stop of the partial once, also when the final has it', () => {
		const words = [word('it', 0.4, 0.6), mark('.', 0.6)];
		expect(
			shownText(
				fold([
					[0, partial(...words)],
					[1, final(words)],
				]),
			),
		).toBe('it.');
		expect(
			shownText(
				fold([
					[0, final(words)],
					[1, partial(...words)],
				]),
			),
		).toBe('it.');
	});

	it('withdraws what a final without words covers', () => {
		expect(
			shownText(
				fold([
					[0, partial(word('uh', 0, 0.3))],
					[1, final([], 1)],
				]),
			),
		).toBe('');
	});

	it('keeps a word that begins a little before the end of an empty final', () => {
		const state = fold([
			[0, final([], 2)],
			[1, partial(word('now', 1.9, 2.06))],
			[2, final([word('now', 1.9, 2.06)])],
		]);
		expect(shownText(state)).toBe('now');
	});

	it('adds a final that is sent twice only once', () => {
		const again = final([word('Ship', 0, 0.4), word('it', 0.4, 0.6)]);
		expect(
			shownText(
				fold([
					[0, again],
					[1, again],
				]),
			),
		).toBe('Ship it');
	});

	it('puts a final that comes late in its place', () => {
		expect(
			shownText(
				fold([
					[0, final([word('it', 0.4, 0.6)])],
					[1, final([word('Ship', 0, 0.4)])],
				]),
			),
		).toBe('Ship it');
	});
});

const speech = anySpeech({gapHundredths: fc.nat({max: 100}), mostWords: 25});

describe('for any speech, however it is split into messages', () => {
	it('nothing is lost, doubled or moved: the finals are the words, in order', () => {
		fc.assert(
			fc.property(speech, fc.array(fc.nat({max: 5})), fc.array(fc.nat()), (words, finalSizes, cuts) => {
				let state = initialRealTimeState;
				let done = 0;
				for (const [index, size] of [...finalSizes, words.length].entries()) {
					const horizon = done + ((cuts[index] ?? 0) % (words.length - done + 1));
					state = fold([[index, partial(...words.slice(done, horizon))]], state);
					expect(shownText(state)).toBe(transcriptText(words.slice(0, horizon)));

					const next = words.slice(done, done + size);
					state = fold([[index, final(next, next.at(-1)?.endSeconds ?? state.finalisedSeconds)]], state);
					done += next.length;
					state = fold([[index, partial(...words.slice(done, Math.max(done, horizon)))]], state);
					expect(shownText(state)).toBe(transcriptText(words.slice(0, Math.max(done, horizon))));
				}

				expect([...state.finals]).toEqual(words);
				expect(state.partial).toEqual([]);
			}),
		);
	});

	it('a final never changes again, whatever comes after it', () => {
		fc.assert(
			fc.property(speech, fc.array(speech, {maxLength: 5}), (words, later) => {
				const before = fold([[0, final(words)]]);
				const after = fold(
					later.map(partialWords => [1, partial(...partialWords)] as const),
					before,
				);
				expect([...after.finals]).toEqual(words);
			}),
		);
	});

	it('the finals come out the same in whichever order the messages arrive', () => {
		fc.assert(
			fc.property(speech, fc.func(fc.integer()), (words, order) => {
				const shuffled = [...words].sort((a, b) => order(a.startSeconds) - order(b.startSeconds));
				const state = fold(shuffled.map(item => [0, final([item])] as const));
				expect(transcriptText(state.finals)).toBe(transcriptText(words));
			}),
		);
	});
});

describe('latencies', () => {
	const ship = word('ship', 0.1, 0.5);

	it('count from the end of the word to the partial and the final that hold it', () => {
		const state = fold([sent(2), [900, partial(ship)], [1600, final([ship])]]);
		expect([...state.latenciesMs.partial]).toEqual([400]);
		expect([...state.latenciesMs.stable]).toEqual([400]);
		expect([...state.latenciesMs.final]).toEqual([1100]);
		expect(state.firstPartialLatencyMs).toBe(400);
	});

	it('are stable from the moment the word was shown and never changed again', () => {
		const state = fold([
			sent(2),
			[700, partial(word('ship', 0.1, 0.5))],
			[900, partial(word('shift', 0.1, 0.5))],
			[1200, partial(word('ship', 0.1, 0.5))],
			[1600, final([word('Ship', 0.1, 0.5)])],
		]);
		expect([...state.latenciesMs.partial]).toEqual([200]);
		expect([...state.latenciesMs.stable]).toEqual([700]);
	});

	it('of a word that no partial showed are stable with its final, and have no partial', () => {
		const state = fold([sent(2), [1600, final([ship])]]);
		expect([...state.latenciesMs.partial]).toEqual([]);
		expect([...state.latenciesMs.stable]).toEqual([1100]);
	});

	it('tell two of the same word apart by their place', () => {
		const first = word('no', 0, 0.2);
		const second = word('no', 0.2, 0.4);
		const state = fold([
			sent(2),
			[500, partial(first)],
			[800, partial(first, second)],
			[1000, final([first, second])],
		]);
		expect([...state.latenciesMs.partial]).toEqual([300, 400]);
	});

	it('are 0 for a word on screen before its end was spoken, as the engine placed that later', () => {
		const state = fold([sent(0.5), [470, partial(ship)], sent(2), [1600, final([ship])]]);
		expect(state.firstPartialLatencyMs).toBe(0);
		expect([...state.latenciesMs.partial]).toEqual([0]);
		expect([...state.latenciesMs.stable]).toEqual([0]);
		expect([...state.latenciesMs.final]).toEqual([1100]);
	});

	it('take no part in marks', () => {
		const state = fold([sent(2), [1000, final([ship, mark('.', 0.5)])]]);
		expect(state.latenciesMs.final.length).toBe(1);
		expect(state.finalisedWordCount).toBe(1);
	});
});

describe('unstable words', () => {
	it('are those that were shown and then changed', () => {
		const state = fold([
			[1, partial(word('shift', 0, 0.5))],
			[2, partial(word('shipped', 0, 0.5))],
			[3, final([word('shipped', 0, 0.5)])],
		]);
		expect(state.unstableWordCount).toBe(1);
	});

	it('are those that were withdrawn by the final', () => {
		const state = fold([
			[1, partial(word('uh', 0, 0.2), word('ship', 0.2, 0.5))],
			[2, final([word('ship', 0.2, 0.5)])],
		]);
		expect(state.unstableWordCount).toBe(1);
	});

	it('are not those whose capitals settled or that moved a little', () => {
		const state = fold([
			[1, partial(word('ship', 0, 0.5))],
			[2, partial(word('Ship', 0.05, 0.6))],
			[3, final([word('Ship', 0.04, 0.52)])],
		]);
		expect(state.unstableWordCount).toBe(0);
	});
});

describe('the phases', () => {
	it('go from connecting to done', () => {
		const phases: string[] = [];
		let state = initialRealTimeState;
		for (const event of [
			{type: 'begun'},
			{type: 'connected'},
			{type: 'started', wordDelimiter: ''},
			{type: 'audio-ended'},
			{type: 'finished'},
		] as const) {
			state = fold([[phases.length, event]], state);
			phases.push(state.phase);
		}

		expect(phases).toEqual(['connecting', 'connecting', 'streaming', 'draining', 'done']);
		expect(state.wordDelimiter).toBe('');
	});

	it('keep the text when the run fails', () => {
		const problem = {kind: 'network', message: 'Lost.', nextStep: 'Try again.'} as const;
		const state = fold([
			[0, final([word('kept', 0, 1)])],
			[1, {type: 'failed', problem}],
		]);
		expect(state.problem).toBe(problem);
		expect(shownText(state)).toBe('kept');
	});
});
