import fc from 'fast-check';
import type {Word} from '../../source/core/word.js';
import {mark, word} from './words.js';

const letters = fc.string({unit: fc.constantFrom(...'abcdefghij'), minLength: 1, maxLength: 14});

/**
Speech as it may come: words of up to a second with silences between them, some marks, some changes of speaker.
*/
export const spokenWords: fc.Arbitrary<readonly Word[]> = fc
	.array(
		fc.record({
			text: fc.oneof({weight: 30, arbitrary: letters}, {weight: 1, arbitrary: fc.constant('x'.repeat(90))}),
			lengthMs: fc.nat(1000),
			silenceMs: fc.oneof({weight: 8, arbitrary: fc.nat(300)}, {weight: 1, arbitrary: fc.nat(5000)}),
			mark: fc.option(fc.constantFrom('.', ',', '?'), {freq: 4}),
			changesSpeaker: fc.nat(20).map(number => number === 0),
		}),
		{maxLength: 120},
	)
	.map(spoken => {
		let nowMs = 0;
		let speaker = 1;
		return spoken.flatMap(({text, lengthMs, silenceMs, mark: sign, changesSpeaker}) => {
			speaker = changesSpeaker ? 3 - speaker : speaker;
			const startSeconds = (nowMs + silenceMs) / 1000;
			nowMs += silenceMs + lengthMs;
			const spokenWord = word(text, startSeconds, nowMs / 1000, `S${speaker}`);
			return sign ? [spokenWord, mark(sign, nowMs / 1000, 'previous', `S${speaker}`)] : [spokenWord];
		});
	});
