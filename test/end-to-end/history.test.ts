import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {comparisonText} from '../../source/commands/comparison-text.js';
import type {FinishedRun} from '../../source/commands/finished-run.js';
import {reportContext} from '../../source/commands/report-context.js';
import {transcriptOf} from '../../source/commands/run-text.js';
import {comparisonReport} from '../../source/core/comparison-report.js';
import {findFormat} from '../../source/formats/formats.js';
import type {RunDescription} from '../../source/storage/journal/journal.js';
import {runsFolder} from '../../source/storage/journal/run-file.js';
import {dataFolder} from '../../source/storage/paths.js';
import {root, runDuet} from '../helpers/duet.js';
import {cloudRun, orphan, plainRun, writeRun} from '../helpers/journals.js';
import {keepSampleRun} from '../helpers/kept-run.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {word} from '../helpers/words.js';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let finished: FinishedRun;
let id: string;

const duet = (...arguments_: readonly string[]) =>
	runDuet(arguments_, {environment: {XDG_DATA_HOME: temporary.path}});

beforeAll(async () => {
	temporary = await temporaryFolder();
	vi.stubEnv('XDG_DATA_HOME', temporary.path);
	({finished, id} = await keepSampleRun(await readFile(path.join(root, 'assets', 'sample.txt'), 'utf8')));
}, 60_000);

afterAll(async () => {
	vi.unstubAllEnvs();
	await temporary[Symbol.asyncDispose]();
});

describe('a run that was kept', () => {
	it('is shown as it was when it ended', async () => {
		const {stdout, stderr, exitCode} = await duet('show');
		expect(stdout).toBe(comparisonText(finished, 100));
		expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
	});

	it('gives the same report, to the last figure', async () => {
		const {stdout} = await duet('show', id.slice(-6), '--json');
		expect(JSON.parse(stdout)).toEqual(
			JSON.parse(JSON.stringify(comparisonReport(finished.comparison, reportContext(finished)))),
		);
	});

	it.each(['batch', 'real-time'] as const)('is exported with the words of %s', async mode => {
		const file = path.join(temporary.path, `${mode}.srt`);
		const {stdout, stderr, exitCode} = await duet('export', 'last', '--mode', mode, '--output', file);
		expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0});
		expect(stderr).toContain('Written to');
		expect(await readFile(file, 'utf8')).toBe(findFormat('srt').render(transcriptOf(finished, mode)));
	});

	it('is in the history', async () => {
		const {stdout, exitCode} = await duet('history');
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/^Run +When +Mode +Audio +Length +Result/v);
		expect(stdout).toContain(id.slice(-6));
		const {stdout: json} = await duet('history', '--json');
		expect(JSON.parse(json)).toEqual([
			expect.objectContaining({
				id,
				state: 'ended',
				mode: 'side-by-side',
				audio: expect.objectContaining({name: 'sample.wav', sha256: finished.recording.sha256}),
				engine: {kind: 'local', title: 'local (replay)', recogniser: 'replay'},
				batch: {status: 'done', words: expect.any(Number)},
				realtime: {status: 'done', words: expect.any(Number)},
				text: expect.stringMatching(/^Good morning, everyone/v),
			}),
		]);
	});

	it('is asked for by its id, and the nearest are named where there is none', async () => {
		const {stderr, exitCode} = await duet('show', 'zzz');
		expect(stderr).toBe(`error: There is no run zzz.\n  Near it: ${id}. All of them: duet history.\n`);
		expect(exitCode).toBe(2);
	});
});

describe('a run that was broken off', () => {
	const writeBroken = (about: RunDescription): string => {
		const folder = runsFolder(dataFolder());
		const broken = writeRun(
			folder,
			[
				{mode: 'real-time', receivedMs: 0, event: {type: 'begun'}},
				{mode: 'batch', receivedMs: 0, event: {type: 'begun'}},
				{mode: 'batch', receivedMs: 5, event: {type: 'job-created', jobId: 'a1b2'}},
				{
					mode: 'real-time',
					receivedMs: 9,
					event: {type: 'final', words: [word('Ship', 0, 1)], startSeconds: 0, endSeconds: 1},
				},
			],
			{isEnded: false, about},
		);
		orphan(folder, broken);
		return broken;
	};

	it('is shown as far as it came, and says how it goes on', async () => {
		const broken = writeBroken(cloudRun);
		const {stdout, stderr, exitCode} = await duet('show', broken);
		expect(exitCode).toBe(0);
		expect(stdout).toContain('Ship\n  (failed: Duet came to its end before this did.)');
		expect(stderr).toBe(`This run was broken off. duet resume ${broken} goes on with it.\n`);
		const {stdout: table, stderr: hint} = await duet('history');
		expect(table).toContain('broken off');
		expect(hint).toContain('1 run came to no end: see duet resume.');
	});

	it('promises nothing of a local server’s job, which ended with it', async () => {
		const {stdout, stderr} = await duet('show', writeBroken(plainRun));
		expect(stdout).toContain('Ship');
		expect(stderr).toBe('This run was broken off.\n');
	});
});

describe('where nothing was kept', () => {
	it('says what makes a run', async () => {
		await using empty = await temporaryFolder();
		const environment = {XDG_DATA_HOME: empty.path};
		const history = await runDuet(['history'], {environment});
		expect(history).toMatchObject({stdout: '', exitCode: 0});
		expect(history.stderr).toContain('There are no runs yet.');
		expect(JSON.parse((await runDuet(['history', '--json'], {environment})).stdout)).toEqual([]);
		expect(await runDuet(['show'], {environment})).toMatchObject({stdout: '', exitCode: 2});
	});
});
