import process from 'node:process';
import {setImmediate} from 'node:timers/promises';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {LiveInput} from '../../source/audio/live-input.js';
import {followLiveInput} from '../../source/commands/follow-live-input.js';
import type {LiveInputState} from '../../source/core/live-input.js';
import type {Problem} from '../../source/core/problem.js';
import type {Output} from '../../source/terminal/output.js';

const {stdin} = process;
const ownMeans = {isTTY: stdin.isTTY, setRawMode: stdin.setRawMode};

beforeEach(() => {
	Object.assign(stdin, {isTTY: true, setRawMode: () => stdin});
});

afterEach(() => {
	Object.assign(stdin, ownMeans);
});

const unplugged: Problem = {kind: 'device', message: 'It is unplugged.', nextStep: 'Plug it in.'};

/**
What is said where `o` is pressed at a lost microphone.

@param phase - The microphone's, once it was tried.
@param problem - Why it cannot be opened.
*/
const saidAfterOpening = async (phase: LiveInputState['phase'], problem?: Problem) => {
	let now: LiveInputState['phase'] = 'lost';
	const opened = Promise.withResolvers<Problem | undefined>();
	const live = {
		state: () => ({title: 'headset', backend: 'naudiodon', phase: now, recordedSeconds: 1}),
		reopen: () => opened.promise,
	} as unknown as LiveInput;
	const notes: string[] = [];
	using _care = followLiveInput(live, {note: text => void notes.push(text)} as Partial<Output> as Output);
	stdin.emit('data', Buffer.from('o'));
	now = phase;
	opened.resolve(problem);
	await setImmediate(); // Those who wait for it have heard.
	return notes;
};

describe('a lost microphone that is to be opened again', () => {
	it.each(['on', 'paused', 'listening'] as const)('is listened to again where it is %s', async phase => {
		expect(await saidAfterOpening(phase)).toEqual(['Listening again, to headset (naudiodon).']);
	});

	it.each(['ended', 'lost', 'opening'] as const)(
		'is not listened to where it is %s, because that was given up',
		async phase => {
			expect(await saidAfterOpening(phase)).toEqual([]);
		},
	);

	it('has said why that cannot be', async () => {
		expect(await saidAfterOpening('lost', unplugged)).toEqual(['It is unplugged. Plug it in.']);
	});
});
