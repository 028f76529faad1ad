import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {createAudioDecoder} from '../../source/audio/decoder.js';
import {ProblemError} from '../../source/core/problem.js';
import {collect} from '../helpers/collect.js';
import {inPieces} from '../helpers/pieces.js';
import {correlation, risingTone, signalToNoiseDb, sine} from '../helpers/signals.js';
import {encodedWav, wavChunk, wavEncodings} from '../helpers/wav-file.js';

const fixture = (name: string): Promise<Uint8Array> =>
	readFile(path.join(import.meta.dirname, '..', 'fixtures', 'audio', name));

const decode = async (
	file: Uint8Array,
	{layout = 'mono', pieceBytes}: {layout?: 'mono' | 'channels'; pieceBytes?: number} = {},
) => {
	const warnings: string[] = [];
	const decoder = createAudioDecoder({subject: 'a.wav', onWarning: message => warnings.push(message)});
	const {items, error} = await collect(decoder.decodeFile(inPieces(file, pieceBytes), layout));
	const channelCount = items.at(-1)?.length ?? 0;
	const channels = Array.from({length: channelCount}, (_, channel) =>
		Int16Array.from(items.flatMap(block => [...(block[channel] ?? block[0] ?? [])])),
	);
	return {channels, samples: channels[0] ?? new Int16Array(0), warnings, error};
};

const asUnit = (samples: Int16Array): Float32Array => Float32Array.from(samples, sample => sample / 2 ** 15);

const tone = sine(700, {sampleRateHz: 16_000, sampleCount: 4000});

describe('a WAV file', () => {
	it('at 16 kHz, mono, 16 bits goes through bit by bit', async () => {
		const everySample = Int16Array.from({length: 2 ** 16}, (_, index) => index - 2 ** 15);
		const {samples} = await decode(encodedWav([asUnit(everySample)]));
		expect(samples).toEqual(everySample);
	});

	it.each([
		['u8', 35],
		['s16', 80],
		['s24', 80],
		['s32', 80],
		['f32', 80],
		['f64', 80],
	] as const)(
		'of %s samples decodes %i dB over the error, with a plain and an extensible header',
		async (name, db) => {
			for (const isExtensible of [false, true]) {
				const {samples} = await decode(encodedWav([tone], {encoding: wavEncodings[name], isExtensible}));
				expect(samples).toHaveLength(4000);
				expect(signalToNoiseDb(asUnit(samples), tone)).toBeGreaterThan(db);
			}
		},
	);

	it.each([
		['A-law', 6, [0xd5, 0x55, 0xaa, 0x2a, 0x80], [8, -8, 32_256, -32_256, 5504]],
		['mu-law', 7, [0xff, 0x7f, 0x80, 0x00, 0xe7], [0, 0, 32_124, -32_124, 260]],
	] as const)('of %s samples decodes as the table of G.711 says', async (_, format, codes, wanted) => {
		const encoding = {
			format,
			bits: 8,
			write: (view: DataView, offset: number, code: number) => view.setUint8(offset, code),
		};
		const {samples} = await decode(encodedWav([codes], {encoding}));
		expect([...samples]).toEqual(wanted);
	});

	it.each([8000, 22_050, 44_100, 48_000, 96_000])(
		'at %i Hz becomes 16 kHz and stays as long',
		async sampleRateHz => {
			const file = encodedWav([sine(700, {sampleRateHz, sampleCount: sampleRateHz / 4})], {sampleRateHz});
			const {samples} = await decode(file);
			expect(Math.abs(samples.length - 4000)).toBeLessThanOrEqual(1);
			expect(signalToNoiseDb(asUnit(samples), tone, 100, 3900)).toBeGreaterThan(65);
		},
	);

	it('of several channels is mixed to their mean', async () => {
		const {samples} = await decode(
			encodedWav([
				[0.5, 0.25],
				[0.25, -0.25],
				[0, 0],
			]),
		);
		expect([...samples]).toEqual([0.25 * 2 ** 15, 0]);
	});

	it('gives its channels apart when asked to', async () => {
		const {channels} = await decode(
			encodedWav([
				[0.5, 0.25],
				[-0.5, 0],
			]),
			{layout: 'channels'},
		);
		expect(channels.map(channel => [...channel])).toEqual([
			[16_384, 8192],
			[-16_384, 0],
		]);
	});

	it('louder than it may be is cut off at the limit', async () => {
		const {samples} = await decode(encodedWav([[1.5, -1.5, 1, -1]], {encoding: wavEncodings.f32}));
		expect([...samples]).toEqual([32_767, -32_768, 32_767, -32_768]);
	});

	it('decodes alike however its bytes arrive, and leaves out what stands behind the samples', async () => {
		const shape = {encoding: wavEncodings.s24, chunksAfter: wavChunk('LIST', Buffer.from('not a sample'))};
		const file = encodedWav([tone, tone], shape);
		const {samples} = await decode(file);
		expect(samples).toHaveLength(4000);
		for (const pieceBytes of [1, 7, 1000]) {
			expect((await decode(file, {pieceBytes})).samples).toEqual(samples);
		}
	});

	it('shorter than its header promises is used as far as it goes, with a warning', async () => {
		const {samples, warnings, error} = await decode(encodedWav([tone], {promisedBytes: 64_000}));
		expect(error).toBeUndefined();
		expect(samples).toHaveLength(4000);
		expect(warnings).toEqual([
			'a.wav is cut off: its header promises 2.0 s, it holds 0.3 s. What is there is used.',
		]);
	});

	it('of a program that streamed it, without a length, is read to its end without a warning', async () => {
		const {samples, warnings} = await decode(encodedWav([tone], {promisedBytes: 0xff_ff_ff_ff}));
		expect(samples).toHaveLength(4000);
		expect(warnings).toEqual([]);
	});
});

describe('a compressed file', () => {
	it.each([
		'sweep.mp3',
		'index-first.m4a',
		'index-last.m4a',
		'sweep.flac',
		'opus.ogg',
		'vorbis.ogg',
		'sweep.webm',
		'sweep.aiff',
	])('(%s) decodes to its full length, and every sample stands in its place', async name => {
		const {samples} = await decode(await fixture(name));
		expect(samples).toHaveLength(24_000);

		const wanted = risingTone(16_000);
		expect(correlation(samples, wanted)).toBeGreaterThan(0.9); // Opus moves phases most; the others reach 0.99.
		expect(correlation(samples, wanted)).toBeGreaterThan(correlation(samples, wanted, 1));
		expect(correlation(samples, wanted)).toBeGreaterThan(correlation(samples, wanted, -1));
	});

	it.each(['sweep.mp3', 'index-last.m4a', 'sweep.flac', 'opus.ogg', 'vorbis.ogg', 'sweep.webm'])(
		'(%s) decodes alike however its bytes arrive',
		async name => {
			const file = await fixture(name);
			const {samples} = await decode(file);
			for (const pieceBytes of [61, 997, 4096]) {
				expect((await decode(file, {pieceBytes})).samples).toEqual(samples);
			}
		},
	);

	it('(FLAC) loses no frame where a piece ends within the header of one', async () => {
		const file = await fixture('sweep.flac');
		for (let pieceBytes = 11; pieceBytes < 16; pieceBytes++) {
			expect((await decode(file, {pieceBytes})).samples).toHaveLength(24_000);
		}
	});

	it('behind a tag larger than a piece is found all the same', async () => {
		const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\x06\0\0', 'latin1'), Buffer.alloc(6 * 2 ** 14)]);
		const {samples} = await decode(Buffer.concat([tag, await fixture('sweep.mp3')]), {pieceBytes: 4096});
		expect(samples).toHaveLength(24_000);
	});
});

describe('what cannot be decoded', () => {
	const oneFrame = encodedWav([[0]]);
	it.each([
		['nothing', new Uint8Array(0), 'a.wav is empty.'],
		['a text', Buffer.from('Minutes of the meeting'), 'a.wav is not audio: it reads as text.'],
		[
			'other bytes',
			Buffer.from('\u{89}PNG\r\n\u{1A}\n\0\0\0\r', 'latin1'),
			'a.wav is not audio of a kind that Duet knows.',
		],
		['MIDI', Buffer.from('MThd\0\0\0\x06'), 'a.wav is MIDI, which Duet cannot decode.'],
		[
			'half a WAV header',
			oneFrame.subarray(0, 30),
			'a.wav is a WAV file without samples: it ends within its header.',
		],
		['a WAV header alone', oneFrame.subarray(0, 44), 'a.wav holds no sound.'],
		[
			'MP3 in a WAV file',
			encodedWav([[0]], {encoding: {format: 0x55, bits: 8, write() {}}}),
			'a.wav is a WAV file that holds MP3, which Duet cannot decode.',
		],
		[
			'a WAV header that makes no sense',
			encodedWav([[0]], {sampleRateHz: 3}),
			'a.wav has a broken header: it states a sample rate of 3 Hz.',
		],
		['a WAV file of no channels', encodedWav([]), 'a.wav has a broken header: it states no channels.'],
	])('%s is one clear error with what to do', async (_, file, message) => {
		const {error} = await decode(file);
		expect(error).toBeInstanceOf(ProblemError);
		expect(error).toMatchObject({problem: {kind: 'bad-input', message}});
		expect((error as ProblemError).problem.nextStep).not.toBe('');
	});

	it('an M4A file whose recorder stopped before it wrote the index is named as that', async () => {
		const file = await fixture('index-last.m4a');
		const {error} = await decode(file.subarray(0, 8000));
		expect(error).toMatchObject({
			problem: {message: 'a.wav is an MP4 file without an index: it was cut off while it was written.'},
		});
	});

	it('an error of the source is passed on as it is', async () => {
		const broken = new Error('the disk is gone');
		const source = async function* () {
			yield encodedWav([tone]).subarray(0, 1000);
			throw broken;
		};
		const {error} = await collect(createAudioDecoder().decodeFile(source(), 'mono'));
		expect(error).toBe(broken);
	});
});

describe('decodeRaw', () => {
	const decodeRaw = async (
		bytes: Uint8Array,
		encoding: 'pcm_s16le' | 'pcm_f32le' | 'mulaw',
		sampleRateHz: number,
		pieceBytes?: number,
	) => {
		const {items} = await collect(
			createAudioDecoder().decodeRaw(inPieces(bytes, pieceBytes), {encoding, sampleRateHz}),
		);
		return items;
	};

	it('hands on 16 kHz s16le as it comes, piece by piece', async () => {
		const samples = Int16Array.of(1, -2, 3, 32_767, -32_768, 0);
		const items = await decodeRaw(new Uint8Array(samples.buffer), 'pcm_s16le', 16_000, 4);
		expect(items.map(item => [...item])).toEqual([
			[1, -2],
			[3, 32_767],
			[-32_768, 0],
		]);
	});

	it('joins samples that are split between pieces', async () => {
		const samples = Int16Array.of(1, -2, 300, -400);
		const items = await decodeRaw(new Uint8Array(samples.buffer), 'pcm_s16le', 16_000, 3);
		expect(items.flatMap(item => [...item])).toEqual([1, -2, 300, -400]);
	});

	it('reads floats', async () => {
		const samples = Float32Array.of(0.5, -0.25, 2);
		const items = await decodeRaw(new Uint8Array(samples.buffer), 'pcm_f32le', 16_000);
		expect(items.flatMap(item => [...item])).toEqual([16_384, -8192, 32_767]);
	});

	it('turns telephone mu-law at 8 kHz into twice as many samples', async () => {
		const items = await decodeRaw(new Uint8Array(800).fill(0xff), 'mulaw', 8000, 160);
		expect(items.flatMap(item => [...item])).toEqual(Array.from({length: 1600}, () => 0));
	});
});
