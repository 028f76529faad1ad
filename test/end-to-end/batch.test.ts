import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {runDuet, sampleFile, startDuet} from '../helpers/duet.js';
import {wavFile} from '../helpers/plain-wav.js';
import {startServer} from '../helpers/serve.js';
import {reversed} from '../local/recognisers/degrade.js';
import {sample} from '../local/recognisers/listen.js';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
	[folder, server] = await Promise.all([
		mkdtemp(path.join(tmpdir(), 'duet-test-')),
		startServer('--job-seconds', '0.2'),
	]);
});
afterAll(async () => {
	await Promise.all([rm(folder, {recursive: true}), server.stop()]);
});

const batch = async (...arguments_: readonly string[]) =>
	runDuet(['batch', '--batch-url', server.batchUrl, ...arguments_], {
		environment: {SPEECHMATICS_API_KEY: server.apiKey},
	});

describe('duet batch', () => {
	it('prints the transcript on stdout and nothing else, and what it does on stderr', async () => {
		const {stdout, stderr, exitCode} = await batch(sampleFile);
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/^SPEAKER: S1\nGood morning, everyone\. Let's begin today's meeting\./);
		expect(stdout).toContain('SPEAKER: S2\n');
		expect(stderr).toMatch(/batch: job [a-z0-9]{10} created/);
		expect(stderr).toMatch(/sample\.wav: done in \d+\.\d s, words from replay, job [a-z0-9]{10}/);
	});

	it('writes captions that are numbered, in order, and never overlap', async () => {
		const {stdout} = await batch(sampleFile, '--format', 'srt');
		const cues = stdout.trimEnd().split('\n\n');
		expect(cues.length).toBeGreaterThan(10);
		let lastEnd = '';
		for (const [index, cue] of cues.entries()) {
			const [number, times, ...lines] = cue.split('\n');
			expect(number).toBe(String(index + 1));
			const [, start, end] = /^(\d\d:\d\d:\d\d,\d{3}) --> (\d\d:\d\d:\d\d,\d{3})$/.exec(times ?? '') ?? [];
			expect((start as string) >= lastEnd && (end as string) > (start as string)).toBe(true);
			lastEnd = end as string;
			expect(lines.length >= 1 && lines.length <= 2 && lines.every(line => line.length <= 37)).toBe(true);
		}
	});

	it('prints the service’s own json-v2 document', async () => {
		const {stdout} = await batch(sampleFile, '--format', 'json');
		const document = JSON.parse(stdout);
		expect(document).toMatchObject({
			format: '2.9',
			job: {data_name: 'sample.wav'},
			metadata: {type: 'transcription', transcription_config: {language: 'en', diarization: 'speaker'}},
		});
		expect(document.results.length).toBeGreaterThan(80);
	});

	it.each(['vtt', 'md', 'html'])('writes %s', async format => {
		const {stdout, exitCode} = await batch(sampleFile, '--format', format);
		expect(stdout).toContain('everyone');
		expect(exitCode).toBe(0);
	});

	it('writes many files into a folder, each under its own name', async () => {
		const output = path.join(folder, 'many') + path.sep;
		const {stdout, exitCode} = await batch(sampleFile, sampleFile, '--output', output);
		expect([stdout, exitCode]).toEqual(['', 0]);
		expect(await readdir(output)).toEqual(['sample.wav (2).txt', 'sample.wav.txt']);
		expect(await readFile(path.join(output, 'sample.wav.txt'), 'utf8')).toMatch(/^SPEAKER: S1\nGood morning/);
	});

	it('takes the format from the ending of the output file, unless one is given', async () => {
		const file = path.join(folder, 'captions.vtt');
		await batch(sampleFile, '--output', file);
		expect(await readFile(file, 'utf8')).toMatch(/^WEBVTT\n/);
		await batch(sampleFile, '--output', file, '--format', 'txt');
		expect(await readFile(file, 'utf8')).toMatch(/^SPEAKER: S1\n/);
	});

	it('prints many files in the order given, with a heading each', async () => {
		const {stdout} = await batch(sampleFile, sampleFile);
		expect(stdout.match(/^==> .* <==$/gm)).toEqual(['==> sample.wav <==', '==> sample.wav (2) <==']);
	});

	it('prints the result where the output file cannot be written, and says so', async () => {
		const {stdout, stderr, exitCode} = await batch(sampleFile, '--output', `${sampleFile}/x.txt`);
		expect(stdout).toContain('Good morning');
		expect(stderr).toMatch(/error: .*cannot be written/);
		expect(exitCode).toBe(2);
	});

	it('goes on with other files where there are no words for one, and says what to do about it', async () => {
		const unknown = path.join(folder, 'unknown.wav');
		await writeFile(unknown, wavFile(reversed(sample)));
		const nowhere = ['--pocketsphinx-library', 'no-such-library.so'];
		const {stdout, stderr, exitCode} = await runDuet(['batch', unknown, sampleFile, ...nowhere]);
		expect(exitCode).toBe(1);
		expect(stdout).toMatch(/^==> sample\.wav <==\nSPEAKER: S1\nGood morning/);
		expect(stderr).toMatch(
			/error: .*unknown\.wav: .*replay recogniser does not know this audio.*no-such-library\.so.*SPEECHMATICS_API_KEY/,
		);
	});

	it('says whose words they are in every document', async () => {
		const {stdout} = await runDuet(['batch', '--engine', 'local', sampleFile, '--format', 'json']);
		expect(JSON.parse(stdout).metadata.orchestrator_version).toMatch(/ duet-replay$/);
		const page = await runDuet(['batch', '--engine', 'local', sampleFile, '--format', 'md']);
		expect(page.stdout).toContain('local (replay)');
	});

	const stopped = async (
		arguments_: readonly string[],
		environment: Readonly<Record<string, string>> = {},
	) => {
		const child = startDuet(['batch', ...arguments_], {environment});
		let said = '';
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			if (said.includes('created') && !child.killed) {
				child.kill('SIGINT');
			}
		});
		const exitCode = await new Promise(resolve => {
			child.on('close', resolve);
		});
		return {said, exitCode};
	};

	it('leaves at Ctrl-C, and says under which id the job goes on', async () => {
		const {said, exitCode} = await stopped(['--batch-url', server.batchUrl, sampleFile], {
			SPEECHMATICS_API_KEY: server.apiKey,
		});
		expect(exitCode).toBe(130);
		expect(said).toMatch(/error: Stopped before the end\. \(job [a-z0-9]{10}\)\n {2}The job goes on/);
	});

	it('at Ctrl-C keeps nothing of files that had not begun, and promises nothing of a local job', async () => {
		const data = path.join(folder, 'data');
		const files = Array.from({length: 6}, () => sampleFile);
		const {said, exitCode} = await stopped(['--engine', 'local', '--jobs', '1', ...files], {
			XDG_DATA_HOME: data,
		});
		expect(exitCode).toBe(130);
		expect(said).toContain('error: ');
		expect(said).not.toContain('The job goes on');
		expect(await readdir(path.join(data, 'duet', 'runs'))).toHaveLength(1);
	});
});
