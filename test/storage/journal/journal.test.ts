import {appendFile, mkdir, readdir, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Problem} from '../../../source/core/problem.js';
import {initialRunState, type RunEvent, reduceRun} from '../../../source/core/run-state.js';
import {beginJournal, continueJournal} from '../../../source/storage/journal/journal.js';
import {journalEntries} from '../../../source/storage/journal/journal-entries.js';
import {firstAlive, isOwnedHere} from '../../../source/storage/journal/journal-owner.js';
import {readJournal} from '../../../source/storage/journal/read-journal.js';
import {runFile} from '../../../source/storage/journal/run-file.js';
import {collect} from '../../helpers/collect.js';
import {journalLines, plainRun, refuse, writeRun} from '../../helpers/journals.js';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {plainState, runEvents} from '../../helpers/run-events.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {word} from '../../helpers/words.js';

const clock = {nowMs: () => 250};

const sent = (index: number, capturedMs = (index + 1) * 40): RunEvent => ({
	mode: 'real-time',
	receivedMs: capturedMs,
	event: {
		type: 'audio-sent',
		startSeconds: index / 25,
		endSeconds: (index + 1) / 25,
		byteCount: 1280,
		capturedMs,
	},
});

const part = (type: 'partial' | 'final', ...texts: readonly string[]): RunEvent => ({
	mode: 'real-time',
	receivedMs: 900,
	event: {
		type,
		words: texts.map((text, index) => word(text, index, index + 1)),
		startSeconds: 0,
		endSeconds: texts.length,
	},
});

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeEach(async () => {
	temporary = await temporaryFolder();
	folder = path.join(temporary.path, 'data', 'runs');
});

afterEach(async () => {
	await temporary[Symbol.asyncDispose]();
});

const read = (id: string) => readJournal(runFile(folder, id));

describe('a journal', () => {
	it('begins with what the run is about, and who keeps it', async () => {
		using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse});
		const {header} = await read(journal.id);
		expect(header).toEqual({
			version: 1,
			id: journal.id,
			startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/v),
			startedMs: 250,
			process: expect.objectContaining({id: process.pid, host: expect.any(String)}),
			...plainRun,
		});
	});

	it('can be looked into only by this user', async () => {
		using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse});
		expect((await stat(runFile(folder, journal.id))).mode & 0o777).toBe(0o600);
		expect((await stat(folder)).mode & 0o777).toBe(0o700);
	});

	it('has a final, a job and a failure in the file when `append` returns', () => {
		using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse});
		journal.append({mode: 'batch', receivedMs: 1, event: {type: 'job-created', jobId: 'a1b2'}});
		expect(journalLines(folder).at(-1)).toContain('a1b2');
		journal.append(part('final', 'Ship'));
		expect(journalLines(folder).at(-1)).toBe('{"final":[["Ship",0,1]],"from":0,"to":1,"at":900}');
		journal.append({
			mode: 'batch',
			receivedMs: 2,
			event: {type: 'failed', problem: {kind: 'server', message: 'It fell over.', nextStep: 'Wait.'}},
		});
		expect(journalLines(folder).at(-1)).toContain('It fell over.');
	});

	it('holds progress back for a second at most', () => {
		const timers = createManualTimers();
		using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse, after: timers.after});
		journal.append(sent(0));
		journal.append({mode: 'batch', receivedMs: 1, event: {type: 'uploading', sentBytes: 1, totalBytes: 2}});
		timers.advance(999);
		expect(journalLines(folder)).toHaveLength(1);
		timers.advance(1);
		expect(journalLines(folder)).toHaveLength(3);
	});

	it('has one line a second of the audio that is kept in an outage', async () => {
		const timers = createManualTimers();
		using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse, after: timers.after});
		for (let chunk = 1; chunk <= 31; chunk++) {
			const event = {type: 'audio-kept', endSeconds: chunk / 31, keptSeconds: chunk / 31} as const;
			journal.append({mode: 'real-time', receivedMs: chunk, event});
		}

		timers.advance(1000);
		expect(journalLines(folder)).toHaveLength(2);
		expect((await read(journal.id)).run.realTime.capturedSeconds).toBe(1);
	});

	it('writes what it held back before what came after it', async () => {
		const id = writeRun(folder, [sent(0), part('final', 'Ship'), sent(1)]);
		expect(journalLines(folder).map(line => Object.keys(JSON.parse(line))[0])).toEqual([
			'version',
			'sent',
			'final',
			'sent',
			'ended',
		]);
		expect((await read(id)).run.realTime.latenciesMs.final.length).toBe(0); // The end of the word was not sent.
	});

	it('gathers the audio of a file into one piece', () => {
		writeRun(
			folder,
			Array.from({length: 25}, (_, index) => sent(index)),
		);
		expect(JSON.parse(journalLines(folder)[1] ?? '')).toEqual({
			sent: [[1, 1000, 25 * 1280, 0]],
			at: 1000,
		});
	});

	it('says of a microphone, chunk by chunk, when each was captured', () => {
		writeRun(folder, [sent(0, 40), sent(1, 82), sent(2, 121)]);
		expect(JSON.parse(journalLines(folder)[1] ?? '')).toEqual({
			sent: [[0.04, 40, 1280, 0], 82, 121],
			at: 121,
		});
	});

	it('says of a chunk also how large it is, where that is not as the first one, and where a gap is before it', async () => {
		const pieces = [
			[0, 1280, 40],
			[1280, 640, 63],
			[1920, 1280, 99],
			[6400, 640, 240],
		] as const;
		const events = pieces.map(([start, byteCount, capturedMs]): RunEvent => {
			const [startSeconds, endSeconds] = [start / 32_000, (start + byteCount) / 32_000];
			const event = {type: 'audio-sent', startSeconds, endSeconds, byteCount, capturedMs} as const;
			return {mode: 'real-time', receivedMs: capturedMs, event};
		});
		const id = writeRun(folder, events);
		expect(JSON.parse(journalLines(folder)[1] ?? '').sent).toEqual([
			[0.04, 40, 1280, 0],
			[63, 640],
			99,
			[0.22, 240, 640, 0.2],
		]);
		const {items} = await collect(journalEntries(runFile(folder, id)));
		expect(items.flatMap(entry => (entry.type === 'event' ? [entry.event.event] : []))).toEqual(
			events.map(({event}) => event),
		);
	});

	it('says of a partial what is new in it', async () => {
		const partials = [part('partial', 'Ship'), part('partial', 'Ship', 'it'), part('partial', 'Ship', 'in')];
		const id = writeRun(folder, [...partials, part('final', 'Ship'), part('partial', 'Ship')]);
		expect(journalLines(folder).slice(1, -1)).toEqual([
			'{"partial":[["Ship",0,1]],"from":0,"at":900}',
			'{"partial":[["it",1,2]],"keep":1,"at":900}',
			'{"partial":[["in",1,2]],"keep":1,"at":900}',
			'{"final":[["Ship",0,1]],"from":0,"to":1,"at":900}',
			'{"partial":[["Ship",0,1]],"from":0,"at":900}',
		]);
		const {items} = await collect(journalEntries(runFile(folder, id)));
		expect(items.slice(1, 4)).toEqual(partials.map(event => ({type: 'event', event})));
	});

	it('keeps the jitter of a microphone, which latencies are measured from', async () => {
		const events = Array.from({length: 25}, (_, index) => sent(index, (index + 1) * 40 + (index % 3)));
		const id = writeRun(folder, events);
		expect((await read(id)).run).toEqual(events.reduce(reduceRun, initialRunState));
	});

	it('ignores what comes after its end', async () => {
		using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse});
		journal.end();
		journal.append(part('final', 'Ship'));
		journal.describeAudio({seconds: 3});
		journal.end();
		expect(journalLines(folder)).toHaveLength(2);
	});

	it('is without an end where it was only disposed of, and its process keeps it no longer', async () => {
		const id = writeRun(folder, [sent(0)], {isEnded: false});
		const {ended, run, owners, unknownCount} = await read(id);
		expect(ended).toBeUndefined();
		expect(run.realTime.sentSeconds).toBe(0.04);
		expect(unknownCount).toBe(0);
		expect(firstAlive(owners, () => 0)).toBeUndefined();
	});

	it('is kept again by a process that goes on with what it had let go', async () => {
		const id = writeRun(folder, [], {isEnded: false});
		using _ = continueJournal(await read(id), {folder, clock, onProblem: refuse});
		expect(isOwnedHere(firstAlive((await read(id)).owners, () => 0))).toBe(true);
	});

	it('is not let go by another process that came too late', async () => {
		using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse});
		const file = runFile(folder, journal.id);
		const late = {id: 99_999_999, host: 'elsewhere'};
		await appendFile(file, `${JSON.stringify({process: late})}\n${JSON.stringify({released: late})}\n`);
		expect(isOwnedHere(firstAlive((await read(journal.id)).owners, () => 0))).toBe(true);
	});

	it('takes in what is known of the audio only later', async () => {
		using journal = beginJournal(
			{...plainRun, isLive: true, audio: {name: 'microphone'}},
			{folder, clock, onProblem: refuse},
		);
		journal.describeAudio({path: '/recordings/1.wav'});
		journal.describeAudio({seconds: 12.5});
		journal.end();
		const {audio, ended} = await read(journal.id);
		expect(audio).toEqual({name: 'microphone', path: '/recordings/1.wav', seconds: 12.5});
		expect(ended?.audio).toEqual(audio);
	});

	it('can be gone on with by another process, after a line that was torn', async () => {
		const id = writeRun(folder, [part('final', 'Ship')], {isEnded: false});
		await appendFile(runFile(folder, id), '{"final":[["it",1');
		const before = await read(id);
		expect(before).toMatchObject({isTorn: true, damagedCount: 0});
		using journal = continueJournal(before, {folder, clock, onProblem: refuse});
		journal.append({mode: 'batch', receivedMs: 9, event: {type: 'job-created', jobId: 'a1b2'}});
		journal.end();
		const after = await read(id);
		expect(after).toMatchObject({isTorn: false, damagedCount: 0, run: {batch: {jobId: 'a1b2'}}});
		expect([...after.run.realTime.finals]).toHaveLength(1);
		expect(after.owners).toHaveLength(2);
		expect(after.ended?.summary).toMatchObject({text: 'Ship'});
	});

	it('leads to the state that the run had, whatever happened in it', async () => {
		await fc.assert(
			fc.asyncProperty(runEvents, fc.array(fc.nat({max: 99})), async (events, pauses) => {
				const timers = createManualTimers();
				using journal = beginJournal(plainRun, {folder, clock, onProblem: refuse, after: timers.after});
				for (const [index, event] of events.entries()) {
					journal.append(event);
					timers.advance(pauses.includes(index) ? 1000 : 0);
				}

				journal.end();
				const {run, damagedCount, unknownCount} = await read(journal.id);
				await rm(runFile(folder, journal.id));
				expect(plainState(run)).toEqual(plainState(events.reduce(reduceRun, initialRunState)));
				expect({damagedCount, unknownCount}).toEqual({damagedCount: 0, unknownCount: 0});
			}),
			{numRuns: 300},
		);
	});
});

describe('a journal that cannot be written', () => {
	const journalWithProblems = (after?: ReturnType<typeof createManualTimers>['after']) => {
		const problems: Problem[] = [];
		const journal = beginJournal(plainRun, {
			folder,
			clock,
			onProblem: problem => problems.push(problem),
			...(after && {after}),
		});
		return {journal, problems};
	};

	it('says so once, and lets the run go on', async () => {
		await writeFile(path.join(temporary.path, 'data'), 'a file in the place of a folder');
		const {journal, problems} = journalWithProblems();
		journal.append(part('final', 'Ship'));
		journal.append(part('final', 'Ship', 'it'));
		journal.end();
		expect(problems).toEqual([
			{
				kind: 'bad-input',
				message: `This run is not being saved: there is a file in the place of a folder in ${folder}.`,
				nextStep: expect.stringContaining('It goes on.'),
			},
		]);
	});

	it('says so within a second when its folder is removed', async () => {
		const timers = createManualTimers();
		const {journal, problems} = journalWithProblems(timers.after);
		journal.append(part('final', 'Ship'));
		await rm(folder, {recursive: true});
		timers.advance(2000);
		journal.append(part('final', 'Ship', 'it'));
		journal.end();
		expect(problems).toEqual([expect.objectContaining({message: expect.stringContaining('is gone')})]);
	});

	it('never throws, also for what JSON cannot say', async () => {
		const {journal, problems} = journalWithProblems();
		const document: Record<string, unknown> = {};
		document['itself'] = document;
		journal.append({
			mode: 'batch',
			receivedMs: 1,
			event: {type: 'transcript', words: [], wordDelimiter: ' ', document},
		});
		journal.append(part('final', 'Ship'));
		journal.end();
		expect(problems).toHaveLength(1);
		const {run} = await read(journal.id);
		expect([...run.realTime.finals]).toHaveLength(1);
	});

	it('is not made anew by a process that goes on with it', async () => {
		const id = writeRun(folder, [], {isEnded: false});
		const before = await read(id);
		await rm(runFile(folder, id));
		await mkdir(folder, {recursive: true});
		const problems: Problem[] = [];
		continueJournal(before, {folder, clock, onProblem: problem => problems.push(problem)}).end();
		expect(problems).toHaveLength(1);
		expect(await readdir(folder)).toEqual([]);
	});
});
