import {copyFile, link, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {runDuet, sampleFile, startDuet} from '../helpers/duet.js';
import {followDuet} from '../helpers/follow-duet.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'duet-test-'));
});
afterAll(async () => {
	await rm(folder, {recursive: true});
});

/**
Starts Duet with a temporary folder of its own, and sends it a signal when stderr says something.
*/
const interrupt = async (arguments_: readonly string[], when: RegExp) => {
	const child = startDuet(arguments_, {environment: {TMPDIR: folder}});
	let said = '';
	let printed = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		printed += text;
	});
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		said += text;
		if (when.test(said) && !child.killed) {
			child.kill('SIGINT');
		}
	});
	const exitCode = await new Promise(resolve => {
		child.on('close', resolve);
	});
	return {printed, exitCode};
};

describe('a comparison that was stopped', () => {
	it('claims nothing about audio that real-time never got', async () => {
		const {printed, exitCode} = await interrupt(['compare', '--json'], /batch: done/);
		const report = JSON.parse(printed);
		expect(exitCode).toBe(130);
		expect(report.realtime.stoppedAtSeconds).toBeLessThan(report.audio.seconds);
		expect(report.realtime.cost.usd).toBeCloseTo((report.realtime.stoppedAtSeconds / 3600) * 0.43, 8);
		expect(report.accuracy.realtime).toBeUndefined();
		expect(report.accuracy.agreement).toBeGreaterThan(0.9); // Of what both heard, not of the rest.
		expect(report.advice).toEqual({because: [expect.stringContaining('cannot be compared')]});
	});
});

describe('nothing is lost', () => {
	it.each(['live', 'compare', 'batch'])(
		'%s refuses to write its result over the recording',
		async command => {
			const recording = path.join(folder, 'mine.wav');
			await copyFile(sampleFile, recording);
			const before = await readFile(recording);
			const {stderr, exitCode} = await runDuet([command, recording, '--output', recording]);
			expect(stderr).toContain(`would be written over ${recording}`);
			expect(exitCode).toBe(2);
			expect(await readFile(recording)).toEqual(before);
		},
	);

	it('nor does a result in a folder, or one that is reached by another name, replace a recording', async () => {
		const inputs = path.join(folder, 'inputs');
		await mkdir(inputs);
		const recordings = ['talk', 'talk.txt'].map(name => path.join(inputs, name));
		for (const recording of recordings) {
			await copyFile(sampleFile, recording);
		}

		const linked = path.join(folder, 'linked.txt');
		await link(recordings[0] ?? '', linked);
		const before = await readFile(sampleFile);
		for (const [count, output] of [
			[2, `${inputs}${path.sep}`],
			[1, linked],
		] as const) {
			const read = recordings.slice(0, count);
			const {stderr, exitCode} = await runDuet(['batch', ...read, '--output', output]);
			expect(stderr).toContain('would be written over');
			expect(exitCode).toBe(2);
		}

		for (const recording of recordings) {
			expect(await readFile(recording)).toEqual(before);
		}
	});

	it('nor what was really said', async () => {
		const reference = path.join(folder, 'said.txt');
		await writeFile(reference, 'Good morning, everyone.');
		const arguments_ = ['compare', sampleFile, '--reference', reference, '--output', reference];
		const {stderr, exitCode} = await runDuet(arguments_);
		expect(stderr).toContain(`would be written over ${reference}`);
		expect(exitCode).toBe(2);
		expect(await readFile(reference, 'utf8')).toBe('Good morning, everyone.');
	});
});

describe('nothing is left behind', () => {
	it.each([
		['a pipe', '-'],
		['a file', sampleFile],
	])('no speech stays on the disk when Duet is killed during a batch job of %s', async (_, input) => {
		await using temporary = await temporaryFolder();
		await using duet = followDuet(['compare', input, '--no-record'], {
			environment: {DUET_RECOGNISER: 'replay', TMPDIR: temporary.path, XDG_DATA_HOME: temporary.path},
			...(input === '-' && {input: await readFile(sampleFile)}),
		});
		await duet.says('stderr', /batch: job \w+ created/);
		duet.child.kill('SIGKILL');
		await duet.exited;
		expect((await readdir(temporary.path)).filter(name => name.startsWith('duet-'))).toEqual([]);
	});

	it('no decoded audio stays when the reader of a pipe leaves', async () => {
		const child = startDuet(['live', sampleFile, '--pace', '10'], {environment: {TMPDIR: folder}});
		child.stdout?.once('data', () => {
			child.stdout?.destroy();
		});
		const exitCode = await new Promise(resolve => {
			child.on('close', resolve);
		});
		expect(exitCode).toBe(0);
		expect((await readdir(folder)).filter(name => name.startsWith('duet-'))).toEqual([]);
	});
});

describe('a key that cannot be one', () => {
	it.each(['two words', 'line\nbreak', '“quoted”'])('%j is refused without being shown', async key => {
		const {stdout, stderr, exitCode} = await runDuet(['batch', sampleFile], {
			environment: {SPEECHMATICS_API_KEY: key},
		});
		expect(stderr).toMatch(/^error: SPEECHMATICS_API_KEY .* is not a key/);
		expect(stdout + stderr).not.toContain(key);
		expect(exitCode).toBe(3);
	});
});

describe('an option without its value', () => {
	it.each([
		[['compare', '--max-delay'], /--max-delay needs a value/],
		[['compare', '--max-delay='], /--max-delay needs a value/],
		[['batch', sampleFile, '--output', '--format', 'srt'], /--output needs a value/],
		[['compare', '--json=yes'], /--json cannot be “yes”/],
		[
			['batch', sampleFile, '--engine', 'local', '--batch-url', 'http://127.0.0.1:9/v2'],
			/exclude each other/,
		],
		[['batch', 'http://['], /is not an address/],
	])('%j is refused', async (arguments_, says) => {
		const {stderr, exitCode} = await runDuet(arguments_);
		expect(stderr).toMatch(says);
		expect(exitCode).toBe(2);
	});
});
