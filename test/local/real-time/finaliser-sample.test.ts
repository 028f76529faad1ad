import {describe, expect, it} from 'vitest';
import type {FinaliserInput} from '../../../source/local/real-time/finaliser.js';
import {finalSeconds} from '../../../source/local/real-time/finaliser-timing.js';
import {heardWords} from '../../../source/local/recognisers/replay/heard-words.js';
import {wordTimings} from '../../../source/local/recognisers/replay/word-timing.js';
import {hypotheses, knownAudio, optionsWith, sample} from '../recognisers/listen.js';
import {end, finalsOf, run} from './finaliser-runs.js';

describe('the sample through both', () => {
	it.each([0.7, 1, 2, 4])(
		'has each word final when the rules say so: maximum delay %s',
		async maxDelaySeconds => {
			const inputs = (await hypotheses(sample, {maxDelaySeconds})).map(
				(hypothesis): FinaliserInput => ({type: 'hypothesis', hypothesis}),
			);
			const outputs = run([...inputs, end], {maxDelaySeconds});
			const options = optionsWith({maxDelaySeconds});
			const heard = knownAudio.flatMap(known => heardWords(known, options));
			const timings = wordTimings(heard, maxDelaySeconds);
			const finalAt = new Map(
				outputs.flatMap((output, index) =>
					finalsOf([output]).flatMap(({words}) =>
						words.map(({text, endSeconds}) => [`${text} ${endSeconds}`, (index + 1) * 0.04] as const),
					),
				),
			);
			const delays: number[] = [];
			for (const [
				index,
				{
					word: {text, endSeconds},
				},
			] of heard.entries()) {
				const actual = finalAt.get(`${text} ${endSeconds}`) ?? Number.NaN;
				const expected = finalSeconds(timings[index]?.showSeconds ?? Number.NaN, endSeconds, maxDelaySeconds);
				if (expected < sample.length / 16_000) {
					expect(actual).toBeGreaterThanOrEqual(expected - 1e-6);
					expect(actual).toBeLessThan(expected + 0.04 + 1e-6);
					delays.push(actual - endSeconds);
				}
			}

			const median = delays.toSorted((one, other) => one - other)[delays.length >> 1] ?? Number.NaN;
			expect(delays.length).toBeGreaterThan(80);
			expect(median).toBeGreaterThan(maxDelaySeconds - 0.4);
			expect(median).toBeLessThan(maxDelaySeconds - 0.1);
		},
	);
});
