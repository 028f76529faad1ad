import {access} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {runDuet} from '../helpers/duet.js';
import {processesWith} from '../helpers/left-behind.js';
import {machineWithMicrophones, silentMachine} from '../helpers/silent-machine.js';
import {virtualMicrophoneObstacle} from '../helpers/virtual-microphone.js';

describe('duet devices on a machine without sound', () => {
	it.each([
		['devices', /^$/],
		['devices --json', /^\{/],
	])(
		'duet %s says what works all the same, and nothing of what the sound libraries print',
		async (line, printed) => {
			const {folder, environment} = await silentMachine();
			const {stdout, stderr, exitCode} = await runDuet(line.split(' '), {environment});
			expect(stdout).toMatch(printed);
			const [problem, nextStep, ...others] = stderr.trimEnd().split('\n');
			const log = path.join(folder, 'duet', 'capture.log');
			expect(problem).toMatch(/^error: There is no microphone here: naudiodon [^;]+\.$/);
			expect(nextStep).toContain('audio files and the sample work without one');
			expect(nextStep).toContain(log);
			expect(others).toEqual([]);
			expect(exitCode).toBe(1);
			await expect(access(log)).resolves.toBeUndefined();
			await expect.poll(() => processesWith(folder)).toEqual([]); // What was its child ends as soon as it is gone.
		},
	);

	it('gives a program the same object as elsewhere, without devices and with the reason', async () => {
		const {environment} = await silentMachine();
		const {stdout, exitCode} = await runDuet(['devices', '--json'], {environment});
		expect(JSON.parse(stdout)).toEqual({
			version: 1,
			devices: [],
			error: {
				kind: 'device',
				message: expect.stringMatching(/^There is no microphone here: naudiodon /),
				nextStep: expect.stringContaining('audio files and the sample work without one'),
			},
		});
		expect(exitCode).toBe(1);
	});
});

const obstacle = virtualMicrophoneObstacle();

describe.skipIf(obstacle)(
	`duet devices with two microphones${obstacle ? ` (left out: ${obstacle})` : ''}`,
	() => {
		const run = async (...arguments_: readonly string[]) =>
			runDuet(['devices', ...arguments_], {environment: await machineWithMicrophones()});

		it('lists them in columns, the default marked, and says beside the list who named them', async () => {
			const {stdout, stderr, exitCode} = await run();
			const [headings, desk, headset] = stdout.split('\n');
			expect(headings).toMatch(/^Name +Channels +Rate +Id$/);
			expect(desk).toMatch(/^desk-microphone +default +1 +16 kHz +desk$/);
			expect(headset).toMatch(/^headset-microphone +1 +16 kHz +headset$/);
			expect(stderr).toMatch(/^\nNamed by naudiodon, /);
			expect(exitCode).toBe(0);
		});

		it('gives a program one object', async () => {
			const {stdout, stderr, exitCode} = await run('--json');
			const {version, backend, devices} = JSON.parse(stdout);
			expect({version, backend}).toEqual({version: 1, backend: 'naudiodon'});
			expect(devices).toContainEqual({
				id: 'desk',
				name: 'desk-microphone',
				isDefault: true,
				channelCount: 1,
				sampleRateHz: 16_000,
			});
			expect(devices.filter(({isDefault}: {isDefault: boolean}) => isDefault)).toHaveLength(1);
			expect(stderr).toBe('');
			expect(exitCode).toBe(0);
		});
	},
);
