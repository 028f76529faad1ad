import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {runDuet} from '../helpers/duet.js';
import {processesWith} from '../helpers/left-behind.js';
import {startServer} from '../helpers/serve.js';
import {silentMachine} from '../helpers/silent-machine.js';

type Report = {
	readonly version: number;
	readonly checks: ReadonlyArray<{
		readonly id: string;
		readonly status: string;
		readonly says: readonly string[];
	}>;
	readonly settings: ReadonlyArray<{readonly name: string; readonly value: unknown; readonly origin: string}>;
};

const wrongKey = 'wrong-key-of-thirty-characters';

const report = async (arguments_: readonly string[], extra: Readonly<Record<string, string>> = {}) => {
	const {folder, environment} = await silentMachine();
	const {stdout, stderr, exitCode} = await runDuet(['doctor', ...arguments_, '--json'], {
		environment: {...environment, ...extra},
		cwd: folder,
	});
	const {checks, settings, version} = JSON.parse(stdout) as Report;
	return {
		folder,
		exitCode,
		settings,
		version,
		printed: stdout + stderr,
		check: (id: string) => checks.find(check => check.id === id),
	};
};

describe('duet doctor', () => {
	it('on a machine without sound, network and key: what works all the same, and what to do', async () => {
		const {folder, environment} = await silentMachine();
		const {stdout, stderr, exitCode} = await runDuet(['doctor'], {environment, cwd: folder});
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(
			/warning +Microphone +There is no microphone here; audio files and the sample work/,
		);
		expect(stdout).toContain('naudiodon');
		expect(stdout).toContain(path.join(folder, 'duet', 'capture.log').slice(-20));
		expect(stdout).toMatch(/good +Engine +local, because no API key is set/);
		expect(stdout).toMatch(/good +Local server/);
		expect(stdout).toMatch(/region +eu +default/);
		expect(stdout + stderr).not.toMatch(/ALSA|PortAudio error/); // Nothing native, and no colours in a pipe.
		expect(stdout + stderr).not.toContain('\u{1B}');
		expect(await processesWith(folder)).toEqual([]);
	});

	it('tells a program the same as one object', async () => {
		const {version, check, exitCode} = await report([]);
		expect(version).toBe(1);
		expect(check('microphone')).toMatchObject({status: 'warning'});
		expect(check('engine')).toMatchObject({status: 'good'});
		expect(exitCode).toBe(0);
	});

	it('says where a value came from', async () => {
		const {settings} = await report(['--region', 'us'], {DUET_RECOGNISER: 'replay'});
		expect(settings).toContainEqual(expect.objectContaining({name: 'region', value: 'us', origin: 'flag'}));
		expect(settings).toContainEqual(
			expect.objectContaining({
				name: 'recogniser',
				value: 'replay',
				origin: 'environment: DUET_RECOGNISER',
			}),
		);
	});

	it('finds that a server accepts the key, and that another key is refused, without ever showing one', async () => {
		const server = await startServer();
		const urls = ['--batch-url', server.batchUrl, '--rt-url', server.realTimeUrl];
		const right = await report(urls, {SPEECHMATICS_API_KEY: server.apiKey});
		expect(right.check('engine')).toMatchObject({status: 'good'});
		expect(right.exitCode).toBe(0);
		const wrong = await report(urls, {SPEECHMATICS_API_KEY: wrongKey});
		expect(wrong.check('engine')).toMatchObject({status: 'bad'});
		expect(wrong.exitCode).toBe(1);
		expect(right.printed).not.toContain(server.apiKey);
		expect(wrong.printed).not.toContain(wrongKey);
		expect(wrong.printed).toContain(wrongKey.slice(-4));
		await server.stop();
	});

	it('finds that nothing answers at an address', async () => {
		const {check, exitCode} = await report(['--batch-url', 'http://127.0.0.1:9/v2'], {
			SPEECHMATICS_API_KEY: wrongKey,
		});
		expect(check('engine')).toMatchObject({status: 'bad'});
		expect(exitCode).toBe(1);
	});
});
