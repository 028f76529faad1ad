import {copyFile, mkdir, readFile, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {RunEvent} from '../../source/core/run-state.js';
import {beginJournal, type RunDescription} from '../../source/storage/journal/journal.js';
import {readJournal} from '../../source/storage/journal/read-journal.js';
import {runFile, runsFolder} from '../../source/storage/journal/run-file.js';
import {dataFolder} from '../../source/storage/paths.js';
import {startBatchService} from '../helpers/batch-service.js';
import {runDuet, sampleFile} from '../helpers/duet.js';
import {followDuet} from '../helpers/follow-duet.js';
import {orphan, plainRun, refuse, writeRun} from '../helpers/journals.js';
import {
	type ScriptedAnswer,
	type ScriptedHttpServer,
	startScriptedHttpServer,
} from '../helpers/scripted-http-server.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {word} from '../helpers/words.js';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeEach(async () => {
	temporary = await temporaryFolder();
	vi.stubEnv('XDG_DATA_HOME', temporary.path);
	folder = runsFolder(dataFolder());
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await temporary[Symbol.asyncDispose]();
});

const duet = (...arguments_: readonly string[]) =>
	runDuet(arguments_, {environment: {XDG_DATA_HOME: temporary.path, SPEECHMATICS_API_KEY: ''}});

const begun: readonly RunEvent[] = [
	{mode: 'real-time', receivedMs: 0, event: {type: 'begun'}},
	{
		mode: 'real-time',
		receivedMs: 9,
		event: {type: 'final', words: [word('Good', 0.4, 0.6)], startSeconds: 0, endSeconds: 1},
	},
];
const batchBegun: RunEvent = {mode: 'batch', receivedMs: 0, event: {type: 'begun'}};

const leave = (events: readonly RunEvent[], about: RunDescription): string => {
	const id = writeRun(folder, events, {isEnded: false, about});
	orphan(folder, id);
	return id;
};

const sampleRun: RunDescription = {...plainRun, audio: {name: 'sample.wav', path: sampleFile}};

describe('duet resume', () => {
	it('submits the recording that was not submitted, and shows the comparison', async () => {
		const id = leave([...begun, batchBegun], sampleRun);
		const {stdout, exitCode} = await duet('resume');
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/^Audio {5}sample\.wav · 0:38 · both modes got the same bytes/v);
		expect(stdout).toContain("Good morning, everyone. Let's begin today's meeting.");
		expect(stdout).toContain('Good\n  (failed: Duet came to its end before this did.)');
		const {run, ended, audio} = await readJournal(runFile(folder, id));
		expect(run.batch).toMatchObject({phase: 'done', jobId: expect.any(String)});
		expect(ended).toBeDefined();
		expect(audio.sha256).toMatch(/^[\da-f]{64}$/v);
		expect(await duet('show')).toMatchObject({stdout});
		expect(await duet('resume')).toMatchObject({
			stdout: '',
			stderr: 'There is nothing to resume: every run came to its end.\n',
			exitCode: 0,
		});
	});

	it('submits the kept recording of speech that was broken off', async () => {
		const recording = path.join(dataFolder(), 'recordings', '2026-03-01-142501-ab12cd.wav');
		await mkdir(path.dirname(recording), {recursive: true});
		await copyFile(sampleFile, recording);
		const about = {...plainRun, isLive: true, audio: {name: 'microphone', path: recording}};
		leave(begun, about);
		const {stdout} = await duet('resume', '--json');
		const report = JSON.parse(stdout);
		expect(report.batch.status).toBe('done');
		expect(report.audio.seconds).toBeCloseTo(38.7, 0);
	});

	it('submits the recording again where the job was that of a local server, which is gone', async () => {
		leave(
			[...begun, batchBegun, {mode: 'batch', receivedMs: 1, event: {type: 'job-created', jobId: 'gone'}}],
			{
				...sampleRun,
				mode: 'batch',
			},
		);
		const {stdout, exitCode} = await duet('resume', 'last');
		expect(exitCode).toBe(0);
		expect(stdout).toContain('Good morning, everyone.');
		expect(stdout).toMatch(/Real-time factor +\d+\.\d{3}/v);
		expect(stdout).toMatch(/Cost +\$0\.00\d*[1-9]/v);
		expect((await duet('show')).stdout).toBe(stdout);
		expect((await duet('history')).stdout).toContain('0:3');
	});

	it('says where the text is of which there is nothing more to be had, and that only once', async () => {
		const id = leave(begun, {...sampleRun, mode: 'real-time'});
		expect((await duet('resume')).stderr).toBe(
			`There is nothing to go on with in ${id}. duet show ${id} has what there is.\n`,
		);
		expect((await duet('resume')).stderr).toContain('every run came to its end');
	});

	it('sends no key to another server than the options name', async () => {
		await using other = await startScriptedHttpServer(() => ({body: {jobs: []}}));
		leave([...begun, batchBegun, {mode: 'batch', receivedMs: 1, event: {type: 'job-created', jobId: 'a1'}}], {
			...sampleRun,
			engine: {...plainRun.engine, kind: 'cloud', title: 'cloud (us)', batchUrl: 'http://127.0.0.1:1/v2'},
		});
		const {stderr, exitCode} = await runDuet(['resume', '--batch-url', `${other.url}/v2`], {
			environment: {XDG_DATA_HOME: temporary.path, SPEECHMATICS_API_KEY: 'secret'},
		});
		expect(exitCode).toBe(2);
		expect(stderr).toContain('This run was on cloud (us), and the options lead to ');
		expect(JSON.stringify(other.requests)).not.toMatch(/secret|authorization/i);
	});

	it('leaves at Ctrl-C while it looks for the job, and can be tried again', async () => {
		await using service = await startScriptedHttpServer(() => 'silence');
		const batchUrl = `${service.url}/v2`;
		const submitting: RunEvent = {
			mode: 'batch',
			receivedMs: 1,
			event: {type: 'submitting', reference: 'duet-1'},
		};
		const id = leave([batchBegun, submitting], {
			...sampleRun,
			mode: 'batch',
			engine: {...plainRun.engine, kind: 'on-premises', batchUrl},
		});
		await using resuming = followDuet(['resume', '--batch-url', batchUrl], {
			environment: {XDG_DATA_HOME: temporary.path},
		});
		await expect.poll(() => service.requests.length, {timeout: 10_000}).toBeGreaterThan(0);
		resuming.child.kill('SIGINT');
		expect(await resuming.exited).toBe(130);
		expect(resuming.said().stderr).toContain('error: Stopped before the end.');
		expect(resuming.said().stderr).not.toContain('Something in Duet went wrong');
		expect((await readJournal(runFile(folder, id))).ended).toBeUndefined();
	});

	it('offers the recording of a job that has expired, and makes a new one of it', async () => {
		const answers: Record<string, ScriptedAnswer> = {
			'/v2/jobs/a1': {status: 410, body: {code: 410, error: 'Job Expired'}},
			'/v2/jobs/b2': {body: {job: {id: 'b2', status: 'done'}}},
			'/v2/jobs/b2/transcript': {body: {results: []}},
		};
		await using service = await startScriptedHttpServer(({method, path: asked}) =>
			method === 'POST' ? {status: 201, body: {id: 'b2'}} : (answers[asked] ?? {status: 404, body: {}}),
		);
		const batchUrl = `${service.url}/v2`;
		const id = leave(
			[batchBegun, {mode: 'batch', receivedMs: 1, event: {type: 'job-created', jobId: 'a1'}}],
			{...sampleRun, mode: 'batch', engine: {...plainRun.engine, kind: 'on-premises', batchUrl}},
		);
		const first = await duet('resume', '--batch-url', batchUrl);
		expect(first.exitCode).toBe(1);
		expect(first.stderr).toContain('no longer has the job a1 (HTTP 410).');
		expect(first.stderr).toContain('going on with the run once more submits it again.');
		const second = await duet('resume', '--batch-url', batchUrl);
		expect(second.exitCode).toBe(0);
		expect((await readJournal(runFile(folder, id))).run.batch).toMatchObject({phase: 'done', jobId: 'b2'});
		expect((await duet('resume')).stderr).toContain('every run came to its end');
	});

	it('goes on with a run of a machine that has another name now', async () => {
		const id = leave([...begun, batchBegun], sampleRun);
		const file = runFile(folder, id);
		const [header = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
		const process = {id: 7, host: 'another-name'};
		await writeFile(file, [JSON.stringify({...JSON.parse(header), process}), ...lines].join('\n'));
		await utimes(file, 1000, 1000);
		const {stdout, exitCode} = await duet('resume', id);
		expect(exitCode).toBe(0);
		expect(stdout).toContain('Good morning, everyone.');
	});

	it('says of what it closes that it was broken off, also later, and keeps the words that were not final', async () => {
		const partial: RunEvent = {
			mode: 'real-time',
			receivedMs: 12,
			event: {type: 'partial', words: [word('world', 1, 1.4)], startSeconds: 1, endSeconds: 1.4},
		};
		const id = leave([...begun, partial], {...sampleRun, mode: 'real-time'});
		const before = await duet('show', id);
		await duet('resume');
		const after = await duet('show', id);
		expect(before.stdout).toContain('‹world›');
		expect(after.stdout).toBe(before.stdout);
		expect((await duet('history', '--json')).stdout).toContain('Duet came to its end before this did.');
	});

	it('goes on with a run that another Duet has let go and is still open', async () => {
		const id = writeRun(folder, [...begun, batchBegun], {isEnded: false, about: sampleRun});
		expect(await duet('resume', id)).toMatchObject({
			exitCode: 0,
			stdout: expect.stringContaining('Good morning, everyone.'),
		});
	});

	it('leaves alone a run that still goes on', async () => {
		using journal = beginJournal(sampleRun, {folder, clock: {nowMs: () => 0}, onProblem: refuse});
		begun.forEach(journal.append);
		expect((await duet('resume', journal.id)).stderr).toBe('This run still goes on.\n');
		expect((await duet('resume')).stderr).toContain('There is nothing to resume');
	});
});

describe('duet batch that is stopped after its upload and before the answer', () => {
	/**
	Stops it once the service has the whole upload.
	*/
	const stopped = async ({url, requests}: ScriptedHttpServer, input = sampleFile) => {
		await using submitting = followDuet(['batch', input, '--batch-url', `${url}/v2`], {
			environment: {XDG_DATA_HOME: temporary.path},
		});
		await expect.poll(() => requests.filter(({method}) => method === 'POST')).toHaveLength(1);
		submitting.child.kill('SIGINT');
		expect(await submitting.exited).toBe(130);
		return submitting.said().stderr;
	};

	it('says how to come by its job, and its job is found and not made again', async () => {
		await using service = await startBatchService({
			faultOf: (_number, call) => (call === 'create' ? 'late silence' : undefined),
		});
		expect(await stopped(service)).toContain(
			'error: Stopped before the end.\n  All was uploaded, so there may be a job of it: duet resume looks for it.\n',
		);
		const {stdout, exitCode} = await duet('resume', '--batch-url', `${service.url}/v2`);
		expect(exitCode).toBe(0);
		expect(stdout).toContain('Hello there');
		expect(stdout).toMatch(/Cost +– \(/v); // This service does not say how long the audio is.
		expect(service.jobs).toHaveLength(1);
		expect((await duet('history', '--json')).stdout).not.toContain('Stopped before the end.');
		expect((await duet('resume')).stderr).toContain('every run came to its end');
	});

	it('is submitted again where there is no job of it, which is said', async () => {
		const answers: Record<string, ScriptedAnswer> = {
			'/v2/jobs/b2': {body: {job: {id: 'b2', status: 'done'}}},
			'/v2/jobs/b2/transcript': {body: {results: []}},
		};
		let created = 0;
		await using service = await startScriptedHttpServer(({method, path: asked}) => {
			if (method === 'POST') {
				created += 1;
				return created === 1 ? 'silence' : {status: 201, body: {id: 'b2'}};
			}

			return answers[asked] ?? {body: {jobs: []}};
		});
		await stopped(service);
		const {stderr, exitCode} = await duet('resume', '--batch-url', `${service.url}/v2`);
		expect(stderr).toContain(
			'batch: The service has no job of this upload: the recording is submitted again.',
		);
		expect(exitCode).toBe(0);
		expect(created).toBe(2);
	});

	it('is over where there is neither a job of it nor a file', async () => {
		await using service = await startScriptedHttpServer(({method}) =>
			method === 'POST' ? 'silence' : {body: {jobs: []}},
		);
		await stopped(service, 'https://example.com/standup.mp3');
		const {stderr, exitCode} = await duet('resume', '--batch-url', `${service.url}/v2`);
		expect(stderr).toContain(
			'There is no job of this run at the service, and no recording to make one of.\n  Transcribe it again with duet batch.',
		);
		expect(exitCode).toBe(2);
		expect((await duet('resume')).stderr).toContain('every run came to its end');
	});
});
