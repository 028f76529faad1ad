import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Word} from '../../../source/core/word.js';
import {mark, word} from '../../helpers/words.js';
import {at, end, finalsOf, run} from './finaliser-runs.js';

describe('whatever is heard', () => {
	/**
	Words one after the other, each of which shows some time after its end and may have another shape at first.
	*/
	const speech = fc
		.array(
			fc.record({
				gap: fc.integer({min: 0, max: 30}),
				length: fc.integer({min: 1, max: 25}),
				lag: fc.integer({min: 5, max: 11}),
				isMark: fc.boolean(),
			}),
			{minLength: 1, maxLength: 25},
		)
		.map(items => {
			let grid = 0;
			let shown = 0;
			return items.flatMap(({gap, length, lag, isMark}, index) => {
				const start = grid + gap;
				grid = start + length;
				shown = Math.max(shown, grid + lag);
				const spoken = {
					word: word(String.fromCodePoint(97 + index), start / 25, grid / 25),
					shown: shown / 25,
				};
				shown += isMark ? 1 : 0; // The next word shows no sooner than the mark.
				return isMark ? [spoken, {word: mark('.', grid / 25), shown: shown / 25}] : [spoken];
			});
		});

	const settings = fc.record({
		maxDelaySeconds: fc.constantFrom(0.7, 1, 2, 4),
		maxDelayMode: fc.constantFrom('fixed', 'flexible'),
		enablePartials: fc.boolean(),
		endOfUtteranceSilenceSeconds: fc.constantFrom(0, 0.5, 0.8),
	});

	const listen = (items: ReadonlyArray<{word: Word; shown: number}>, chunkSeconds: number) => {
		const endSeconds = (items.at(-1)?.word.endSeconds ?? 0) + 2;
		const times = Array.from(
			{length: Math.ceil(endSeconds / chunkSeconds)},
			(_, n) => (n + 1) * chunkSeconds,
		);
		return times.map(seconds => {
			const last = items.findLast(item => item.word.startSeconds < seconds)?.word.endSeconds ?? 0;
			return at(
				seconds,
				items.filter(({shown}) => shown <= seconds + 1e-6).map(item => item.word),
				{silenceSeconds: Math.max(0, seconds - last)},
			);
		});
	};

	it('every word is final exactly once, in order, in finals that do not overlap, and in time', () => {
		fc.assert(
			fc.property(speech, settings, fc.constantFrom(0.02, 0.04, 0.1), (items, chosen, chunkSeconds) => {
				const inputs = listen(items, chunkSeconds);
				const outputs = run([...inputs, end], chosen);
				const finals = finalsOf(outputs);
				expect(finals.flatMap(({words}) => words)).toEqual(items.map(item => item.word));

				for (const [index, final] of finals.entries()) {
					const before = finals[index - 1];
					expect(final.startSeconds).toBeGreaterThanOrEqual((before?.endSeconds ?? 0) - 1e-9);
					expect(final.endSeconds).toBeGreaterThanOrEqual(final.startSeconds);
				}

				for (const [index, output] of outputs.slice(0, -1).entries()) {
					for (const {type, endSeconds} of finalsOf([output]).flatMap(({words}) => words)) {
						if (type === 'word') {
							expect((index + 1) * chunkSeconds - endSeconds).toBeLessThanOrEqual(
								chosen.maxDelaySeconds + 1e-6,
							);
						}
					}
				}
			}),
		);
	});

	it('each final is followed by a partial with the rest exactly where partials are on', () => {
		fc.assert(
			fc.property(speech, settings, (items, chosen) => {
				const outputs = run([...listen(items, 0.04), end], chosen).flat();
				for (const [index, output] of outputs.entries()) {
					if (output.type === 'final') {
						const next = outputs[index + 1];
						expect(next?.type === 'partial').toBe(chosen.enablePartials);
						expect(next && next.type === 'partial' ? next.startSeconds : output.endSeconds).toBe(
							output.endSeconds,
						);
					}
				}

				expect(outputs.some(({type}) => type === 'partial')).toBe(chosen.enablePartials);
			}),
		);
	});

	it('utterances end at most once a pause', () => {
		fc.assert(
			fc.property(speech, settings, (items, chosen) => {
				const outputs = run([...listen(items, 0.04), end], chosen).flat();
				const spoken = outputs.map(output =>
					output.type === 'end-of-utterance'
						? 'end'
						: output.type === 'final' && output.words.some(({type}) => type === 'word')
							? 'speech'
							: '',
				);
				expect(spoken.filter(Boolean).join(' ')).not.toMatch(/^end|end end/v);
			}),
		);
	});
});
