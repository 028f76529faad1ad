import {existsSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {runDuet, sampleFile, startDuet} from '../helpers/duet.js';
import {keepSampleRun} from '../helpers/kept-run.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
	folder = await temporaryFolder();
	environment = {DUET_RECOGNISER: 'replay', XDG_DATA_HOME: folder.path};
	vi.stubEnv('XDG_DATA_HOME', folder.path);
	await keepSampleRun(undefined);
}, 60_000);

afterAll(async () => {
	vi.unstubAllEnvs();
	await folder[Symbol.asyncDispose]();
});

/**
A file whose disk is always full.
*/
const full = '/dev/full';

describe.skipIf(!existsSync(full))('results that do not fit on the disk', () => {
	it.each([
		'--help',
		'--version',
		'doctor --json',
		'history',
		'history --json',
		'show',
		'show --json',
		'export',
		'export --format json',
		'batch --help',
	])('are a failure that is said: duet %s', async line => {
		const {stderr, exitCode} = await runDuet(line.split(' '), {environment, stdoutFile: full});
		expect(stderr).toMatch(
			/^error: The results cannot be written to stdout \(ENOSPC\)\.\n {2}Free some space/,
		);
		expect(exitCode).toBe(1);
	});

	it('end a transcription, which is said once', async () => {
		const {stderr, exitCode} = await runDuet(['live', sampleFile, '--pace', '20'], {
			environment,
			stdoutFile: full,
		});
		expect(stderr.match(/error: .*/g)).toEqual(['error: The results cannot be written to stdout (ENOSPC).']);
		expect(exitCode).toBe(1);
	});
});

describe('a reader that leaves', () => {
	it('is no failure, and nothing is said to it any more', async () => {
		const child = startDuet(['live', sampleFile, '--pace', '10'], {environment});
		let said = '';
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
		});
		child.stdout?.once('data', () => {
			child.stdout?.destroy();
		});
		const exitCode = await new Promise(resolve => {
			child.on('close', resolve);
		});
		expect(said).toMatch(/real-time: session started\n$/);
		expect(exitCode).toBe(0);
	});
});
