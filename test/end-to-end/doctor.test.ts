import {mkdir, readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {backendNames} from '../../source/audio/microphone/capture-backend.js';
import {runDuet} from '../helpers/duet.js';
import {processesWith} from '../helpers/left-behind.js';
import {startServer} from '../helpers/serve.js';
import {machineWithMicrophones, silentMachine} from '../helpers/silent-machine.js';
import {startInTerminal} from '../helpers/terminal.js';
import {virtualMicrophoneObstacle} from '../helpers/virtual-microphone.js';

type JsonCheck = {
	readonly id: string;
	readonly title: string;
	readonly status: string;
	readonly says: readonly string[];
	readonly nextStep?: string;
};
type JsonSetting = {readonly name: string; readonly value: unknown; readonly origin: string};

const read = (stdout: string) => {
	const {version, checks, settings} = JSON.parse(stdout) as {
		version: number;
		checks: readonly JsonCheck[];
		settings: readonly JsonSetting[];
	};
	return {
		version,
		ids: checks.map(({id}) => id),
		check: (id: string) => checks.find(check => check.id === id),
		setting: (name: string) => settings.find(setting => setting.name === name),
	};
};

describe('duet doctor on a machine without sound, without a key and without a network', () => {
	it('says in text what works, with a sign and a word for each, and is silent otherwise', async () => {
		const {folder, environment} = await silentMachine();
		const {stdout, stderr, exitCode} = await runDuet(['doctor'], {environment, cwd: folder});
		for (const title of ['Node.js', 'Terminal', 'Engine', 'Local server', 'Clock', 'Settings']) {
			expect(stdout).toMatch(new RegExp(`^✓ good +${title} {2}`, 'm'));
		}

		expect(stdout).toMatch(
			/^▲ warning {2}Microphone {4}There is no microphone here; audio files and the sample/m,
		);
		expect(stdout).toMatch(/^▲ warning {2}API key/m);
		expect(stdout).toMatch(/^region +eu +default$/m);
		expect(stdout).toMatch(/^\d good, \d warnings, 0 bad\.$/m);
		expect(stdout.split('\n').filter(line => line.length > 100)).toEqual([]);
		expect(stdout).not.toContain('\u{1B}');
		expect(stderr).toBe('');
		expect(exitCode).toBe(0);
		await expect.poll(() => processesWith(folder)).toEqual([]); // What was its child ends as soon as it is gone.
	});

	it('gives a program one object, with why each way to a microphone is none', async () => {
		const {folder, environment} = await silentMachine();
		const {stdout, stderr, exitCode} = await runDuet(['doctor', '--json'], {environment, cwd: folder});
		const {version, ids, check, setting} = read(stdout);
		expect(version).toBe(1);
		expect(ids).toEqual([
			'node',
			'terminal',
			'microphone',
			'api-key',
			'engine',
			'local-server',
			'recognisers',
			'clock',
			'settings',
			'storage',
		]);
		const microphone = check('microphone');
		expect(microphone?.status).toBe('warning');
		expect(microphone?.says.slice(1)).toEqual([
			...backendNames.map(name => expect.stringMatching(new RegExp(`^${name}: .`))),
			`log: ${path.join(folder, 'duet', 'capture.log')}`,
		]);
		expect(setting('engine')).toEqual({name: 'engine', value: null, origin: 'default'});
		expect(stderr).toBe('');
		expect(exitCode).toBe(0);
	});
});

describe('duet doctor with a server', () => {
	it('tells whether the key is accepted, and never shows it', async () => {
		const {apiKey, batchUrl, realTimeUrl, stop} = await startServer('--recogniser', 'replay');
		onTestFinished(async () => {
			await stop();
		});
		const {environment} = await silentMachine();
		const addresses = ['--batch-url', batchUrl, '--rt-url', realTimeUrl];
		const wrongKey = 'thisKeyIsWrongAndSecret1234567wxyz';
		const run = async (key: string, ...arguments_: readonly string[]) => {
			const result = await runDuet(['doctor', ...addresses, ...arguments_], {
				environment: {...environment, SPEECHMATICS_API_KEY: key},
			});
			expect(result.stdout + result.stderr).not.toContain(key);
			return result;
		};

		const good = await run(apiKey, '--json');
		const {check, setting} = read(good.stdout);
		expect(good.exitCode).toBe(0);
		expect(check('engine')).toMatchObject({
			status: 'good',
			says: expect.arrayContaining([
				expect.stringMatching(/^batch: 127\.0\.0\.1:\d+ · connects and answers in \d+ ms · key accepted$/),
			]),
		});
		expect(check('clock')?.says[0]).toContain('within 1 s of 127.0.0.1');
		expect(setting('api-key')).toEqual({
			name: 'api-key',
			value: `…${apiKey.slice(-4)}`,
			origin: 'environment: SPEECHMATICS_API_KEY',
		});
		expect(setting('batch-url')).toEqual({name: 'batch-url', value: batchUrl, origin: 'flag'});

		const bad = await run(wrongKey);
		expect(bad.exitCode).toBe(1);
		expect(bad.stdout).toMatch(/^✗ bad +Engine/m);
		expect(bad.stdout).toMatch(/API key ending in\s+wxyz/);
		expect(bad.stdout).toContain('portal.speechmatics.com');
	});
});

describe('duet doctor where the settings are what ails', () => {
	const settingsAre = async (text: string) => {
		const {folder, environment} = await silentMachine();
		await mkdir(path.join(folder, 'duet'));
		await writeFile(path.join(folder, 'duet', 'settings.json'), text);
		return environment;
	};

	it.each([
		['{oops', /settings\.json cannot be used: it is not JSON/],
		['{"langauge": "de"}', /There is no setting “langauge” here\. Did you mean setting “language”\?/],
		['{"region": "mars"}', /“region” in the settings file cannot be “mars”\. It takes eu/],
	])('says so, where every other command refuses to run (%s)', async (text, says) => {
		const environment = await settingsAre(text);
		const {stdout, exitCode} = await runDuet(['doctor', '--json'], {environment});
		expect(read(stdout).check('settings')).toMatchObject({
			status: 'bad',
			says: expect.arrayContaining([expect.stringMatching(says)]),
		});
		expect(exitCode).toBe(1);
		expect((await runDuet(['devices'], {environment})).exitCode).toBe(2);
	});

	it('says where a key is that is none, without showing it', async () => {
		const environment = await settingsAre('{"api-key": "two words", "language": "de"}');
		const {stdout, exitCode} = await runDuet(['doctor', '--json'], {environment});
		const {check, setting} = read(stdout);
		expect(check('api-key')).toMatchObject({
			status: 'bad',
			says: [expect.stringContaining('“api-key” in the settings file is not a key')],
		});
		expect(setting('language')).toMatchObject({value: 'de', origin: 'settings file'});
		expect(stdout).not.toContain('two words');
		expect(exitCode).toBe(1);
	});

	it('refuses a flag that is wrong, as every command', async () => {
		const {stderr, exitCode} = await runDuet(['doctor', '--region', 'mars']);
		expect(stderr).toMatch(/^error: --region cannot be “mars”/);
		expect(exitCode).toBe(2);
	});
});

describe('duet doctor in a terminal', () => {
	it('keeps to its width, takes away what it drew, and says what the app would make of it', async () => {
		const {environment} = await silentMachine();
		const terminal = startInTerminal(['doctor'], 80, 200, stringsOf(environment));
		const {exitCode} = await terminal.exited;
		const lines = await terminal.screen.lines();
		expect(exitCode).toBe(0);
		expect(lines[0]).toMatch(/^✓ good +Node\.js +\d/);
		expect(lines.join('\n')).toContain('the panes stand above\n                         each other.');
		expect(lines.filter(line => line.startsWith('Looking at'))).toEqual([]);
		expect((await terminal.screen.unwrappedLines()).filter(line => line.length > 80)).toEqual([]);
		expect(lines.findLast(line => line !== '')).toMatch(/0 bad\.$/);
	});

	it('leaves at Ctrl-C, and leaves nothing behind', async () => {
		const {folder, environment} = await silentMachine();
		const terminal = startInTerminal(['doctor'], 80, 45, stringsOf(environment));
		await terminal.waitFor(/Looking at/);
		terminal.press('\u{3}');
		expect((await terminal.exited).exitCode).toBe(130);
		await expect.poll(() => processesWith(folder)).toEqual([]); // What was its child ends as soon as it is gone.
		expect((await readdir(folder)).filter(name => name.startsWith('duet-'))).toEqual([]);
	});
});

const stringsOf = (environment: Readonly<Record<string, string | undefined>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);

const obstacle = virtualMicrophoneObstacle();

describe.skipIf(obstacle)(
	`duet doctor with a microphone${obstacle ? ` (left out: ${obstacle})` : ''}`,
	() => {
		const look = async (...arguments_: readonly string[]) =>
			runDuet(['doctor', '--json', ...arguments_], {environment: await machineWithMicrophones()});

		it('says whether there is the one that is wanted, and which there are', async () => {
			const right = await look('--device', 'headset');
			expect(read(right.stdout).check('microphone')).toMatchObject({
				status: 'good',
				says: expect.arrayContaining(['device: headset-microphone']),
			});
			const wrong = await look('--device', 'Yeti');
			expect(read(wrong.stdout).check('microphone')).toMatchObject({
				status: 'bad',
				says: expect.arrayContaining(['device: There is no input device “Yeti”.']),
				nextStep: expect.stringContaining('desk-microphone (desk)'),
			});
			expect(wrong.exitCode).toBe(1);
		});

		it('says which way to it is used, how many inputs there are and which is the default', async () => {
			const {stdout} = await look();
			expect(read(stdout).check('microphone')).toMatchObject({
				status: 'good',
				says: expect.arrayContaining([
					'naudiodon is used: 4 inputs, the default is desk-microphone.',
					'naudiodon: offers 4 inputs and is used',
					'pvrecorder: offers 4 inputs, if those before it fail',
				]),
			});
		});
	},
);
