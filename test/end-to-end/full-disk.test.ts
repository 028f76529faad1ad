import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {root, runDuet, sampleFile} from '../helpers/duet.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const sampleText = path.join(root, 'assets', 'sample.txt');

const runOnFullDisk = async (fileBlocks: number, ...arguments_: readonly string[]) => {
	await using folder = await temporaryFolder();
	return await runDuet(arguments_, {
		environment: {DUET_RECOGNISER: 'replay', XDG_DATA_HOME: folder.path, TMPDIR: folder.path},
		input: await readFile(sampleFile),
		fileBlocks,
	});
};

describe('live audio where nothing can be written', () => {
	it('is transcribed, and is not said to have had no sound', async () => {
		const {stdout, stderr, exitCode} = await runOnFullDisk(0, 'live', '-');
		expect(stdout).toContain('see you next week');
		expect(stderr).toContain('Nothing is being recorded: a file may not be larger.');
		expect(stderr).not.toContain('There was no sound');
		expect(stderr).not.toContain('Recording:');
		expect(exitCode).toBe(0);
	});

	it('has its figures in the report, and names no file', async () => {
		const {stdout} = await runOnFullDisk(0, 'live', '-', '--json');
		const {audio, realtime} = JSON.parse(stdout);
		expect(audio.seconds).toBeCloseTo(38.7, 1);
		expect(audio.live.recording).toBeUndefined();
		expect(realtime.cost.usd).toBeCloseTo((38.7 / 3600) * 0.43, 5);
	});

	it('has no batch job, which is said, and its real-time transcript all the same', async () => {
		const {stdout, stderr, exitCode} = await runOnFullDisk(0, 'compare', '-');
		expect(stdout).toContain('see you next week');
		expect(stdout).toContain('(failed: There is no recording');
		expect(stdout).not.toContain('same bytes');
		expect(stderr).not.toContain('There was no sound');
		expect(exitCode).toBe(1);
	});
});

describe('a file where there is no room for it', () => {
	it.each([
		['live', 'The decoded audio cannot be kept'],
		['batch', 'has no room for the recording'],
	])('is not transcribed by %s, with the reason, and nothing is tried again', async (command, reason) => {
		const {stdout, stderr, exitCode} = await runOnFullDisk(8, command, sampleFile);
		expect(stdout).toBe('');
		expect(stderr).toContain(reason);
		expect(stderr).toContain('a file may not be larger');
		expect(stderr).not.toContain('Trying again');
		expect(exitCode).toBeGreaterThan(0);
	});
});

describe('live audio whose recording ends early for want of room', () => {
	const blocks = 400; // 204,800 bytes: 6.4 s.

	it('is compared only as far as both modes have heard it', async () => {
		const arguments_ = ['compare', '-', '--json', '--reference', sampleText];
		const {stdout, exitCode} = await runOnFullDisk(blocks, ...arguments_);
		const {audio, batch, realtime, accuracy, advice} = JSON.parse(stdout);
		expect(audio.seconds).toBeCloseTo(6.4, 1);
		expect(batch.status).toBe('done');
		expect(batch.recordingEndsAtSeconds).toBe(audio.seconds);
		expect(realtime.transcript).toContain('see you next week');
		expect(accuracy.agreement).toBeGreaterThan(0.8);
		expect(accuracy.realtime.referenceCount).toBe(93);
		expect(accuracy.batch).toBeUndefined(); // It never got most of what was said.
		expect(advice.because).toEqual(['The recording ends at 0:06 of 0:38: the two cannot be compared.']);
		expect(exitCode).toBe(0);
	});

	it('is said to end there in all that is shown', async () => {
		const {stdout, stderr} = await runOnFullDisk(blocks, 'compare', '-');
		expect(stderr).toMatch(/Recording: .*\.wav \(0:06\)/v);
		expect(stdout).not.toContain('same bytes');
		expect(stdout).not.toContain('Where they differ');
	});
});
