import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {type PreparedRecording, prepareRecording} from '../../source/audio/prepare-recording.js';
import {openSourceFile} from '../../source/audio/source-file-recording.js';
import {parseWavHeader, wavHeaderBytes} from '../../source/audio/wav.js';
import {collect} from '../helpers/collect.js';
import {sine} from '../helpers/signals.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {encodedWav} from '../helpers/wav-file.js';

const tone = sine(700, {sampleRateHz: 16_000, sampleCount: 20_000});

const readAll = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> =>
	Buffer.concat((await collect(bytes)).items);

const wavOf = ({recording}: PreparedRecording): Promise<Buffer> => {
	if (recording.type !== 'bytes') {
		throw new Error('A prepared recording is bytes.');
	}

	return readAll(recording.open());
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

/**
A file beside the folder for temporary files, which holds nothing but what is being tested.
*/
const write = async (name: string, content: Uint8Array | string): Promise<string> => {
	const file = path.join(folder.path, name);
	await writeFile(file, content);
	return file;
};

beforeEach(async () => {
	folder = await temporaryFolder();
	const temporary = path.join(folder.path, 'temporary');
	await mkdir(temporary);
	vi.stubEnv('TMPDIR', temporary);
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await folder[Symbol.asyncDispose]();
});

describe('prepareRecording', () => {
	it('gives batch and real-time the same bytes, and their hash', async () => {
		const file = await write('stereo.wav', encodedWav([tone, tone], {sampleRateHz: 48_000}));
		await using recording = await prepareRecording(file);

		const pcm = await readAll(recording.openPcm());
		const wav = await wavOf(recording);
		expect(wav.subarray(wavHeaderBytes).equals(pcm)).toBe(true);
		expect(parseWavHeader(wav)).toMatchObject({sampleRateHz: 16_000, channelCount: 1, dataBytes: pcm.length});
		expect(recording).toMatchObject({
			name: 'stereo.wav',
			seconds: pcm.length / 32_000,
			byteCount: wav.length,
			sha256: createHash('sha256').update(pcm).digest('hex'),
			warnings: [],
			recording: {name: 'stereo.wav', byteCount: wav.length},
		});
		expect(recording.seconds).toBeCloseTo(20_000 / 48_000, 4);
	});

	it('leaves a 16 kHz mono 16-bit WAV file as it was, sample by sample', async () => {
		const wav = encodedWav([tone]);
		const file = await write('a.wav', wav);
		await using recording = await prepareRecording(file);
		expect((await readAll(recording.openPcm())).equals(wav.subarray(wavHeaderBytes))).toBe(true);
	});

	it('reads from the start each time', async () => {
		const file = await write('a.wav', encodedWav([tone]));
		await using recording = await prepareRecording(file);
		expect(await readAll(recording.openPcm())).toEqual(await readAll(recording.openPcm()));
	});

	it('names what it uploads for what it is, not for what it was', async () => {
		const mp3 = await readFile(path.join(import.meta.dirname, '../fixtures/audio/sweep.mp3'));
		const file = await write('talk.mp3', mp3);
		await using recording = await prepareRecording(file);
		expect(recording).toMatchObject({name: 'talk.mp3', seconds: 1.5, recording: {name: 'talk.wav'}});
	});

	it('passes on a warning about a file that is cut off', async () => {
		const file = await write('a.wav', encodedWav([tone], {promisedBytes: 80_000}));
		await using recording = await prepareRecording(file);
		expect(recording.warnings).toEqual([expect.stringContaining('promises 2.5 s, it holds 1.3 s')]);
	});

	it('keeps the audio where nobody else finds it, and nothing is left where the process is killed', async () => {
		const file = await write('a.wav', encodedWav([tone]));
		const recording = await prepareRecording(file);
		expect(await readdir(tmpdir())).toEqual([]);

		await recording.dispose();
		await recording.dispose(); // More than once, as several may clean up.
	});

	it('leaves nothing behind when there is no audio in the file', async () => {
		const file = await write('note.wav', 'Minutes');
		await expect(prepareRecording(file)).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: `${file} is not audio: it reads as text.`},
		});
		expect(await readdir(tmpdir())).toEqual([]);
	});

	it('leaves nothing behind when it is aborted', async () => {
		const file = await write('a.wav', encodedWav([tone]));
		const abort = new AbortController();
		const prepared = prepareRecording(file, abort.signal);
		abort.abort(new Error('stopped'));
		await expect(prepared).rejects.toThrow('stopped');
		expect(await readdir(tmpdir())).toEqual([]);
	});
});

describe('openSourceFile', () => {
	it('uploads the file as it is', async () => {
		const file = await write('talk.mp3', 'not looked into');
		const recording = await openSourceFile(file);
		expect(recording).toMatchObject({type: 'bytes', name: 'talk.mp3', byteCount: 15});
		expect((await readAll(recording.open())).toString()).toBe('not looked into');
	});
});
