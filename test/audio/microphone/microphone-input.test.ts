import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it, onTestFinished, vi} from 'vitest';
import type {LiveInput} from '../../../source/audio/live-input.js';
import {openMicrophoneInput} from '../../../source/audio/microphone/microphone-input.js';
import {captureProcessOf, childrenOf} from '../../helpers/child-processes.js';
import {captureOptions, clock} from '../../helpers/microphone.js';
import {likeness, pieceOfSpeech, soundIn} from '../../helpers/speech.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../../helpers/virtual-microphone.js';

const obstacle = virtualMicrophoneObstacle();

describe.skipIf(obstacle)(`a microphone as live input${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	let virtual: VirtualMicrophone;
	let speech: Awaited<ReturnType<typeof pieceOfSpeech>>;

	beforeAll(async () => {
		virtual = await startVirtualMicrophone();
		speech = await pieceOfSpeech(1, 2);
	});

	afterAll(async () => {
		await virtual[Symbol.asyncDispose]();
		await speech[Symbol.asyncDispose]();
	});

	const openInput = async (
		signal = new AbortController().signal,
	): Promise<LiveInput & {readonly recordingPath: string}> => {
		const folder = await temporaryFolder();
		const recordingPath = path.join(folder.path, 'speech.wav');
		const input = await openMicrophoneInput({
			...(await captureOptions(virtual.environment)),
			choice: {},
			signal,
			clock,
			recordingPath,
			onProblem(problem) {
				throw new Error(problem.message);
			},
		});
		onTestFinished(async () => {
			await input[Symbol.asyncDispose]();
			await folder[Symbol.asyncDispose]();
		});
		input.leave();
		return {...input, recordingPath};
	};

	const phaseOf = (input: LiveInput, phase: string) =>
		vi.waitFor(() => expect(input.state().phase).toBe(phase), {timeout: 15_000, interval: 20});

	/**
	Until so much was recorded.
	*/
	const hasRecorded = (input: LiveInput, seconds: number) =>
		vi.waitFor(() => expect(input.state().recordedSeconds).toBeGreaterThan(seconds), {
			timeout: 20_000,
			interval: 20,
		});

	it('records nothing before the first sound, and says after two seconds that there is none', async () => {
		const input = await openInput();
		expect(input.state()).toMatchObject({
			phase: 'listening',
			title: 'desk-microphone',
			backend: 'naudiodon',
			recordedSeconds: 0,
		});
		await vi.waitFor(() => expect(input.state().problem?.message).toContain('No signal'), {timeout: 15_000});
		expect(input.state()).toMatchObject({phase: 'listening', recordedSeconds: 0});
		input.stop();
		expect(await input.recording).toBeUndefined();
		expect(input.state().problem).toBeUndefined(); // It is not needed any more.
	});

	it('records all of the speech, and has the recording when it is stopped', async () => {
		const input = await openInput();
		await virtual.play(speech.path);
		await hasRecorded(input, 2.7); // The onset, the speech, and some silence.
		expect(input.state()).toMatchObject({phase: 'on', droppedFrames: 0});
		input.stop();
		const recording = await input.recording;
		const file = await readFile(input.recordingPath);
		const heard = soundIn(new Int16Array(new Uint8Array(file.subarray(44)).buffer));
		const played = soundIn(speech.samples);
		expect(likeness(heard, played)).toBeGreaterThan(0.99);
		expect(Math.abs(heard.length / played.length - 1)).toBeLessThan(0.01);
		expect(recording).toMatchObject({path: input.recordingPath, byteCount: file.length});
		expect(input.state().phase).toBe('ended');
	});

	it('that is lost says so and why, keeps what it has, and goes on with another device', async () => {
		const input = await openInput();
		await virtual.play(speech.path);
		await hasRecorded(input, 2);
		process.kill(captureProcessOf(process.pid), 'SIGKILL');
		await phaseOf(input, 'lost');
		expect(input.state().problem?.message).toContain('was ended by SIGKILL');
		const {recordedSeconds} = input.state();
		expect(await input.reopen?.('no such device')).toMatchObject({
			message: 'There is no input device “no such device”.',
		});
		expect(input.state().phase).toBe('lost');
		expect(await input.reopen?.('headset')).toBeUndefined();
		expect(input.state()).toMatchObject({phase: 'on', title: 'headset-microphone'});
		expect(input.state().problem).toBeUndefined();
		await hasRecorded(input, recordedSeconds + 0.5);
		input.stop();
		const recording = await input.recording;
		expect(recording?.seconds).toBeGreaterThan(recordedSeconds + 0.5);
	});

	it('goes on with the device before where another one cannot be had', async () => {
		const input = await openInput();
		await virtual.play(speech.path);
		await hasRecorded(input, 2);
		const {recordedSeconds} = input.state();
		expect(await input.reopen?.('no such device')).toMatchObject({
			message: 'There is no input device “no such device”.',
			nextStep: expect.stringMatching(/^desk-microphone is on again\. /v),
		});
		expect(input.state()).toMatchObject({phase: 'on', title: 'desk-microphone'});
		expect(input.state().problem).toBeUndefined();
		await hasRecorded(input, recordedSeconds + 0.5);
	});

	it('opens the device before again where another one could not be had in the place of a lost one', async () => {
		const input = await openInput();
		process.kill(captureProcessOf(process.pid), 'SIGKILL');
		await phaseOf(input, 'lost');
		await input.reopen?.('no such device');
		expect(await input.reopen?.()).toBeUndefined();
		expect(input.state()).toMatchObject({phase: 'listening', title: 'desk-microphone'});
	});

	it('does not begin with a sound that was made in a pause', async () => {
		const input = await openInput();
		input.pause();
		await virtual.play(speech.path);
		await expect.poll(() => input.loudness().peakDb).toBe(Number.NEGATIVE_INFINITY); // The end of it has come.
		input.resume();
		await vi.waitFor(() => expect(input.state().problem?.message).toContain('No signal'), {timeout: 15_000});
		expect(input.state()).toMatchObject({phase: 'listening', recordedSeconds: 0});
	});

	it('can be given up while it is being opened', async () => {
		const giveUp = new AbortController();
		const opening = openInput(giveUp.signal);
		await vi.waitFor(() => expect(captures()).toHaveLength(1), {timeout: 15_000});
		giveUp.abort();
		await expect(opening).rejects.toBe(giveUp.signal.reason);
		expect(captures()).toEqual([]);
	});

	it('says why it is lost until it is ended: that is no failure then', async () => {
		const input = await openInput();
		process.kill(captureProcessOf(process.pid), 'SIGKILL');
		await phaseOf(input, 'lost');
		input.stop();
		await input.recording;
		expect(input.state().phase).toBe('ended');
		expect(input.state().problem).toBeUndefined();
	});

	it('listens to one device, the last that is asked for, however quickly they are chosen', async () => {
		const input = await openInput();
		await Promise.all([input.reopen?.('headset'), input.reopen?.('desk'), input.reopen?.('headset')]);
		expect(input.state()).toMatchObject({title: 'headset-microphone', phase: 'listening'});
		expect(captures()).toHaveLength(1);
	});

	it('is not on any more once it is ended, also while it is being opened again', async () => {
		const input = await openInput();
		const opening = input.reopen?.('headset');
		input.stop();
		await input.recording;
		await opening;
		await vi.waitFor(() => expect(captures()).toEqual([]), {timeout: 15_000});
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

/**
The capture processes that this process has started and that still run.
*/
const captures = () => childrenOf(process.pid, 'capture-child');
