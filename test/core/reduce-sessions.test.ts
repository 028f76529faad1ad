import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bytesPerSecond} from '../../source/core/audio-source.js';
import type {Problem} from '../../source/core/problem.js';
import {
	behindSeconds,
	billedSeconds,
	initialRealTimeState,
	type RealTimeState,
} from '../../source/core/real-time-state.js';
import {reduceRealTime} from '../../source/core/reduce-real-time.js';
import {connectingText, lossTexts} from '../../source/core/session-texts.js';
import type {RealTimeEvent} from '../../source/core/transcript-event.js';
import {word} from '../helpers/words.js';

type Happened = readonly [receivedMs: number, event: RealTimeEvent];

const fold = (events: readonly Happened[], state = initialRealTimeState): RealTimeState =>
	events.reduce((before, [receivedMs, event]) => reduceRealTime(before, {event, receivedMs}), state);

const lost: Problem = {kind: 'network', message: 'The connection was lost.', nextStep: 'Wait.'};
const refused: Problem = {kind: 'network', message: 'Nothing answers.', nextStep: 'Wait.'};
const retrying = (problem: Problem, attempt: number): RealTimeEvent => ({
	type: 'retrying',
	attempt,
	waitMs: 100,
	problem,
});

/**
A second of audio, spoken at the pace of speech from the run's beginning on.
*/
const sent = (startSeconds: number): RealTimeEvent => ({
	type: 'audio-sent',
	startSeconds,
	endSeconds: startSeconds + 1,
	byteCount: bytesPerSecond,
	capturedMs: (startSeconds + 1) * 1000,
});

const begun: readonly Happened[] = [
	[0, {type: 'begun'}],
	[60, {type: 'connected'}],
	[90, {type: 'started', wordDelimiter: ' '}],
];

const resumed: readonly Happened[] = [
	...begun,
	[1000, sent(0)],
	[2000, sent(1)],
	[2100, retrying(lost, 2)],
	[2300, retrying(refused, 3)],
	[3000, {type: 'audio-kept', endSeconds: 3, keptSeconds: 2.5}],
	[3200, {type: 'connected'}],
	[3300, {type: 'started', wordDelimiter: ' '}],
	[3300, {type: 'session-resumed', atSeconds: 0.8, sentAgainSeconds: 1}],
	[3310, sent(1)],
	[3320, sent(2)],
];

describe('a session that was lost', () => {
	const during = fold(resumed.slice(0, 8));

	it('is being replaced: since when, why, how often, and with how much audio kept', () => {
		expect(during.phase).toBe('connecting');
		expect(during.retry).toEqual({lostMs: 2100, loss: lost, problem: refused, count: 2, keptSeconds: 2.5});
		expect(connectingText(during)).toBe('connecting again (2), 2.5 s of audio kept');
	});

	it('lets the text fall behind the audio that goes on', () => {
		expect(behindSeconds(during)).toBe(3);
	});

	it('leaves a seam, with the reason of the loss and not of the attempts after it', () => {
		const state = fold(resumed);
		expect(state.phase).toBe('streaming');
		expect(state.retry).toBeUndefined();
		expect(state.resumptions).toEqual([{atSeconds: 0.8, gapMs: 1200, problem: lost, sentAgainSeconds: 1}]);
		expect(lossTexts(state)).toEqual({
			again: '1 reconnection, 1.0 s of audio sent again',
			dropped: undefined,
		});
	});

	it('changes neither how long connecting took at first nor when audio was captured', () => {
		const state = fold([
			...resumed,
			[4500, {type: 'final', words: [word('late', 1.2, 1.5)], startSeconds: 0, endSeconds: 2}],
		]);
		expect(state).toMatchObject({connectedMs: 60, startedMs: 90, sentSeconds: 3});
		expect([...state.latenciesMs.final]).toEqual([3000]);
	});

	it('is billed for what is sent again', () => {
		expect(billedSeconds(fold(resumed))).toBe(4);
	});

	it('is not sought any more once the run has failed', () => {
		expect(fold([...resumed.slice(0, 8), [9000, {type: 'failed', problem: refused}]]).retry).toBeUndefined();
	});

	it('may have cost audio', () => {
		const state = fold([
			...resumed,
			[5000, {type: 'audio-dropped', seconds: 0.5}],
			[5100, {type: 'audio-dropped', seconds: 11.5}],
		]);
		expect(state.droppedSeconds).toBe(12);
		expect(lossTexts(state).dropped).toBe('12.0 s of audio lost, as it was more than is kept');
	});
});

describe('a first session that does not start at once', () => {
	it('is no seam', () => {
		const state = fold([
			[0, {type: 'begun'}],
			[10, retrying(refused, 2)],
		]);
		expect(connectingText(state)).toBe('connecting again (1)');
		const started = fold(
			[
				[500, {type: 'connected'}],
				[520, {type: 'started', wordDelimiter: ' '}],
			],
			state,
		);
		expect(started).toMatchObject({phase: 'streaming', connectedMs: 500, startedMs: 520, resumptions: []});
		expect(started.retry).toBeUndefined();
	});
});

describe('for any losses', () => {
	it('every second is billed once for each time it was sent, and the place never goes back', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({max: 9}), {maxLength: 20}), backs => {
				let state = fold(begun);
				let place = 0;
				let count = 0;
				for (const back of backs) {
					const from = Math.max(0, place - back);
					for (let second = from; second <= place; second += 1) {
						const before = state.sentSeconds;
						state = fold([[0, sent(second)]], state);
						expect(state.sentSeconds).toBeGreaterThanOrEqual(before);
						count += 1;
					}

					place += 1;
				}

				expect(state.sentSeconds).toBe(place);
				expect(billedSeconds(state)).toBe(count);
				expect(state.sentAgainBytes).toBe((count - place) * bytesPerSecond);
				expect(state.captureTimes.length).toBeLessThanOrEqual(1);
			}),
		);
	});
});
