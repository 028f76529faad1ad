import {randomInt} from 'node:crypto';
import {mkdir, open, readdir, readFile, stat, symlink, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {prepareRecording} from '../../source/audio/prepare-recording.js';
import {createRecorder} from '../../source/audio/recorder.js';
import {recordingPath} from '../../source/audio/recording-file.js';
import {repairRecording, repairRecordings} from '../../source/audio/repair-recording.js';
import {wavHeader, wavHeaderBytes} from '../../source/audio/wav.js';
import {countingSamples} from '../helpers/counting-samples.js';
import {buildRecordProgram, runRecordProgram} from '../helpers/record-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {encodedWav, wavChunk} from '../helpers/wav-file.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
	folder = await temporaryFolder();
});

afterEach(async () => {
	await folder[Symbol.asyncDispose]();
});

const newPath = () => recordingPath(folder.path, new Date('2026-03-01T14:25:01Z'));

const samples = countingSamples(0, 16_000);

/**
A recording whose header states another length than it has.
*/
const broken = (statedBytes: number, pcm: Uint8Array = samples): Buffer =>
	Buffer.concat([wavHeader(statedBytes), pcm]);

const write = async (content: Uint8Array, file = newPath()): Promise<string> => {
	await writeFile(file, content);
	return file;
};

describe('repairRecording', () => {
	it.each([
		['fewer samples than there are, as after a kill', 16_000],
		['more samples than there are, as after a loss of power', 64_000],
		['none', 0],
	])('mends a header that states %s', async (_, statedBytes) => {
		const file = await write(broken(statedBytes));
		expect(await repairRecording(file)).toBe(1);
		expect(Buffer.concat([wavHeader(32_000), samples]).equals(await readFile(file))).toBe(true);
	});

	it('cuts off half a sample', async () => {
		const file = await write(broken(16_000, samples.subarray(0, 31_999)));
		expect(await repairRecording(file)).toBe(31_998 / 32_000);
		const wav = await readFile(file);
		expect(wav.equals(Buffer.concat([wavHeader(31_998), samples.subarray(0, 31_998)]))).toBe(true);
	});

	it('leaves a recording alone that is whole', async () => {
		const file = await write(broken(32_000));
		await utimes(file, 1000, 1000);
		expect(await repairRecording(file)).toBeUndefined();
		expect((await stat(file)).mtimeMs).toBe(1_000_000);
	});

	it.each<[string, Uint8Array]>([
		['is empty', Buffer.alloc(0)],
		['was cut off within its header', wavHeader(0).subarray(0, 30)],
		['is text', Buffer.from('Minutes of the meeting, which was long and had many points.')],
		['has another rate', encodedWav([[0.1, 0.2]], {sampleRateHz: 8000, promisedBytes: 100})],
		['has two channels', encodedWav([[0.1], [0.2]], {promisedBytes: 100})],
		['has other chunks', encodedWav([[0.1, 0.2]], {chunksBefore: wavChunk('LIST', Buffer.alloc(40))})],
		['states two lengths that do not agree', encodedWav([[0.1, 0.2]], {promisedBytes: 100})],
	])('leaves a file alone that %s', async (_, content) => {
		const file = await write(content);
		expect(await repairRecording(file)).toBeUndefined();
		expect((await readFile(file)).equals(content)).toBe(true);
	});

	it('mends a recording of more than 4 GiB as far as the format goes', async () => {
		const file = await write(broken(32_000));
		const handle = await open(file, 'r+');
		await handle.truncate(wavHeaderBytes + 2 ** 32 + 2); // A file with a hole: it takes no room.
		await handle.close();
		expect(await repairRecording(file)).toBe((2 ** 32 + 2) / 32_000);
		expect(await repairRecording(file)).toBeUndefined();
	});
});

describe('repairRecordings', () => {
	it('mends every recording of the folder, and nothing else in it', async () => {
		const [first, whole, second] = [
			await write(broken(0)),
			await write(broken(32_000)),
			await write(broken(2, samples.subarray(0, 16_000))),
		];
		const foreign = await write(broken(0), path.join(folder.path, 'interview.wav'));
		await mkdir(newPath());
		await symlink(foreign, newPath());

		const repaired = await repairRecordings(folder.path);
		expect(new Map(repaired.map(({path, seconds}) => [path, seconds]))).toEqual(
			new Map([
				[first, 1],
				[second, 0.5],
			]),
		);
		expect((await readFile(foreign)).equals(broken(0))).toBe(true);
		expect((await readFile(whole)).equals(broken(32_000))).toBe(true);
		expect(await repairRecordings(folder.path)).toEqual([]);
	});

	it('does nothing where nothing was recorded yet', async () => {
		expect(await repairRecordings(path.join(folder.path, 'missing'))).toEqual([]);
	});

	it('does not call a recording broken off that another Duet is writing', async () => {
		await using recorder = createRecorder({path: newPath(), onProblem() {}});
		await recorder.write(samples.subarray(0, 16_000)); // Not in the header yet.
		let isLooking = true;
		const looking = repairRecordings(folder.path).finally(() => {
			isLooking = false;
		});
		while (isLooking) {
			await recorder.write(countingSamples(0, 512));
		}

		expect(await looking).toEqual([]);
	});

	it('does no harm to a recording that another Duet is writing', async () => {
		const file = newPath();
		const recorder = createRecorder({path: file, onProblem() {}});
		const repairs: Array<Promise<unknown>> = [];
		for (let index = 0; index < 200; index++) {
			repairs.push(repairRecordings(folder.path));
			await recorder.write(countingSamples(index * 640, 640));
		}

		await recorder[Symbol.asyncDispose]();
		await Promise.all(repairs);
		const pcm = countingSamples(0, 200 * 640);
		expect((await readFile(file)).equals(Buffer.concat([wavHeader(pcm.length), pcm]))).toBe(true);
	});
});

describe('a process that is killed with SIGKILL while it records', () => {
	it('has lost nothing that it had handed on, after the repair', async () => {
		const program = await buildRecordProgram(folder.path);
		for (const killAtChunk of [1, ...Array.from({length: 7}, () => randomInt(2, 400))]) {
			const file = newPath();
			let handedOnBytes = 0;
			await runRecordProgram(program, {
				arguments: ['Infinity', file],
				onHandedOn(bytes, child) {
					handedOnBytes = bytes;
					if (bytes >= killAtChunk * 1280) {
						child.kill('SIGKILL');
					}
				},
			});

			await repairRecordings(folder.path);
			await using recording = await prepareRecording(file);
			const {size} = await stat(file);
			const pcmBytes = size - wavHeaderBytes;
			expect(recording).toMatchObject({seconds: pcmBytes / 32_000, warnings: []});
			expect(pcmBytes).toBeGreaterThanOrEqual(handedOnBytes);
			const wav = await readFile(file);
			expect(wav.equals(Buffer.concat([wavHeader(pcmBytes), countingSamples(0, pcmBytes / 2)]))).toBe(true);
		}
	});

	it('has a header before the repair that is behind by a second of audio at most', async () => {
		const program = await buildRecordProgram(folder.path);
		const file = newPath();
		await runRecordProgram(program, {
			arguments: ['Infinity', file],
			onHandedOn(bytes, child) {
				if (bytes >= 150 * 1280) {
					child.kill('SIGKILL');
				}
			},
		});

		const wav = await readFile(file);
		const missingBytes = wav.length - wavHeaderBytes - wav.readUInt32LE(40);
		expect(missingBytes).toBeLessThan(32_000 + 1280); // The chunk that was being written comes on top.
	});

	it('leaves nothing behind where the audio was not to be kept', async () => {
		const program = await buildRecordProgram(folder.path);
		const temporary = path.join(folder.path, 'temporary');
		await mkdir(temporary);
		await runRecordProgram(program, {
			arguments: ['Infinity'],
			temporary,
			onHandedOn(bytes, child) {
				if (bytes >= 10 * 1280) {
					child.kill('SIGKILL');
				}
			},
		});
		expect(await readdir(temporary)).toEqual([]);
	});
});
