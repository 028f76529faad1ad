import {describe, expect, it} from 'vitest';
import type {Word} from '../../../source/core/word.js';
import type {FinaliserInput, FinaliserOutput} from '../../../source/local/real-time/finaliser.js';
import {mark, word} from '../../helpers/words.js';
import {at, end, inShort, it_, run, ship, silent} from './finaliser-runs.js';

describe('the end of an utterance', () => {
	const eou = {endOfUtteranceSilenceSeconds: 0.5};
	const words = [ship, it_, mark('.', 0.68)];
	const ends = (outputs: ReadonlyArray<readonly FinaliserOutput[]>): number =>
		outputs.flat().filter(({type}) => type === 'end-of-utterance').length;

	it('comes after the silence asked for, with the final before it', () => {
		const outputs = run([silent(1.16, words, 0.68), silent(1.2, words, 0.68)], eou);
		expect(outputs.map(output => output.map(inShort))).toEqual([
			['partial Ship it. 0–0.68'],
			['final Ship it. 0–1.12', 'partial 1.12–1.12', 'end 1.2'],
		]);
	});

	it('comes once for a silence, and again for the next utterance', () => {
		const next = word('Now', 4, 4.4);
		const pauses = (from: number, to: number, said: readonly Word[], since: number) =>
			Array.from({length: Math.round((to - from) * 10)}, (_, index) =>
				silent(from + index / 10, said, since),
			);
		const outputs = run([...pauses(1, 4, words, 0.68), ...pauses(4.8, 8, [...words, next], 4.4)], eou);
		expect(ends(outputs)).toBe(2);
	});

	it('never comes before speech, nor when it is off', () => {
		expect(ends(run([silent(5, [], 0), silent(9, [], 0)], eou))).toBe(0);
		expect(ends(run([silent(5, words, 0.68), silent(9, words, 0.68)]))).toBe(0);
	});

	it('waits for the last word to show, also where the pause has been long enough', () => {
		const outputs = run([silent(1.1, [ship], 0.68), silent(1.12, words, 0.68)], {
			endOfUtteranceSilenceSeconds: 0.3,
		});
		expect(outputs.map(output => ends([output]))).toEqual([0, 1]);
	});

	it('does not come while a long word is spoken', () => {
		expect(ends(run([at(2, words, {silenceSeconds: 0})], eou))).toBe(0);
	});

	it('goes by the words where the recogniser cannot tell silence', () => {
		expect(ends(run([at(1.1, words), at(1.2, words)], eou))).toBe(1);
	});
});

describe('a forced end of utterance', () => {
	const force = (timestampSeconds?: number): FinaliserInput => ({
		type: 'force-end-of-utterance',
		...(timestampSeconds !== undefined && {timestampSeconds}),
	});

	it('makes all final that shows, at once', () => {
		const outputs = run([at(1.1, [ship, it_]), force()]);
		expect(outputs[1]?.map(inShort)).toEqual([
			'final Ship it 0–0.68 forced',
			'partial 0.68–0.68',
			'end 1.12 forced',
		]);
	});

	it('takes the words up to its time, and leaves the later ones', () => {
		const outputs = run([at(1.1, [ship, it_]), force(0.56)]);
		expect(outputs[1]?.map(inShort)).toEqual([
			'final Ship 0–0.52 forced',
			'partial it 0.52–0.68',
			'end 0.56 forced',
		]);
	});

	it('waits for audio that has not been heard, until the end if it has to', () => {
		const outputs = run([at(1.1, [ship]), force(1.5), at(1.4, [ship]), at(1.5, [ship, it_])]);
		expect(outputs.map(output => output.at(-1)?.type)).toEqual([
			'partial',
			undefined,
			undefined,
			'end-of-utterance',
		]);
		const cut = run([at(1.1, [ship]), force(1.5), end]);
		expect(cut[2]?.map(inShort)).toContain('end 1.12 forced');
	});

	it('has an empty final where nothing is pending', () => {
		expect(run([force()]).flat().map(inShort)).toEqual(['final 0–0 forced', 'partial 0–0', 'end 0 forced']);
	});
});
