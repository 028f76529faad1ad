import {cp, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {backendNames} from '../../../source/audio/microphone/capture-backend.js';
import {listDevices, surveyBackends} from '../../../source/audio/microphone/devices.js';
import {
	captureOptions,
	clock,
	listenTo,
	onBusyMachines,
	openTestMicrophone,
} from '../../helpers/microphone.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {
	backendsHere,
	silentEnvironment,
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../../helpers/virtual-microphone.js';

describe('on a machine without a sound device', () => {
	const quietMachine = async (): Promise<NodeJS.ProcessEnv> => {
		const folder = await temporaryFolder({'asound.conf': '', 'client.conf': 'autospawn = no\n'});
		onTestFinished(() => folder[Symbol.asyncDispose]());
		return silentEnvironment(folder.path);
	};

	it('opening a microphone fails with what still works', async () => {
		await expect(openTestMicrophone(await quietMachine())).rejects.toMatchObject({
			problem: {
				kind: 'device',
				message: expect.stringMatching(/^No microphone could be opened: naudiodon [^;]+\.$/),
				nextStep: expect.stringContaining('audio files and the sample work without one'),
			},
		});
	});

	it('there is nothing to list', async () => {
		const options = await captureOptions(await quietMachine());
		await expect(listDevices(options)).rejects.toMatchObject({
			problem: {kind: 'device', message: expect.stringMatching(/^There is no microphone here: naudiodon /)},
		});
	});

	it('every way to a microphone says why it is none, in the order of preference', async () => {
		const reports = await surveyBackends(await captureOptions(await quietMachine()));
		expect(reports.map(({backend}) => backend)).toEqual(backendNames);
		for (const {devices, refusal} of reports) {
			expect(devices).toEqual([]);
			expect(refusal).toMatch(/./);
		}
	});
});

const obstacle = virtualMicrophoneObstacle();

describe.skipIf(obstacle)(`a microphone in trouble${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	const virtualMicrophone = async (): Promise<VirtualMicrophone> => {
		const virtual = await startVirtualMicrophone();
		onTestFinished(() => virtual[Symbol.asyncDispose]());
		return virtual;
	};

	const withAlsa = async (configuration: string): Promise<NodeJS.ProcessEnv> => {
		const {environment} = await virtualMicrophone();
		await writeFile(environment['ALSA_CONFIG_PATH'] ?? '', configuration);
		return environment;
	};

	it('is opened by the next backend where PortAudio aborts the process, and says so', async () => {
		const {microphone} = await openTestMicrophone(await withAlsa(''));
		expect(microphone.current()).toMatchObject({
			backend: 'pvrecorder',
			why: 'naudiodon was ended by SIGABRT: using pvrecorder.',
		});
	});

	it('is offered by each way that works, and the one that does not says why', async () => {
		const reports = await surveyBackends(await captureOptions(await withAlsa('')));
		expect(reports[0]).toEqual({backend: 'naudiodon', devices: [], refusal: 'was ended by SIGABRT'});
		expect(reports.filter(({devices}) => devices.length > 0).map(({backend}) => backend)).toEqual(
			backendsHere.filter(name => name !== 'naudiodon'),
		);
	});

	it('is opened by a program of the system where no package is installed', async () => {
		const {environment} = await virtualMicrophone();
		const options = await captureOptions(environment);
		const folder = await temporaryFolder();
		onTestFinished(() => folder[Symbol.asyncDispose]());
		await cp(path.dirname(options.childScript), folder.path, {recursive: true});
		await writeFile(path.join(folder.path, 'package.json'), '{"type": "module"}');
		const {microphone} = await openTestMicrophone(environment, {
			childScript: path.join(folder.path, path.basename(options.childScript)),
		});
		expect(microphone.current()).toMatchObject({
			backend: 'arecord',
			why: expect.stringMatching(
				/^naudiodon could not be loaded \(Cannot find module 'naudiodon'\); pvrecorder could not be loaded \(.*\): using arecord\.$/,
			),
		});
	});

	it.each(backendsHere)(
		'that is taken away is missed by %s, and not replaced by another one without a word',
		async backend => {
			const virtual = await virtualMicrophone();
			const opening = {backend, device: 'headset-microphone', whenLost: 'wait'} as const;
			const {microphone, lost} = await openTestMicrophone(virtual.environment, opening);
			const other = await openTestMicrophone(virtual.environment, {backend});
			const listener = listenTo(microphone);
			await listener.hears(({length}) => length > 3);
			await virtual.takeAway('headset');
			const {problem} = await lost;
			// pvrecorder is told by its own library, sooner or later than by the sound server.
			expect(problem.message).toMatch(/^(?:The capture from )?headset-microphone (?:was unplugged|failed)/v);
			await expect(microphone.reopen()).rejects.toMatchObject({problem: {kind: 'bad-input'}});

			const stillThere = listenTo(other.microphone);
			await stillThere.hears(({length}) => length > 3);
			await virtual.plugIn();
			await microphone.reopen();
			const countBefore = listener.chunks.length;
			await listener.hears(({length}) => length > countBefore + 3);
		},
	);

	it.each(backendsHere)(
		'that is unplugged is missed by %s within two seconds, and goes on once it is back',
		onBusyMachines,
		async backend => {
			const virtual = await virtualMicrophone();
			const {microphone, lost} = await openTestMicrophone(virtual.environment, {backend, whenLost: 'wait'});
			const listener = listenTo(microphone);
			await listener.hears(({length}) => length > 3);
			await virtual.unplug();
			const unpluggedMs = clock.nowMs();
			const {problem, toldMs} = await lost;
			expect(toldMs - unpluggedMs).toBeLessThan(2000);
			expect(problem).toMatchObject({kind: 'device', nextStep: expect.stringContaining('is kept')});
			await expect(microphone.reopen()).rejects.toMatchObject({problem: {kind: 'device'}});

			await virtual.plugIn();
			const countBefore = listener.chunks.length;
			await microphone.reopen();
			await listener.hears(({length}) => length > countBefore + 3);
			const [last, next] = listener.chunks.slice(countBefore - 1);
			expect(next?.startSeconds).toBe(last?.endSeconds);
			expect((next?.capturedMs ?? 0) - (last?.capturedMs ?? 0)).toBeGreaterThan(toldMs - unpluggedMs);
		},
	);
});
