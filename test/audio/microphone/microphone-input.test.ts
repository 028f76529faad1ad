import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openMicrophoneInput} from '../../../source/audio/microphone/microphone-input.js';
import {captureProcessOf, childrenOf} from '../../helpers/child-processes.js';
import {captureOptions, clock} from '../../helpers/microphone.js';
import {
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../../helpers/virtual-microphone.js';

const obstacle = virtualMicrophoneObstacle();

describe.skipIf(obstacle)(`a microphone as an input${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	let virtual: VirtualMicrophone;
	beforeAll(async () => {
		virtual = await startVirtualMicrophone();
	});
	afterAll(async () => {
		await virtual[Symbol.asyncDispose]();
	});

	const openInput = async (signal = new AbortController().signal) =>
		openMicrophoneInput({
			...(await captureOptions(virtual.environment)),
			clock,
			onProblem() {},
			choice: {backend: 'naudiodon'},
			signal,
		});

	const captures = () => childrenOf(process.pid, 'capture-child');

	it('can be given up while it is being opened', async () => {
		const giveUp = new AbortController();
		const opening = openInput(giveUp.signal);
		await expect.poll(captures).toHaveLength(1);
		giveUp.abort();
		await expect(opening).rejects.toBe(giveUp.signal.reason);
		expect(captures()).toEqual([]);
	});

	it('says why it is lost until it is ended: that is no failure then', async () => {
		await using input = await openInput();
		process.kill(captureProcessOf(process.pid), 'SIGKILL');
		await expect.poll(() => input.state().phase).toBe('lost');
		expect(input.state().problem?.message).toContain('was ended by SIGKILL');
		input.stop();
		await input.recording;
		expect(input.state()).toMatchObject({phase: 'ended'});
		expect(input.state().problem).toBeUndefined();
	});

	it('says that there is no signal until it is ended', async () => {
		await using input = await openInput();
		await expect.poll(() => input.state().problem?.message, {timeout: 5000}).toContain('No signal from');
		input.stop();
		await input.recording;
		expect(input.state().problem).toBeUndefined();
	});

	it('listens to one device, the last that is asked for, however quickly they are chosen', async () => {
		await using input = await openInput();
		await Promise.all([input.reopen?.('headset'), input.reopen?.('desk'), input.reopen?.('headset')]);
		expect(input.state()).toMatchObject({title: 'headset-microphone', phase: 'listening'});
		await expect.poll(captures).toHaveLength(1);
	});

	it('is not on any more once it is ended, also while it is being opened again', async () => {
		await using input = await openInput();
		const opening = input.reopen?.('headset');
		input.stop();
		await input.recording;
		await opening;
		await expect.poll(captures).toEqual([]);
		expect(input.state().phase).toBe('ended');
	});

	it('leaves no process behind when it is disposed of while it is being opened again', async () => {
		const input = await openInput();
		const opening = input.reopen?.('headset');
		await input[Symbol.asyncDispose]();
		expect(captures()).toEqual([]);
		await opening;
		expect(captures()).toEqual([]);
	});
});
