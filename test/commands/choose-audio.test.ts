import {describe, expect, it} from 'vitest';
import {filesOf, liveAudio, recordedOrLiveAudio} from '../../source/commands/choose-audio.js';
import type {OptionValues} from '../../source/commands/options.js';
import {resolveOptions} from '../../source/commands/resolve-options.js';
import {ProblemError} from '../../source/core/problem.js';

const valuesWith = (values: Partial<OptionValues> = {}): OptionValues => ({
	...resolveOptions([]).values,
	...values,
});

describe('duet live', () => {
	it.each([
		['without a name listens to the usual microphone', undefined, {}, {type: 'microphone'}],
		[
			'listens to the microphone that the options name',
			undefined,
			{device: 'Yeti'},
			{type: 'microphone', device: 'Yeti'},
		],
		['takes - for a pipe', '-', {}, {type: 'pipe'}],
		['takes - for a pipe whatever the microphone', '-', {device: 'Yeti'}, {type: 'pipe'}],
		['takes every other name for a file', 'a.wav', {device: 'Yeti'}, {type: 'file', path: 'a.wav'}],
		['finds a file of that name by its path', './-', {}, {type: 'file', path: './-'}],
	] as const)('%s', (_, input, values, choice) => {
		expect(liveAudio(input, valuesWith(values))).toEqual(choice);
	});
});

describe('duet compare', () => {
	it.each([
		['without a name takes the sample', undefined, {}, {type: 'file', path: 'sample.wav'}],
		[
			'takes the sample also where the settings name a microphone',
			undefined,
			{device: 'Yeti'},
			{type: 'file', path: 'sample.wav'},
		],
		['takes a file', 'a.wav', {}, {type: 'file', path: 'a.wav'}],
		['takes a pipe', '-', {}, {type: 'pipe'}],
		['listens with --live', undefined, {live: true}, {type: 'microphone'}],
		[
			'listens with --live to the microphone that the options name',
			undefined,
			{live: true, device: 'Yeti'},
			{type: 'microphone', device: 'Yeti'},
		],
	] as const)('%s', (_, input, values, choice) => {
		expect(recordedOrLiveAudio(input, valuesWith(values), 'sample.wav')).toEqual(choice);
	});

	it.each(['a.wav', '-'])('says that --live and %s exclude each other, and how a pipe is read', input => {
		const choose = () => recordedOrLiveAudio(input, valuesWith({live: true}), 'sample.wav');
		expect(choose).toThrow(ProblemError);
		expect(choose).toThrow(
			expect.objectContaining({
				problem: {
					kind: 'bad-input',
					message: `--live listens to the microphone, and ${input} is not one.`,
					nextStep: expect.stringContaining('duet compare -'),
				},
			}),
		);
	});
});

it('only a file could be overwritten by a result', () => {
	expect(filesOf({type: 'file', path: 'a.wav'})).toEqual(['a.wav']);
	expect(filesOf({type: 'pipe'})).toEqual([]);
	expect(filesOf({type: 'microphone', device: 'a.wav'})).toEqual([]);
});
