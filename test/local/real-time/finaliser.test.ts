import {describe, expect, it} from 'vitest';
import type {FinaliserInput} from '../../../source/local/real-time/finaliser.js';
import {mark, word} from '../../helpers/words.js';
import {at, end, finalsOf, inShort, it_, run, ship, silent} from './finaliser-runs.js';

describe('partials', () => {
	it('show what is not final yet, when that is news', () => {
		const outputs = run([at(0.9, [ship]), at(0.94, [ship]), at(1.1, [ship, it_])]);
		expect(outputs.map(output => output.map(inShort))).toEqual([
			['partial Ship 0–0.52'],
			[],
			['partial Ship it 0–0.68'],
		]);
	});

	it('are never sent when they are off, and start and stop in the middle', () => {
		const outputs = run(
			[
				at(0.9, [ship]),
				{type: 'configure', settings: {enablePartials: true}},
				at(0.94, [ship]),
				{type: 'configure', settings: {enablePartials: false}},
				at(1.1, [ship, it_]),
				end,
			],
			{enablePartials: false},
		);
		expect(outputs.map(output => output.map(inShort))).toEqual([
			[],
			[],
			['partial Ship 0–0.52'],
			[],
			[],
			['final Ship it 0–1.12'],
		]);
	});
});

describe('finals', () => {
	it('come with the maximum delay, each followed at once by a partial with the rest', () => {
		const outputs = run([
			at(0.9, [ship]),
			at(2.15, [ship, it_]),
			at(2.16, [ship, it_]),
			at(2.52, [ship, it_]),
		]);
		expect(outputs.slice(2).map(output => output.map(inShort))).toEqual([
			['final Ship 0–0.52', 'partial it 0.52–0.68'],
			['final it 0.52–0.68', 'partial 0.68–0.68'],
		]);
	});

	it('may hold a sentence mark alone', () => {
		const outputs = run([at(2.52, [ship, it_]), at(2.6, [ship, it_, mark('.', 0.68)])]);
		expect(outputs[1]?.map(inShort)).toEqual(['final . 0.68–0.68', 'partial 0.68–0.68']);
	});

	it('stay as they are, whatever is heard later', () => {
		const outputs = run([
			at(2.16, [ship, it_]),
			at(2.2, [word('Chip', 0.16, 0.56), word('it', 0.56, 0.68)]),
			at(2.24, [word('in', 0.3, 0.4), mark(',', 0.4), it_]),
			end,
		]);
		expect(finalsOf(outputs).flatMap(({words}) => words.map(({text}) => text))).toEqual(['Ship', 'it']);
	});

	it('come sooner once the maximum delay is shorter', () => {
		const shorter: FinaliserInput = {type: 'configure', settings: {maxDelaySeconds: 0.7}};
		const outputs = run([at(1.4, [ship]), shorter, at(1.44, [ship])], {maxDelaySeconds: 4});
		expect(outputs.map(output => finalsOf([output]).length)).toEqual([0, 0, 1]);
	});

	it('keep the words of settled hypotheses, which later ones no longer hold', () => {
		const outputs = run([at(0.9, [ship], {isSettled: true}), at(1.1, [it_]), end]);
		expect(outputs.flat().map(inShort)).toEqual([
			'partial Ship 0–0.52',
			'partial Ship it 0–0.68',
			'final Ship it 0–1.12',
			'partial 1.12–1.12',
		]);
	});

	it('are on the time grid', () => {
		const outputs = run([at(1, [word('Ship', 0.213, 0.533)]), end]);
		expect(outputs[1]?.map(inShort)).toEqual(['final Ship 0–1', 'partial 1–1']);
		expect(finalsOf(outputs)[0]?.words[0]).toMatchObject({startSeconds: 0.2, endSeconds: 0.52});
	});

	it('come at the end for all that is left, and not where there was no audio', () => {
		expect(run([end]).flat()).toEqual([]);
		expect(
			run([at(1, [], {silenceSeconds: 0}), end])
				.flat()
				.map(inShort),
		).toEqual(['final 0–1', 'partial 1–1']);
	});
});

describe('silence', () => {
	it('makes an empty final and an empty partial every 0.36 s', () => {
		const seconds = Array.from({length: 50}, (_, index) => (index + 1) / 10);
		const outputs = run(seconds.map(second => silent(second, [], 0)));
		const finals = finalsOf(outputs);
		expect(finals.length).toBe(12); // From 0.72 to 4.68.
		expect(finals.every(({words}) => words.length === 0)).toBe(true);
		expect(outputs.flat().filter(({type}) => type === 'partial').length).toBe(12);
	});

	it('makes none while somebody speaks whose words have not shown yet', () => {
		expect(run([at(1, [], {silenceSeconds: 0}), at(2, [], {silenceSeconds: 0.4})]).flat()).toEqual([]);
	});
});
