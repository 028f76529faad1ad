import {spawn} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {PassThrough, type Readable} from 'node:stream';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {openStdinSource, type StdinSourceOptions} from '../../source/audio/stdin-source.js';
import type {AudioChunk} from '../../source/core/audio-source.js';
import {collect} from '../helpers/collect.js';
import {countingSamples} from '../helpers/counting-samples.js';
import {correlation, sine} from '../helpers/signals.js';
import {encodedWav, wavEncodings} from '../helpers/wav-file.js';

const never = new AbortController().signal;

/**
A pipe that the test writes to, on a clock that the test moves.
*/
const pipe = (options: Partial<StdinSourceOptions> = {}) => {
	const stream = new PassThrough({highWaterMark: 65_536});
	const notes: string[] = [];
	const time = {nowMs: 0};
	const open = () =>
		openStdinSource(stream, {
			clock: {nowMs: () => time.nowMs},
			signal: never,
			onNote: message => notes.push(message),
			...options,
		});
	return {stream, notes, time, open};
};

/**
All that a stream gives, as one.
*/
const read = async (stream: Readable, options: Partial<StdinSourceOptions> = {}) => {
	const notes: string[] = [];
	const clock = {nowMs: () => performance.now()};
	const source = await openStdinSource(stream, {
		clock,
		signal: never,
		onNote: message => notes.push(message),
		...options,
	});
	const {items, error} = await collect(source.chunks(never));
	return {bytes: Buffer.concat(items.map(({bytes}) => bytes)), chunks: items, error, notes};
};

const streamOf = (...pieces: readonly Uint8Array[]): Readable => {
	const stream = new PassThrough();
	for (const piece of pieces) {
		stream.write(piece);
	}

	return stream.end();
};

const samplesOf = (bytes: Uint8Array): Int16Array => new Int16Array(Uint8Array.from(bytes).buffer);

/**
What a real program writes to a real pipe.
*/
const outputOf = (command: string): Readable =>
	spawn('sh', ['-c', command], {stdio: ['ignore', 'pipe', 'ignore']}).stdout;

const shapeOf = (chunks: readonly AudioChunk[]) =>
	chunks.map(({bytes, startSeconds, endSeconds}) => [bytes.length, startSeconds, endSeconds]);

afterEach(() => {
	vi.useRealTimers();
});

describe('openStdinSource, with samples without a header', () => {
	it('passes 16 kHz through as it is, in chunks of at most 64 ms', async () => {
		const pcm = countingSamples(1000, 2500);
		const {bytes, chunks} = await read(streamOf(pcm));
		expect(bytes.equals(pcm)).toBe(true);
		expect(shapeOf(chunks)).toEqual([
			[2048, 0, 0.064],
			[2048, 0.064, 0.128],
			[904, 0.128, 0.156_25],
		]);
	});

	it('joins samples that the pipe has split, and drops half of one at the end', async () => {
		const pcm = countingSamples(1000, 500);
		const {bytes, notes} = await read(
			streamOf(pcm.subarray(0, 99), pcm.subarray(99, 300), pcm.subarray(300), Buffer.of(7)),
		);
		expect(bytes.equals(pcm)).toBe(true);
		expect(notes.filter(note => !note.includes('faster'))).toEqual([]);
	});

	it('resamples other rates', async () => {
		const tone = sine(440, {sampleRateHz: 44_100, sampleCount: 44_100});
		const {bytes} = await read(streamOf(encodedWav([tone]).subarray(44)), {rateHz: 44_100});
		const wanted = sine(440, {sampleRateHz: 16_000, sampleCount: 16_000});
		expect(samplesOf(bytes)).toHaveLength(16_000);
		expect(correlation(samplesOf(bytes), wanted)).toBeGreaterThan(0.999);
	});

	it('does not take loud samples for an MP3 or AAC file', async () => {
		for (const start of [
			[0xff, 0xfb, 0x90, 0x64],
			[0xff, 0xf1, 0x50, 0x80],
		]) {
			const pcm = Buffer.concat([Buffer.from(start), countingSamples(0, 200)]);
			expect((await read(streamOf(pcm))).bytes.equals(pcm)).toBe(true);
		}
	});
});

describe('openStdinSource, with a file', () => {
	const tone = sine(440, {sampleRateHz: 48_000, sampleCount: 24_000});
	const wanted = sine(440, {sampleRateHz: 16_000, sampleCount: 8000});

	it.each(Object.entries(wavEncodings))('reads a stereo WAV of 48 kHz and %s', async (_, encoding) => {
		const wav = encodedWav([tone, tone], {sampleRateHz: 48_000, encoding});
		const {bytes} = await read(streamOf(wav), {rateHz: 8000}); // A header has its own rate.
		expect(samplesOf(bytes)).toHaveLength(8000);
		expect(correlation(samplesOf(bytes), wanted)).toBeGreaterThan(0.999);
	});

	it('leaves out what follows the samples', async () => {
		const wav = encodedWav([[0.1, 0.2, 0.3]], {chunksAfter: Buffer.from('LIST\x04\0\0\0abcd')});
		expect((await read(streamOf(wav))).bytes).toHaveLength(6);
	});

	it('decodes other files that are known by their signature', async () => {
		const flac = await readFile(path.join(import.meta.dirname, '../fixtures/audio/sweep.flac'));
		expect((await read(streamOf(flac))).bytes).toHaveLength(1.5 * 32_000);
	});

	it('says that a WAV file ends before its header says so', async () => {
		const wav = encodedWav([wanted], {promisedBytes: 32_000});
		const {bytes, notes} = await read(streamOf(wav));
		expect(bytes).toHaveLength(16_000);
		expect(notes).toContainEqual(
			'Standard input is cut off: its header promises 1.0 s, it holds 0.5 s. What is there is used.',
		);
	});
});

describe('openStdinSource, with what programs write to a pipe', () => {
	it.each([
		['sox', 'sox -n -r 16000 -c 1 -b 16 -t wav - synth 0.5 sine 440', 0.5],
		['sox, 24 bits', 'sox -n -r 48000 -c 2 -b 24 -t wav - synth 0.5 sine 440', 0.5],
		['ffmpeg', 'ffmpeg -f lavfi -i sine=frequency=440:duration=0.5 -f wav -', 0.5],
		['arecord', 'arecord -D null -f S16_LE -r 16000 -t wav | head -c 16044', 0.5],
		['arecord, of a set length', 'arecord -D null -f S16_LE -r 16000 -t wav -d 1', 1],
		['sox, raw', 'sox -n -r 16000 -c 1 -b 16 -e signed -t raw - synth 0.5 sine 440', 0.5],
	])('reads %s to its end, without a word about its length', async (title, command, seconds) => {
		const program = title.split(/[,\s]/v)[0] as string;
		const {chunks, error, notes} = await read(outputOf(`command -v ${program} > /dev/null && ${command}`));
		expect(error).toBeUndefined();
		expect(chunks.at(-1)?.endSeconds).toBeCloseTo(seconds, 2);
		expect(notes.filter(note => note.includes('promises'))).toEqual([]);
	});
});

describe('openStdinSource, with no audio', () => {
	it.each([
		['nothing', Buffer.alloc(0), 'Standard input is empty: no audio has come through it.'],
		['half a sample', Buffer.of(0), 'Standard input holds no sound.'],
		['text', Buffer.from('Minutes of the meeting\n'), 'Standard input is not audio: it reads as text.'],
		[
			'a RIFF file of another kind',
			Buffer.from('RIFF\x10\0\0\0WEBPVP8 \x04\0\0\0\0\0\0\0', 'latin1'),
			'Standard input begins like a WAV file, but is none that Duet can read.',
		],
		[
			'a WAV file that ends within its header',
			encodedWav([[0.1]]).subarray(0, 30),
			'Standard input is a WAV file without samples: it ends within its header.',
		],
		['a WAV file without samples', encodedWav([[]]), 'Standard input holds no sound.'],
		[
			'a file that Duet knows and cannot decode',
			Buffer.concat([Buffer.from('MThd'), Buffer.alloc(100)]),
			'Standard input is MIDI, which Duet cannot decode.',
		],
	])('refuses %s before a session is opened', async (_, content, message) => {
		await expect(read(streamOf(content))).rejects.toMatchObject({problem: {kind: 'bad-input', message}});
	});

	it('says what to pipe into it', async () => {
		await expect(read(streamOf())).rejects.toMatchObject({
			problem: {nextStep: expect.stringContaining('arecord -f S16_LE -r 16000 -c 1')},
		});
	});

	it('refuses the keyboard at once', async () => {
		const keyboard = Object.assign(new PassThrough(), {isTTY: true});
		await expect(read(keyboard)).rejects.toMatchObject({
			problem: {message: 'Standard input is the keyboard, not audio.'},
		});
	});

	it('says what the system says where a pipe breaks, after the audio that came before', async () => {
		const {stream, open} = pipe();
		stream.write(countingSamples(0, 500));
		const source = await open();
		const collected = collect(source.chunks(never), () => {
			stream.destroy(new Error('EIO: i/o error, read'));
		});
		const {items, error} = await collected;
		expect(items).toHaveLength(1);
		expect(error).toMatchObject({
			problem: {message: 'Standard input cannot be read: EIO: i/o error, read.'},
		});
	});
});

describe('openStdinSource, in time', () => {
	it('captures a chunk when it arrives, however busy the reader is', async () => {
		const {stream, time, open} = pipe();
		stream.write(countingSamples(0, 1000));
		const source = await open();
		const times: number[] = [];
		const collected = collect(source.chunks(never), ({capturedMs}) => {
			times.push(capturedMs);
			if (times.length === 1) {
				for (const arrivedMs of [100, 200, 300]) {
					time.nowMs = arrivedMs;
					stream.write(countingSamples(0, 1000));
				}

				time.nowMs = 5000; // The reader was busy until then.
				stream.end();
			}
		});
		await collected;
		expect(times).toEqual([0, 100, 200, 300]);
	});

	it('counts what came before the first chunk was asked for from then', async () => {
		const {stream, time, open} = pipe();
		stream.write(countingSamples(0, 1000));
		const source = await open();
		time.nowMs = 1000;
		stream.end(countingSamples(0, 1000));
		time.nowMs = 1500; // Connecting took that long.
		const {items} = await collect(source.chunks(never));
		expect(items.map(({capturedMs}) => capturedMs)).toEqual([1500, 1500]);
	});

	it('notes once that the audio is faster than speech', async () => {
		const {notes} = await read(streamOf(...Array.from({length: 20}, () => countingSamples(0, 16_000))));
		expect(notes).toEqual([expect.stringContaining('faster than it was spoken')]);
	});

	it('notes that also of a short file', async () => {
		const {notes} = await read(streamOf(countingSamples(0, 16_000)));
		expect(notes).toEqual([expect.stringContaining('faster than it was spoken')]);
	});

	it('notes nothing where the audio comes as it is spoken, after two seconds that a pipe held back', async () => {
		const {stream, notes, time, open} = pipe();
		stream.write(countingSamples(0, 32_000));
		const source = await open();
		let seconds = 2;
		await collect(source.chunks(never), ({endSeconds}) => {
			if (endSeconds < seconds) {
				return;
			}

			seconds++;
			time.nowMs += 1000;
			if (seconds < 10) {
				stream.write(countingSamples(0, 16_000));
			} else {
				stream.end();
			}
		});
		expect(notes).toEqual([]);
	});

	it('says that nothing comes, each time the pipe stalls for 5 s, and waits', async () => {
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
		const {stream, notes, open} = pipe();
		const opened = open();
		await vi.advanceTimersByTimeAsync(4999);
		expect(notes).toEqual([]);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(notes).toEqual(['Nothing has come on standard input for 5 s. Still waiting.']);

		stream.write(countingSamples(0, 500));
		const chunks = (await opened).chunks(never)[Symbol.asyncIterator]();
		await chunks.next();
		const next = chunks.next();
		await vi.advanceTimersByTimeAsync(5000);
		expect(notes).toHaveLength(2);
		stream.end(countingSamples(0, 500));
		expect(await next).toMatchObject({done: false, value: {endSeconds: 0.0625}});
	});
});

describe('openStdinSource, left early', () => {
	it('gives up waiting for the first audio when it is aborted', async () => {
		const abort = new AbortController();
		const {stream, open} = pipe({signal: abort.signal});
		const opened = open();
		abort.abort(new Error('stopped'));
		await expect(opened).rejects.toThrow('stopped');
		expect(stream.destroyed).toBe(true);
	});

	it('ends quietly when it is stopped while the pipe stalls, and lets go of the pipe', async () => {
		const stop = new AbortController();
		const {stream, notes, open} = pipe();
		stream.write(encodedWav([sine(440, {sampleRateHz: 16_000, sampleCount: 1000})], {promisedBytes: 64_000}));
		const source = await open();
		const {items, error} = await collect(source.chunks(stop.signal), () => {
			setImmediate(() => {
				stop.abort();
			});
		});
		expect(items).toHaveLength(1);
		expect(error).toBeUndefined();
		expect(notes).toEqual([]);
		expect(stream.destroyed).toBe(true);
	});

	it.each<[string, (source: Awaited<ReturnType<typeof openStdinSource>>) => unknown]>([
		[
			'its reader leaves',
			async source => {
				for await (const _ of source.chunks(never)) {
					break;
				}
			},
		],
		[
			'it is disposed of',
			source => {
				source[Symbol.dispose]();
			},
		],
	])('lets go of the pipe when %s, so that its writer ends', async (_, leave) => {
		const child = spawn('cat', ['/dev/zero'], {stdio: ['ignore', 'pipe', 'ignore']});
		const ended = new Promise<boolean>(resolve => {
			child.on('exit', code => resolve(code !== 0)); // By a signal, or because it could not write.
		});
		const source = await openStdinSource(child.stdout, {
			clock: {nowMs: () => 0},
			signal: never,
			onNote() {},
		});
		await leave(source);
		expect(await ended).toBe(true);
	});

	it('holds the writer back while nobody reads', async () => {
		const {stream, open} = pipe();
		const piece = countingSamples(0, 16_384);
		stream.write(piece);
		const source = await open();
		let writtenBytes = piece.length;
		while (stream.write(piece)) {
			writtenBytes += piece.length;
			await new Promise(setImmediate); // Lets the stream flow.
			expect(writtenBytes).toBeLessThan(2_000_000);
		}

		expect(writtenBytes).toBeGreaterThan(900_000);
		const drained = new Promise(resolve => {
			stream.once('drain', resolve);
		});
		const collected = collect(source.chunks(never));
		await drained; // It goes on when somebody reads.
		stream.end();
		expect((await collected).items.at(-1)?.endSeconds).toBe((writtenBytes + piece.length) / 32_000);
	});
});
