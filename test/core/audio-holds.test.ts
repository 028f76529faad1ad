import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type AudioHolds, elapsedMs, withHoldFrom, withHoldUntil} from '../../source/core/audio-holds.js';
import {initialRealTimeState} from '../../source/core/real-time-state.js';
import {reduceRealTime} from '../../source/core/reduce-real-time.js';
import type {RealTimeEvent} from '../../source/core/transcript-event.js';
import {word} from '../helpers/words.js';

describe('the time between two moments', () => {
	const held = withHoldUntil(withHoldFrom([], 1000), 3000);

	it.each([
		['before the audio stood still', 0, 500, 500],
		['around it', 500, 3500, 1000],
		['from within it', 2000, 3500, 500],
		['to within it', 500, 2000, 500],
		['within it', 1500, 2500, 0],
		['after it', 3000, 4000, 1000],
		['backwards', 4000, 3500, 0],
	])('%s', (_, fromMs, untilMs, expected) => {
		expect(elapsedMs(held, fromMs, untilMs)).toBe(expected);
	});

	it('leaves out a hold that goes on', () => {
		expect(elapsedMs(withHoldFrom([], 1000), 500, 9000)).toBe(500);
	});

	it('is never negative, and never longer than on the clock', () => {
		const moments = fc.array(fc.nat(10_000), {maxLength: 9}).map(list => list.sort((a, b) => a - b));
		fc.assert(
			fc.property(moments, fc.nat(10_000), fc.nat(10_000), (changes, fromMs, lengthMs) => {
				const holds = changes.reduce<AudioHolds>(
					(before, atMs, index) =>
						index % 2 === 0 ? withHoldFrom(before, atMs) : withHoldUntil(before, atMs),
					[],
				);
				const elapsed = elapsedMs(holds, fromMs, fromMs + lengthMs);
				expect(elapsed).toBeGreaterThanOrEqual(0);
				expect(elapsed).toBeLessThanOrEqual(lengthMs);
			}),
		);
	});
});

it('holding twice and releasing twice is the same as once', () => {
	const once = withHoldUntil(withHoldFrom([], 10), 20);
	expect(withHoldUntil(withHoldUntil(withHoldFrom(withHoldFrom([], 10), 15), 20), 25)).toEqual(once);
});

it('a word that became final after a pause is as late as it would have been without one', () => {
	const events: ReadonlyArray<readonly [receivedMs: number, event: RealTimeEvent]> = [
		[0, {type: 'begun'}],
		[10, {type: 'started', wordDelimiter: ' '}],
		[1000, {type: 'audio-sent', startSeconds: 0, endSeconds: 1, byteCount: 32_000, capturedMs: 1000}],
		[1200, {type: 'partial', words: [word('wait', 0.5, 1)], startSeconds: 0.5, endSeconds: 1}],
		[1300, {type: 'audio-held', sinceMs: 1300}],
		[61_300, {type: 'audio-released'}],
		[61_800, {type: 'final', words: [word('wait', 0.5, 1)], startSeconds: 0.5, endSeconds: 1}],
	];
	const {latenciesMs} = events.reduce(
		(state, [receivedMs, event]) => reduceRealTime(state, {receivedMs, event}),
		initialRealTimeState,
	);
	expect([...latenciesMs.partial.slice()]).toEqual([200]);
	expect([...latenciesMs.final.slice()]).toEqual([800]);
});
