import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {LiveRecording} from '../../source/audio/live-recording.js';
import {recorded} from '../../source/audio/recorded.js';
import {createRecorder} from '../../source/audio/recorder.js';
import {recordingPath} from '../../source/audio/recording-file.js';
import {repairRecordings} from '../../source/audio/repair-recording.js';
import {parseWavHeader, wavHeaderBytes} from '../../source/audio/wav.js';
import type {AudioSource} from '../../source/core/audio-source.js';
import type {Problem} from '../../source/core/problem.js';
import {collect} from '../helpers/collect.js';
import {countingSamples} from '../helpers/counting-samples.js';
import {buildRecordProgram, runRecordProgram} from '../helpers/record-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const second = countingSamples(0, 16_000);
const never = new AbortController().signal;

const readAll = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> =>
	Buffer.concat((await collect(bytes)).items);

const wavOf = ({recording}: LiveRecording): Promise<Buffer> => {
	if (recording.type !== 'bytes') {
		throw new Error('A live recording is bytes.');
	}

	return readAll(recording.open());
};

const refuse = (problem: Problem) => {
	throw new Error(problem.message);
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;

beforeEach(async () => {
	folder = await temporaryFolder();
	file = recordingPath(path.join(folder.path, 'data', 'recordings'), new Date('2026-03-01T14:25:01Z'));
	await mkdir(path.join(folder.path, 'temporary'));
	vi.stubEnv('TMPDIR', path.join(folder.path, 'temporary'));
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await folder[Symbol.asyncDispose]();
});

describe('recordingPath', () => {
	it('names a recording by date, time and chance', () => {
		const name = () => path.basename(recordingPath('recordings', new Date('2026-03-01T14:25:01.999Z')));
		expect(name()).toMatch(/^2026-03-01-142501-[\da-f]{6}\.wav$/v);
		expect(name()).not.toBe(name());
	});
});

describe('createRecorder', () => {
	it('writes what it is given to a WAV file, which can stand for a prepared recording', async () => {
		await using recorder = createRecorder({path: file, onProblem: refuse});
		await recorder.write(second.subarray(0, 1280));
		await recorder.write(second.subarray(1280));
		const recording = await recorder.finish();
		if (!recording) {
			throw new Error('There was audio.');
		}

		const wav = await wavOf(recording);
		expect(wav.equals(await readFile(file))).toBe(true);
		expect(parseWavHeader(wav)).toMatchObject({sampleRateHz: 16_000, channelCount: 1, dataBytes: 32_000});
		expect((await readAll(recording.openPcm())).equals(second)).toBe(true);
		expect((await readAll(recording.openPcm())).equals(second)).toBe(true);
		expect(recording).toMatchObject({
			path: file,
			name: path.basename(file),
			seconds: 1,
			fileBytes: wavHeaderBytes + 32_000,
			fileFormat: 'WAV',
			byteCount: wavHeaderBytes + 32_000,
			sha256: createHash('sha256').update(second).digest('hex'),
			warnings: [],
			recording: {type: 'bytes', name: path.basename(file), byteCount: wavHeaderBytes + 32_000},
		});
	});

	it('lets only this user look into the file and its folder', async () => {
		await using recorder = createRecorder({path: file, onProblem: refuse});
		await recorder.write(second);
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
	});

	it('is behind in its header by less than a second of audio, at every moment', async () => {
		await using recorder = createRecorder({path: file, onProblem: refuse});
		for (let chunks = 1; chunks <= 100; chunks++) {
			await recorder.write(second.subarray(0, 1280));
			const stated = parseWavHeader(await readFile(file))?.dataBytes ?? 0; // 0 stands for "not known".
			expect(chunks * 1280 - stated).toBeLessThan(32_000);
			expect(stated).toBeLessThanOrEqual(chunks * 1280);
		}
	});

	it('states the whole length as soon as nothing comes, as in a pause: another Duet finds nothing to mend', async () => {
		await using recorder = createRecorder({path: file, onProblem: refuse});
		await recorder.write(second.subarray(0, 1280));
		await expect.poll(async () => parseWavHeader(await readFile(file))?.dataBytes).toBe(1280);
		expect(await repairRecordings(path.dirname(file))).toEqual([]);
		await recorder.write(second.subarray(1280));
		await expect.poll(async () => parseWavHeader(await readFile(file))?.dataBytes).toBe(32_000);
	});

	it('states the whole length also where it is disposed of without being finished', async () => {
		{
			await using recorder = createRecorder({path: file, onProblem: refuse});
			await recorder.write(second.subarray(0, 1280));
		}

		expect(parseWavHeader(await readFile(file))?.dataBytes).toBe(1280);
	});

	it('keeps the order of what is written without waiting', async () => {
		await using recorder = createRecorder({path: file, onProblem: refuse});
		const written = Array.from({length: 50}, (_, index) => recorder.write(countingSamples(index * 64, 64)));
		const recording = await recorder.finish();
		await Promise.all(written);
		expect(recording?.sha256).toBe(createHash('sha256').update(countingSamples(0, 3200)).digest('hex'));
	});

	it('ignores what comes after the end', async () => {
		await using recorder = createRecorder({path: file, onProblem: refuse});
		await recorder.write(second);
		await recorder.finish();
		await recorder.write(second);
		expect(await recorder.finish()).toMatchObject({seconds: 1});
		expect((await stat(file)).size).toBe(wavHeaderBytes + 32_000);
	});

	it('makes no file and no recording where no audio comes', async () => {
		await using recorder = createRecorder({path: file, onProblem: refuse});
		expect(await recorder.finish()).toBeUndefined();
		expect(await readdir(folder.path)).toEqual(['temporary']);
	});

	it('never writes over a file', async () => {
		await mkdir(path.dirname(file), {recursive: true});
		await writeFile(file, 'another recording');
		const problems: Problem[] = [];
		await using recorder = createRecorder({path: file, onProblem: problem => problems.push(problem)});
		await recorder.write(second);
		expect(await readFile(file, 'utf8')).toBe('another recording');
		expect(problems).toHaveLength(1);
	});

	it('records for this run, without a name, where the audio is not to be kept', async () => {
		await using recorder = createRecorder({onProblem: refuse});
		await recorder.write(second);
		const recording = await recorder.finish();
		expect(recording).toMatchObject({name: 'recording.wav', seconds: 1});
		expect(recording?.path).toBeUndefined();
		expect((await wavOf(recording as LiveRecording)).subarray(wavHeaderBytes).equals(second)).toBe(true);
		expect(await readdir(tmpdir())).toEqual([]);
	});

	it('says once that audio is not kept where its folder cannot be made, and records it for this run', async () => {
		await writeFile(path.join(folder.path, 'data'), 'a file in the place of a folder');
		const problems: Problem[] = [];
		await using recorder = createRecorder({path: file, onProblem: problem => problems.push(problem)});
		await recorder.write(second);
		await recorder.write(second);
		const recording = await recorder.finish();
		const message = `This recording is not being kept: there is a file in the place of a folder in ${path.dirname(file)}.`;
		expect(problems).toEqual([expect.objectContaining({message})]);
		expect(recording).toMatchObject({seconds: 2, warnings: [message]});
		expect(recording?.path).toBeUndefined();
	});
});

describe('createRecorder, in a process with a limit on the size of files', () => {
	it('says once that there is no more room, keeps whole chunks until then, and lets the run go on', async () => {
		const program = await buildRecordProgram(folder.path);
		let handedOnBytes = 0;
		const told = await runRecordProgram(program, {
			arguments: ['100', file],
			blockLimit: 100, // 51,200 bytes, with a header of 44.
			onHandedOn(bytes) {
				handedOnBytes = bytes;
			},
		});

		expect(handedOnBytes).toBe(100 * 1280);
		const pcmBytes = 39 * 1280;
		const message = 'The recording ends at 1.6 s: a file may not be larger.';
		expect(told).toMatchObject({
			problems: [{message}],
			recording: {seconds: pcmBytes / 32_000, warnings: [message], byteCount: wavHeaderBytes + pcmBytes},
		});
		const wav = await readFile(file);
		expect(parseWavHeader(wav)?.dataBytes).toBe(pcmBytes);
		expect(wav.subarray(wavHeaderBytes).equals(countingSamples(0, pcmBytes / 2))).toBe(true);
	});

	it('leaves no empty file behind where there is no room at all', async () => {
		const program = await buildRecordProgram(folder.path);
		const told = await runRecordProgram(program, {arguments: ['3', file], blockLimit: 0});
		expect(told).toMatchObject({
			problems: [{message: 'Nothing is being recorded: a file may not be larger.'}],
		});
		expect(await readdir(path.dirname(file))).toEqual([]);
	});
});

describe('recorded', () => {
	it('hands on each chunk as it was, once it is in the file', async () => {
		const source: AudioSource = {
			title: 'talk',
			pace: 1,
			async *chunks() {
				yield {bytes: second.subarray(0, 1280), startSeconds: 0, endSeconds: 0.04, capturedMs: 50};
				yield {bytes: second.subarray(1280, 2560), startSeconds: 0.04, endSeconds: 0.08, capturedMs: 90};
			},
		};
		await using recorder = createRecorder({path: file, onProblem: refuse});
		const sizes: number[] = [];
		const chunks = [];
		for await (const chunk of recorded(source, recorder).chunks(never)) {
			chunks.push(chunk);
			sizes.push((await stat(file)).size - wavHeaderBytes);
		}

		expect(sizes).toEqual([1280, 2560]);
		expect(chunks).toEqual((await collect(source.chunks(never))).items);
		expect(recorded(source, recorder)).toMatchObject({title: 'talk', pace: 1});
	});
});
