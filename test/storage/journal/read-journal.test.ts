import {existsSync, readdirSync, readlinkSync} from 'node:fs';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {ProblemError, toProblem} from '../../../source/core/problem.js';
import type {RunEvent} from '../../../source/core/run-state.js';
import {readStoredRun} from '../../../source/storage/history/stored-run.js';
import {fileLines} from '../../../source/storage/journal/file-lines.js';
import {journalEntries} from '../../../source/storage/journal/journal-entries.js';
import {readJournal} from '../../../source/storage/journal/read-journal.js';
import {runFile} from '../../../source/storage/journal/run-file.js';
import {collect} from '../../helpers/collect.js';
import {writeRun} from '../../helpers/journals.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {word} from '../../helpers/words.js';

const final = (text: string, startSeconds: number): RunEvent => ({
	mode: 'real-time',
	receivedMs: 100,
	event: {
		type: 'final',
		words: [word(text, startSeconds, startSeconds + 1, 'S1')],
		startSeconds,
		endSeconds: startSeconds + 1,
	},
});

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let id: string;
let file: string;
let header: string;

beforeEach(async () => {
	temporary = await temporaryFolder();
	id = writeRun(temporary.path, [final('Ship', 0), final('it', 1)]);
	file = runFile(temporary.path, id);
	[header = ''] = (await readFile(file, 'utf8')).split('\n');
});

afterEach(async () => {
	await temporary[Symbol.asyncDispose]();
});

const textOf = async (): Promise<string> =>
	[...(await readJournal(file)).run.realTime.finals].map(({text}) => text).join(' ');

const withLines = async (...lines: readonly string[]) => {
	await writeFile(file, [header, ...lines, ''].join('\n'));
	return readJournal(file);
};

const problemOf = async (reading: Promise<unknown>) =>
	reading.then(
		() => {
			throw new Error('It was read.');
		},
		(error: unknown) => toProblem(error),
	);

describe('readJournal', () => {
	it('reads every whole line, wherever the file is cut off', async () => {
		const whole = await readFile(file);
		const headerBytes = Buffer.byteLength(header) + 1;
		for (let length = headerBytes; length <= whole.length; length++) {
			await writeFile(file, whole.subarray(0, length));
			const {isTorn, damagedCount} = await readJournal(file);
			expect({isTorn, damagedCount}).toEqual({
				isTorn: whole[length - 1] !== '\n'.codePointAt(0),
				damagedCount: 0,
			});
			const wholeLines = whole.subarray(headerBytes, length).toString().split('\n').length - 1;
			expect(await textOf()).toBe(['', 'Ship', 'Ship it', 'Ship it'][wholeLines]);
		}
	});

	it('goes on after lines that make no sense, and counts them', async () => {
		const {damagedCount, unknownCount} = await withLines(
			'{"final":[["Ship",0,1]],"from":0,"to":1,"at":9}',
			'\u{0}\u{0}\u{0}\u{0}',
			'{"final":[["lost",1,2]],"from":1,"t',
			'[]',
			'{"final":"not a list","from":1,"to":2,"at":9}',
			'{"final":[["no end"]],"from":1,"to":2,"at":9}',
			'{"mode":"batch","receivedMs":1,"event":{"type":"job-created","jobId":7}}',
			'{"sent":[[1]],"at":9}',
			'',
			'{"final":[["it",1,2]],"from":1,"to":2,"at":9}',
		);
		expect({damagedCount, unknownCount}).toEqual({damagedCount: 7, unknownCount: 0});
		expect(await textOf()).toBe('Ship it');
	});

	it('counts a line that makes no sense, but not the torn one behind which another process went on', async () => {
		const owner = '{"process":{"id":7,"host":"elsewhere"}}';
		const torn = '{"final":[["it",1';
		expect(await withLines(torn, owner)).toMatchObject({damagedCount: 0, isTorn: false});
		expect(await withLines(torn, torn, owner)).toMatchObject({damagedCount: 1});
		expect(await withLines(owner, torn)).toMatchObject({damagedCount: 1});
		expect(await withLines(torn, '{"audio":{"seconds":1}}', owner)).toMatchObject({damagedCount: 1});
		expect((await withLines(torn, owner, torn, owner)).damagedCount).toBe(0);
	});

	it('does not take a partial for more than it is where the one before it is lost', async () => {
		const {damagedCount, run} = await withLines(
			'{"partial":[["Ship",0,1]],"from":0,"at":1}',
			'{"partial":[["it",1,2]],"ke',
			'{"partial":[["now",2,3]],"keep":2,"at":3}',
			'{"partial":[["Ship",0,1],["it",1,2],["then",2,3]],"from":0,"at":4}',
			'{"partial":[],"keep":-1,"at":4}',
			'{"partial":[["Ship",0,1]],"from":0,"at":5}',
		);
		expect({damagedCount, partials: run.realTime.partialCount}).toEqual({damagedCount: 3, partials: 3});
	});

	it('leaves out what a later Duet has added, and counts it apart', async () => {
		const {damagedCount, unknownCount, run} = await withLines(
			'{"mode":"batch","receivedMs":1,"event":{"type":"teleported"}}',
			'{"mode":"real-time","receivedMs":1,"event":{"type":"toString"}}',
			'{"weather":"fine"}',
			'{"mode":"batch","receivedMs":1,"event":{"type":"job-created","jobId":"a1","more":[1]}}',
		);
		expect({damagedCount, unknownCount}).toEqual({damagedCount: 0, unknownCount: 3});
		expect(run.batch.jobId).toBe('a1');
	});

	it('knows under what name a job was to be submitted', async () => {
		const {run} = await withLines(
			'{"mode":"batch","receivedMs":1,"event":{"type":"submitting","reference":"duet-77"}}',
		);
		expect(run.batch.jobReference).toBe('duet-77');
	});

	it('takes words as objects, too', async () => {
		await withLines(
			'{"mode":"real-time","receivedMs":1,"event":{"type":"final","startSeconds":0,"endSeconds":1,"words":[{"text":"Ship","type":"word","startSeconds":0,"endSeconds":1}]}}',
		);
		expect(await textOf()).toBe('Ship');
	});

	it('says what a file is not', async () => {
		await writeFile(file, 'Dear diary\n');
		expect(await problemOf(readJournal(file))).toMatchObject({
			kind: 'bad-input',
			message: `${file} is not the journal of a run: its first line does not say what it is.`,
		});
		await writeFile(file, '');
		expect(await problemOf(readJournal(file))).toMatchObject({kind: 'bad-input'});
		await rm(file);
		expect(await problemOf(readJournal(file))).toMatchObject({
			message: expect.stringContaining('it cannot be read (ENOENT)'),
		});
		await mkdir(file);
		expect(await problemOf(readJournal(file))).toMatchObject({
			message: expect.stringContaining('it cannot be read (EISDIR)'),
		});
	});

	it.skipIf(!existsSync('/proc/self/fd'))('leaves no file open, also where it is not a journal', async () => {
		const openCount = () =>
			readdirSync('/proc/self/fd').filter(descriptor => {
				try {
					return readlinkSync(`/proc/self/fd/${descriptor}`) === file;
				} catch {
					return false; // That of the listing itself.
				}
			}).length;
		await readJournal(file);
		await writeFile(file, 'Dear diary\n');
		await problemOf(readJournal(file));
		await problemOf(readStoredRun(file, id, 0));
		await expect.poll(openCount).toBe(0); // Its writer leaves it to the disk when it is closed.
	});

	it('refuses the journal of a newer Duet, and one that is not where its name says', async () => {
		await writeFile(file, `${header.replace('"version":1', '"version":2')}\n`);
		expect(await problemOf(readJournal(file))).toMatchObject({
			message: expect.stringContaining('newer Duet'),
		});
		await writeFile(file, `${header.replace(id, '2026-01-01-000000-abcdef')}\n`);
		expect(await problemOf(readJournal(file))).toMatchObject({
			message: expect.stringContaining('it is that of 2026-01-01-000000-abcdef'),
		});
		await writeFile(file, `${header.replace(id, '../../somewhere')}\n`);
		expect(await problemOf(readJournal(file))).toMatchObject({
			message: expect.stringContaining('first line'),
		});
	});
});

/**
JSON that has the names of a journal in it.
*/
const nearlyJournal = fc.letrec<{value: unknown}>(tie => ({
	value: fc.oneof(
		{depthSize: 'small'},
		fc.jsonValue(),
		fc.constantFrom(
			'batch',
			'real-time',
			'partial',
			'final',
			'failed',
			'transcript',
			'audio-sent',
			'done',
			0,
			1,
		),
		fc.array(tie('value'), {maxLength: 6}),
		fc.dictionary(
			fc.constantFrom(
				'mode',
				'event',
				'type',
				'words',
				'receivedMs',
				'sent',
				'partial',
				'final',
				'from',
				'to',
				'at',
				'ended',
				'audio',
				'process',
				'summary',
				'text',
				'startSeconds',
				'endSeconds',
				'problem',
				'acknowledged',
				'name',
				'__proto__',
				'constructor',
			),
			tie('value'),
			{maxKeys: 8},
		),
	),
})).value;

describe('whatever is in the file', () => {
	const survives = async (content: string | Uint8Array) => {
		await writeFile(file, content);
		for (const read of [readJournal, (name: string) => readStoredRun(name, id, 0)]) {
			try {
				await read(file);
			} catch (error) {
				expect(error).toBeInstanceOf(ProblemError);
			}
		}
	};

	it('reading bytes gives a run or a problem', async () => {
		await fc.assert(fc.asyncProperty(fc.uint8Array({maxLength: 300}), survives), {numRuns: 500});
	});

	it('reading bytes after a header gives a run', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({maxLength: 300}), async bytes => {
				await writeFile(file, Buffer.concat([Buffer.from(`${header}\n`), bytes]));
				await readJournal(file);
				await readStoredRun(file, id, 0);
			}),
			{numRuns: 500},
		);
	});

	it('reading lines of JSON after a header gives a run', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(nearlyJournal, {maxLength: 8}), async lines => {
				await writeFile(file, [header, ...lines.map(line => JSON.stringify(line)), ''].join('\n'));
				await readJournal(file);
				await readStoredRun(file, id, 0);
			}),
			{numRuns: 1000},
		);
	});

	it('reading a header with another value in one place gives a run or a problem', async () => {
		const content = JSON.parse(header) as Record<string, unknown>;
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...Object.keys(content)), nearlyJournal, async (name, value) => {
				await survives(`${JSON.stringify({...content, [name]: value})}\n`);
			}),
			{numRuns: 500},
		);
	});
});

describe('fileLines', () => {
	it('ends lines only at line feeds, across the pieces it reads', async () => {
		const lines = ['a\u{2028}b\r', '', 'é'.repeat(700_000), 'last'];
		await writeFile(file, lines.join('\n'));
		const {items} = await collect(fileLines(file));
		expect(items.map(({text}) => text)).toEqual(lines);
		expect(items.map(({isWhole}) => isWhole)).toEqual([true, true, true, false]);
	});
});

it('journalEntries gives events one by one', async () => {
	const {items} = await collect(journalEntries(file));
	expect(items.map(({type}) => type)).toEqual(['header', 'event', 'event', 'ended']);
});
