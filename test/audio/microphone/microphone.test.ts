import {readdir} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {listDevices} from '../../../source/audio/microphone/devices.js';
import type {AudioChunk} from '../../../source/core/audio-source.js';
import {ProblemError} from '../../../source/core/problem.js';
import {
	captureOptions,
	clock,
	listenTo,
	onBusyMachines,
	openTestMicrophone,
} from '../../helpers/microphone.js';
import {likeness, pieceOfSpeech, soundIn} from '../../helpers/speech.js';
import {
	backendsHere,
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../../helpers/virtual-microphone.js';

const obstacle = virtualMicrophoneObstacle();

describe.skipIf(obstacle)(`a microphone${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	let virtual: VirtualMicrophone;
	let speech: Awaited<ReturnType<typeof pieceOfSpeech>>;
	let otherSpeech: Awaited<ReturnType<typeof pieceOfSpeech>>;

	beforeAll(async () => {
		virtual = await startVirtualMicrophone();
		speech = await pieceOfSpeech(1, 2);
		otherSpeech = await pieceOfSpeech(5, 2);
	});

	afterAll(async () => {
		await virtual[Symbol.asyncDispose]();
		await speech[Symbol.asyncDispose]();
		await otherSpeech[Symbol.asyncDispose]();
	});

	/**
	Speech was heard, and then half a second of silence.
	*/
	const isOver = (chunks: readonly AudioChunk[]): boolean => {
		const lastLoud = chunks.findLastIndex(({bytes}) => bytes.some(byte => byte !== 0));
		return lastLoud >= 0 && chunks.length - lastLoud > 16;
	};

	it('hears what is played by every way there is: the same samples, as many', async () => {
		const opened = await Promise.all(
			backendsHere.map(backend => openTestMicrophone(virtual.environment, {backend})),
		);
		const listeners = opened.map(({microphone}) => listenTo(microphone));
		await virtual.play(speech.path);
		await Promise.all(listeners.map(listener => listener.hears(isOver)));
		const played = soundIn(speech.samples);
		const findings = opened.map(({microphone}, index) => {
			const {backend, input} = microphone.current();
			const heard = soundIn(listeners[index]?.samples() ?? new Int16Array());
			return {
				backend,
				title: input.title,
				isAsLong: Math.abs(heard.length / played.length - 1) < 0.01,
				isAlike: likeness(heard, played) > 0.99,
				droppedFrames: microphone.droppedFrames(),
			};
		});
		expect(findings).toEqual(
			backendsHere.map(backend => ({
				backend,
				title: 'desk-microphone',
				isAsLong: true,
				isAlike: true,
				droppedFrames: 0,
			})),
		);
	});

	it('uses naudiodon where it can, and has nothing to explain then', async () => {
		const {microphone} = await openTestMicrophone(virtual.environment);
		const {backend, why} = microphone.current();
		expect({backend, why}).toEqual({backend: 'naudiodon', why: undefined});
	});

	it('gives chunks of 32 ms without a gap, captured one after another and before they are here', async () => {
		const {microphone} = await openTestMicrophone(virtual.environment);
		const startMs = clock.nowMs();
		const listener = listenTo(microphone);
		await listener.hears(({length}) => length === 30);
		const nowMs = clock.nowMs();
		await listener.stop();
		const chunks = listener.chunks.slice(0, 30);
		const frames = chunks.map((_, index) => index * 512);
		expect(chunks.map(({startSeconds}) => startSeconds * 16_000)).toEqual(frames);
		expect(chunks.map(({endSeconds}) => endSeconds * 16_000)).toEqual(frames.map(start => start + 512));
		const times = chunks.map(({capturedMs}) => capturedMs);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(times[0]).toBeGreaterThan(startMs - 100);
		expect(times.at(-1)).toBeLessThanOrEqual(nowMs);
	});

	it('never says that a chunk was captured before the one before it, also where the process stops now and then', async () => {
		let readings = 0;
		const stopping = {
			nowMs() {
				readings += 1;
				const untilMs = clock.nowMs() + (readings % 2 === 0 ? 50 : 0);
				while (clock.nowMs() < untilMs); // Whatever clock was read before is behind now.
				return clock.nowMs();
			},
		};
		const {microphone} = await openTestMicrophone(virtual.environment, {clock: stopping});
		const listener = listenTo(microphone);
		await listener.hears(({length}) => length === 30);
		const times = listener.chunks.map(({capturedMs}) => capturedMs);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});

	it.each(['headset-microphone', 'headset', 'SET-MIC'])('finds the second one as %s', async device => {
		const {microphone} = await openTestMicrophone(virtual.environment, {device});
		expect(microphone.current().input.title).toBe('headset-microphone');
	});

	it('hears only the second one then', async () => {
		const {microphone} = await openTestMicrophone(virtual.environment, {device: 'headset'});
		const listener = listenTo(microphone);
		await Promise.all([virtual.play(otherSpeech.path, 'desk'), virtual.play(speech.path, 'headset')]);
		await listener.hears(isOver);
		expect(likeness(soundIn(listener.samples()), soundIn(speech.samples))).toBeGreaterThan(0.99);
	});

	it('lists them, the default marked, monitors of speakers last', async () => {
		const {backend, devices} = await listDevices(await captureOptions(virtual.environment));
		expect(backend).toBe('naudiodon');
		expect(devices).toEqual([
			{id: 'desk', name: 'desk-microphone', isDefault: true, channelCount: 1, sampleRateHz: 16_000},
			{id: 'headset', name: 'headset-microphone', isDefault: false, channelCount: 1, sampleRateHz: 16_000},
			expect.objectContaining({id: 'desk-speaker.monitor'}),
			expect.objectContaining({id: 'headset-speaker.monitor'}),
		]);
	});

	it('says which devices there are when there is none of that name', async () => {
		const opening = openTestMicrophone(virtual.environment, {device: 'Yeti'});
		await expect(opening).rejects.toMatchObject({
			problem: {
				kind: 'bad-input',
				message: 'There is no input device “Yeti”.',
				nextStep: expect.stringContaining('desk-microphone (desk)'),
			},
		});
	});

	it.each([
		['SIGKILL', 'was ended by SIGKILL'],
		['SIGSEGV', 'was ended by SIGSEGV'],
		['SIGSTOP', 'does not answer'],
	] as const)(
		'says within two seconds of a %s that the capture process %s',
		onBusyMachines,
		async (signal, sentence) => {
			const {microphone, lost, logFile} = await openTestMicrophone(virtual.environment, {
				backend: 'naudiodon',
			});
			const listener = listenTo(microphone);
			await listener.hears(({length}) => length > 3);
			const sentMs = clock.nowMs();
			process.kill(pidOf(microphone), signal);
			const {problem, toldMs} = await lost;
			expect(problem).toMatchObject({kind: 'device', message: expect.stringContaining(sentence)});
			expect(toldMs - sentMs).toBeLessThan(2000);
			expect(await listener.ended).toEqual(new ProblemError(problem));
			expect(await readdir(path.dirname(logFile))).toEqual(['native.log']); // No crash.log.
		},
	);

	it('that is lost can be opened again, and who reads it goes on where the audio stopped', async () => {
		const {microphone, lost} = await openTestMicrophone(virtual.environment, {whenLost: 'wait'});
		const listener = listenTo(microphone);
		await listener.hears(({length}) => length > 3);
		process.kill(pidOf(microphone), 'SIGKILL');
		await lost;
		const countBefore = listener.chunks.length;
		const reopenedMs = clock.nowMs();
		await microphone.reopen({device: 'headset'});
		await listener.hears(({length}) => length > countBefore + 3);
		expect(microphone.current().input.title).toBe('headset-microphone');
		const [last, next] = listener.chunks.slice(countBefore - 1);
		expect(next?.startSeconds).toBe(last?.endSeconds);
		expect(next?.capturedMs).toBeGreaterThan(reopenedMs);
	});

	it(
		'is given back within a second of closing, even where its process is stopped',
		onBusyMachines,
		async () => {
			const {microphone} = await openTestMicrophone(virtual.environment);
			const listener = listenTo(microphone);
			const pid = pidOf(microphone);
			process.kill(pid, 'SIGSTOP');
			const startMs = clock.nowMs();
			await microphone.close();
			expect(clock.nowMs() - startMs).toBeLessThan(1000);
			expect(await listener.ended).toBeUndefined();
			expect(() => process.kill(pid, 0)).toThrow('ESRCH'); // Neither running nor a zombie.
		},
	);
});

const pidOf = (microphone: Awaited<ReturnType<typeof openTestMicrophone>>['microphone']): number => {
	const {pid} = microphone.current();
	if (pid === undefined) {
		throw new Error('The capture process has no id.');
	}

	return pid;
};
