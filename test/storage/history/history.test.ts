import {mkdir, readdir, readFile, symlink, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {toProblem} from '../../../source/core/problem.js';
import type {RunEvent} from '../../../source/core/run-state.js';
import {findRun} from '../../../source/storage/history/find-run.js';
import {findUnfinished} from '../../../source/storage/history/find-unfinished.js';
import {listRuns} from '../../../source/storage/history/list-runs.js';
import {pruneRuns} from '../../../source/storage/history/prune-runs.js';
import {beginJournal, continueJournal} from '../../../source/storage/journal/journal.js';
import {isOwnedHere, livingOwner} from '../../../source/storage/journal/journal-owner.js';
import {readJournal} from '../../../source/storage/journal/read-journal.js';
import {runFile, runsFolder} from '../../../source/storage/journal/run-file.js';
import {cloudRun, orphan, plainRun, refuse, writeRun} from '../../helpers/journals.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {word} from '../../helpers/words.js';

const nowMs = Date.now();
const clock = {nowMs: () => 0};

const batch = (event: Extract<RunEvent, {mode: 'batch'}>['event']): RunEvent => ({
	mode: 'batch',
	receivedMs: 5,
	event,
});
const final = (text: string): RunEvent => ({
	mode: 'real-time',
	receivedMs: 100,
	event: {type: 'final', words: [word(text, 0, 1)], startSeconds: 0, endSeconds: 1},
});
const begun: readonly RunEvent[] = [
	batch({type: 'begun'}),
	{mode: 'real-time', receivedMs: 0, event: {type: 'begun'}},
];
const transcript = batch({type: 'transcript', words: [word('Ship', 0, 1)], wordDelimiter: ' ', document: {}});

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let folder: string;

beforeEach(async () => {
	temporary = await temporaryFolder();
	data = temporary.path;
	folder = runsFolder(data);
});

afterEach(async () => {
	await temporary[Symbol.asyncDispose]();
});

describe('listRuns', () => {
	it('has none where there is no folder', async () => {
		expect(await listRuns(folder, nowMs)).toEqual({runs: [], problems: []});
	});

	it('tells how each run went, from its first and last line alone', async () => {
		const id = writeRun(folder, [...begun, final('Ship'), transcript, batch({type: 'finished'})]);
		const file = runFile(folder, id);
		const lines = (await readFile(file, 'utf8')).split('\n');
		await writeFile(file, [lines[0], 'not a line of a journal', ...lines.slice(-2)].join('\n'));
		const {runs} = await listRuns(folder, nowMs);
		expect(runs).toEqual([
			expect.objectContaining({
				id,
				audio: plainRun.audio,
				summary: {
					batch: {phase: 'done', words: 1},
					realTime: {phase: 'connecting', words: 1},
					text: 'Ship',
					sentSeconds: 0,
				},
				endedAt: expect.any(String),
				isRunning: false,
			}),
		]);
	});

	it('needs no more of a run whose first line is long, as with the reference of an hour of speech', async () => {
		const reference = 'Québec '.repeat(30_000);
		const id = writeRun(folder, [...begun, final('Ship')], {about: {...plainRun, reference}});
		const file = runFile(folder, id);
		const [header = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
		await writeFile(file, [header, 'not a line of a journal', ...lines.slice(-2)].join('\n'));
		const {runs} = await listRuns(folder, nowMs);
		expect(runs).toMatchObject([{header: {reference}, summary: {text: 'Ship'}}]);
	});

	it('reads the whole of one that has no end', async () => {
		using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse});
		[...begun, final('Ship')].forEach(journal.append);
		const {runs} = await listRuns(folder, nowMs);
		expect(runs).toMatchObject([{summary: {text: 'Ship'}, isRunning: true}]);
		expect(runs[0]?.endedAt).toBeUndefined();
	});

	it('puts the newest first, and says why one cannot be read', async () => {
		const id = writeRun(folder, []);
		await writeFile(path.join(folder, '2020-01-01-000000-abcdef.jsonl'), 'Dear diary\n');
		await writeFile(path.join(folder, 'notes.txt'), 'Not a run.');
		const {runs, problems} = await listRuns(folder, nowMs);
		expect(runs.map(run => run.id)).toEqual([id]);
		expect(problems).toMatchObject([
			{message: expect.stringContaining('2020-01-01-000000-abcdef.jsonl is not')},
		]);
	});
});

describe('findRun', () => {
	const ids = ['2026-03-02-090000-beef01', '2026-03-01-142501-ab12cd', '2026-03-01-080000-ab99ff'];
	const problemOf = (typed: string, among: readonly string[] = ids) => {
		try {
			return findRun(among, typed);
		} catch (error) {
			return toProblem(error);
		}
	};

	it.each([
		['2026-03-01-142501-ab12cd', '2026-03-01-142501-ab12cd'],
		['2026-03-02', '2026-03-02-090000-beef01'],
		['AB12', '2026-03-01-142501-ab12cd'],
		['last', '2026-03-02-090000-beef01'],
	])('takes %s', (typed, id) => {
		expect(findRun(ids, typed)).toBe(id);
	});

	it('asks back where several fit', () => {
		expect(problemOf('ab')).toMatchObject({
			message: 'ab can be one of 2 runs.',
			nextStep: expect.stringContaining('2026-03-01-142501-ab12cd, 2026-03-01-080000-ab99ff'),
		});
	});

	it('names the nearest where none does', () => {
		expect(problemOf('ab13')).toMatchObject({
			kind: 'bad-input',
			message: 'There is no run ab13.',
			nextStep: expect.stringMatching(/^Near it: 2026-03-01-142501-ab12cd, /v),
		});
		expect(problemOf('../\u{1B}[2J')).toMatchObject({message: 'There is no run ../␛[2J.'});
		expect(problemOf('')).toMatchObject({kind: 'bad-input'});
	});

	it('says that there are none yet', () => {
		expect(problemOf('last', [])).toMatchObject({message: 'There are no runs yet.'});
	});
});

describe('findUnfinished', () => {
	const leave = (events: readonly RunEvent[], about = plainRun): string => {
		const id = writeRun(folder, events, {isEnded: false, about});
		orphan(folder, id);
		return id;
	};

	const withFile = async () => {
		const file = path.join(data, 'standup.wav');
		await writeFile(file, 'audio');
		return {...cloudRun, audio: {name: 'standup.wav', path: file}};
	};

	const leftOf = async () => (await findUnfinished(folder, nowMs)).map(({left}) => left);

	it('leaves out runs that ended and runs that go on', async () => {
		writeRun(folder, [final('Ship')]);
		using _ = beginJournal(plainRun, {folder, clock, onProblem: refuse});
		expect(await findUnfinished(folder, nowMs)).toEqual([]);
	});

	it('finds a run that its process has let go, although that lives', async () => {
		const id = writeRun(folder, [...begun, batch({type: 'job-created', jobId: 'a1b2'})], {
			isEnded: false,
			about: cloudRun,
		});
		expect(await findUnfinished(folder, nowMs)).toMatchObject([{id, left: {type: 'job'}}]);
		const {runs} = await listRuns(folder, nowMs);
		expect(runs).toMatchObject([{id, isRunning: false}]);
	});

	it('finds the job that was created', async () => {
		const id = leave([...begun, batch({type: 'job-created', jobId: 'a1b2'})], cloudRun);
		expect(await findUnfinished(folder, nowMs)).toEqual([
			{id, header: expect.objectContaining({id}), audio: plainRun.audio, left: {type: 'job', jobId: 'a1b2'}},
		]);
	});

	it('knows of no job of a local server, as that ends with it', async () => {
		const created = [...begun, batch({type: 'job-created', jobId: 'a1b2'})];
		const about = await withFile();
		leave(created);
		leave(created, {...about, engine: plainRun.engine});
		const types = (await leftOf()).map(({type}) => type).sort();
		expect(types).toEqual(['nothing', 'recording']);
	});

	it('finds the recording that was not submitted', async () => {
		const about = await withFile();
		leave(begun, about);
		expect(await leftOf()).toEqual([{type: 'recording', path: about.audio.path}]);
	});

	it.each(['deleted', 'expired'] as const)('finds the recording of a job that is %s', async status => {
		const about = await withFile();
		const events = [
			...begun,
			batch({type: 'submitting', reference: 'duet-77'}),
			batch({type: 'job-created', jobId: 'a1b2'}),
			batch({type: 'job-status', jobId: 'a1b2', status}),
		];
		leave(events, about);
		leave(events, cloudRun); // Its recording is gone, too.
		expect(await leftOf()).toEqual(
			expect.arrayContaining([{type: 'recording', path: about.audio.path}, {type: 'nothing'}]),
		);
	});

	it('finds nothing to do for a job that was rejected', async () => {
		leave(
			[
				...begun,
				batch({type: 'job-created', jobId: 'a1b2'}),
				batch({type: 'job-status', jobId: 'a1b2', status: 'rejected'}),
			],
			await withFile(),
		);
		expect(await leftOf()).toEqual([{type: 'nothing'}]);
	});

	it('finds the name under which it may have been', async () => {
		const submitting = batch({type: 'submitting', reference: 'duet-77'} as never);
		const about = await withFile();
		const keptAway = writeRun(folder, [], {isEnded: false, about});
		orphan(folder, keptAway);
		const file = runFile(folder, keptAway);
		await writeFile(file, `${await readFile(file, 'utf8')}${JSON.stringify({...submitting})}\n`);
		expect(await leftOf()).toEqual([{type: 'recording', path: about.audio.path, reference: 'duet-77'}]);
	});

	it('leaves the text where the recording is gone, was not asked for, or is transcribed', async () => {
		const about = await withFile();
		leave([...begun, final('Ship')]);
		leave([...begun, final('Ship')], {...about, mode: 'real-time'});
		leave([...begun, batch({type: 'job-created', jobId: 'a1b2'}), transcript], about);
		leave(begun);
		const types = (await leftOf()).map(({type}) => type).sort();
		expect(types).toEqual(['nothing', 'text', 'text', 'text']);
	});

	it('gives a run to the first of two that take it over', async () => {
		const id = leave([...begun, batch({type: 'job-created', jobId: 'a1b2'})]);
		const file = runFile(folder, id);
		const journal = await readJournal(file);
		using _ = continueJournal(journal, {folder, clock, onProblem: refuse});
		expect(await findUnfinished(folder, nowMs)).toEqual([]);
		const owner = await livingOwner(file, (await readJournal(file)).owners, nowMs);
		expect(isOwnedHere(owner)).toBe(true);
	});
});

describe('pruneRuns', () => {
	const dayMs = 86_400_000;
	const recording = async (name: string) => {
		const file = path.join(data, 'recordings', name);
		await mkdir(path.dirname(file), {recursive: true});
		await writeFile(file, Buffer.alloc(10_000));
		return {...plainRun, audio: {name, path: file}};
	};

	const files = async () =>
		(await readdir(data, {recursive: true})).filter(name => /\.(jsonl|wav)$/v.test(name));

	it('removes nothing where the user has set no limit', async () => {
		writeRun(folder, []);
		expect(await pruneRuns(data, {nowMs: nowMs + 10_000 * dayMs})).toEqual([]);
		expect(await files()).toHaveLength(1);
	});

	it('removes what ended too long ago, with the recording that Duet kept, and says so', async () => {
		const about = await recording('2026-03-01-142501-ab12cd.wav');
		const id = writeRun(folder, [], {about});
		expect(await pruneRuns(data, {maxAgeDays: 7, nowMs: Date.now() + 6.9 * dayMs})).toEqual([]);
		expect(await pruneRuns(data, {maxAgeDays: 7, nowMs: Date.now() + 7.1 * dayMs})).toEqual([
			{id, recording: about.audio.path, bytes: expect.any(Number)},
		]);
		expect(await files()).toEqual([]);
	});

	it('removes the oldest until the rest is small enough', async () => {
		const ids = await Promise.all(
			['000001', '000002', '000003'].map(async part => {
				const id = writeRun(folder, [], {about: await recording(`2026-03-01-142501-${part}.wav`)});
				return id;
			}),
		);
		const [oldest] = ids.toSorted();
		const pruned = await pruneRuns(data, {maxBytes: 25_000, nowMs});
		expect(pruned.map(({id}) => id)).toEqual([oldest]);
		expect(pruned[0]?.bytes).toBeGreaterThan(10_000);
		expect(await files()).toHaveLength(4);
	});

	it('removes a recording with the last of the runs that are on it, and counts it once', async () => {
		const about = await recording('2026-03-01-142501-ab12cd.wav');
		writeRun(folder, [], {about});
		writeRun(folder, [], {about});
		const pruned = await pruneRuns(data, {maxAgeDays: 7, nowMs: Date.now() + 8 * dayMs});
		expect(pruned.map(run => run.recording)).toEqual([undefined, about.audio.path]);
		expect(await files()).toEqual([]);
	});

	it('keeps two runs on one recording where there is room for it once', async () => {
		const about = await recording('2026-03-01-142501-ab12cd.wav');
		writeRun(folder, [], {about});
		writeRun(folder, [], {about});
		expect(await pruneRuns(data, {maxBytes: 15_000, nowMs})).toEqual([]);
	});

	it('never removes a run that goes on or was broken off', async () => {
		const id = writeRun(folder, [], {isEnded: false});
		orphan(folder, id);
		using _ = beginJournal(plainRun, {folder, clock, onProblem: refuse});
		expect(await pruneRuns(data, {maxAgeDays: 0, maxBytes: 0, nowMs: nowMs + dayMs})).toEqual([]);
		expect(await files()).toHaveLength(2);
	});

	it("leaves alone the user's own audio, whatever a journal says, and recordings of other runs", async () => {
		const own = path.join(data, 'recordings', 'mine.wav');
		const elsewhere = path.join(data, 'recordings', '..', '2026-03-01-142501-ab12cd.wav');
		const shared = await recording('2026-03-01-142501-abcdef.wav');
		await writeFile(own, 'mine');
		await writeFile(elsewhere, 'mine');
		await symlink(own, path.join(data, 'recordings', '2026-03-01-142501-aaaaaa.wav'));
		for (const file of [
			own,
			elsewhere,
			path.join(data, 'recordings', '2026-03-01-142501-aaaaaa.wav'),
			shared.audio.path,
		]) {
			writeRun(folder, [], {about: {...plainRun, audio: {name: 'audio', path: file}}});
		}

		const broken = writeRun(folder, [], {about: shared, isEnded: false});
		orphan(folder, broken);
		expect(await pruneRuns(data, {maxAgeDays: 1, nowMs: nowMs + 2 * dayMs})).toHaveLength(4);
		expect((await files()).sort()).toEqual([
			'2026-03-01-142501-ab12cd.wav',
			'recordings/2026-03-01-142501-aaaaaa.wav',
			'recordings/2026-03-01-142501-abcdef.wav',
			'recordings/mine.wav',
			`runs/${broken}.jsonl`,
		]);
	});
});

it('a journal shows that its process lives, also where nothing happens', async () => {
	const {createManualTimers} = await import('../../helpers/manual-timers.js');
	const timers = createManualTimers();
	using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse, after: timers.after});
	const file = runFile(folder, journal.id);
	await utimes(file, 0, 0);
	timers.advance(5000);
	const {stat} = await import('node:fs/promises');
	await expect.poll(async () => (await stat(file)).mtimeMs).toBeGreaterThan(1000);
});
