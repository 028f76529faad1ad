import {spawn, spawnSync} from 'node:child_process';
import {mkdir, readdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {findUnfinished} from '../../../source/storage/history/find-unfinished.js';
import {listRunIds} from '../../../source/storage/history/list-runs.js';
import {type JournalledRun, readJournal} from '../../../source/storage/journal/read-journal.js';
import {runFile} from '../../../source/storage/journal/run-file.js';
import {buildJournalProgram, runJournalProgram} from '../../helpers/journal-program.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let program: string;
let folder: string;

beforeAll(async () => {
	temporary = await temporaryFolder();
	program = await buildJournalProgram(temporary.path);
	folder = path.join(temporary.path, 'runs');
});

afterAll(async () => {
	await temporary[Symbol.asyncDispose]();
});

const onlyRun = async (): Promise<JournalledRun> => {
	const [id = ''] = await listRunIds(folder);
	return readJournal(runFile(folder, id));
};

const finalsOf = ({run}: JournalledRun): readonly string[] => [...run.realTime.finals].map(({text}) => text);

const numbered = (count: number): readonly string[] =>
	Array.from({length: count}, (_, number) => `w${number}`);

describe('a process that is killed with SIGKILL', () => {
	const moments = Array.from({length: 40}, (_, index) => index);

	it.each(moments)('has every final in its journal that it could have shown, time %i', async moment => {
		await rm(folder, {recursive: true, force: true});
		const lastNumber = Math.floor(Math.random() * 60 * (1 + (moment % 8)));
		const {finalCount} = await runJournalProgram(program, {
			folder,
			wordCount: 100_000,
			onFinal(number, child) {
				if (number === lastNumber) {
					child.kill('SIGKILL');
				}
			},
		});
		expect(finalCount).toBeGreaterThan(lastNumber);

		const journal = await onlyRun();
		const finals = finalsOf(journal);
		expect(finals.length).toBeGreaterThanOrEqual(finalCount);
		expect(finals).toEqual(numbered(finals.length));
		expect(journal.damagedCount).toBe(0);
		expect(journal.ended).toBeUndefined();
		expect(journal.run.realTime.latenciesMs.final.length).toBe(finals.length);

		expect(await findUnfinished(folder, Date.now())).toEqual([
			expect.objectContaining({id: journal.header.id, left: {type: 'job', jobId: 'a1b2'}}),
		]);
	});
});

describe('a process with a limit on the size of files', () => {
	it('says once that there is no more room, goes on, and leaves a journal that can be read', async () => {
		await rm(folder, {recursive: true, force: true});
		const {finalCount, last} = await runJournalProgram(program, {folder, wordCount: 400, blockLimit: 40});
		expect(finalCount).toBe(400);
		expect(last).toEqual({
			problems: [
				expect.objectContaining({
					message: `This run is not being saved: a file may not be larger in ${folder}.`,
				}),
			],
		});
		const journal = await onlyRun();
		expect((await readFile(runFile(folder, journal.header.id))).length).toBe(40 * 512);
		expect(journal.damagedCount).toBe(0);
		const finals = finalsOf(journal);
		expect(finals.length).toBeGreaterThan(40);
		expect(finals).toEqual(numbered(finals.length));
	});

	it.skipIf(spawnSync('prlimit', ['--version']).error)(
		'has everything in its journal once there is room again',
		async () => {
			await rm(folder, {recursive: true, force: true});
			const {last} = await runJournalProgram(program, {
				folder,
				wordCount: 5000,
				blockLimit: 40,
				onFinal(number, {pid}) {
					if (number === 400) {
						spawn('prlimit', [`--pid=${pid}`, '--fsize=unlimited']);
					}
				},
			});
			expect(last).toEqual({problems: [expect.anything()]});
			const journal = await onlyRun();
			expect(finalsOf(journal)).toEqual(numbered(5000));
			expect(journal).toMatchObject({isTorn: false, damagedCount: 0, ended: expect.anything()});
		},
	);

	it('goes on where there is no room for the first byte, and leaves no empty file', async () => {
		await rm(folder, {recursive: true, force: true});
		await mkdir(folder, {recursive: true});
		const {last} = await runJournalProgram(program, {folder, wordCount: 3, blockLimit: 0});
		expect(last).toEqual({problems: [expect.anything()]});
		expect(await readdir(folder)).toEqual([]);
	});
});
