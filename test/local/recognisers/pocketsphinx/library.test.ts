import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {beforeAll, describe, expect, it} from 'vitest';
import {sampleRateHz} from '../../../../source/core/audio-source.js';
import type {Mode} from '../../../../source/core/mode.js';
import type {Decoder, Installation} from '../../../../source/local/recognisers/pocketsphinx/decoder.js';
import type {Task} from '../../../../source/local/recognisers/pocketsphinx/decoder-options.js';
import {loadDecoder} from '../../../../source/local/recognisers/pocketsphinx/library.js';
import {noise, silence} from '../degrade.js';
import {sample} from '../listen.js';
import {found, installation} from './installed.js';

const seconds = (from: number, to: number): Int16Array =>
	sample.subarray(from * sampleRateHz, to * sampleRateHz);

/**
“Good morning, everyone. Let's begin today's meeting.”
*/
const greeting = seconds(0, 4);

const wordsOf = (decoder: Decoder): string =>
	decoder
		.segments()
		.map(({token}) => token.replace(/\(\d+\)$/, ''))
		.filter(token => !token.startsWith('<') && !token.startsWith('['))
		.join(' ');

const hearInPieces = (decoder: Decoder, samples: Int16Array, pieceLength = sampleRateHz / 10): void => {
	for (let from = 0; from < samples.length; from += pieceLength) {
		decoder.hear(samples.subarray(from, from + pieceLength));
	}
};

const decode = (decoder: Decoder, samples: Int16Array, pieceLength?: number): string => {
	decoder.start();
	hearInPieces(decoder, samples, pieceLength);
	decoder.end();
	return wordsOf(decoder);
};

const root = path.join(import.meta.dirname, '..', '..', '..', '..');

/**
What a process prints that runs these lines: the library would write past any stream that can be watched here.
*/
const output = async (lines: string): Promise<{readonly stdout: string; readonly stderr: string}> => {
	const {outputFiles} = await build({
		stdin: {
			contents: `import {loadDecoder} from './source/local/recognisers/pocketsphinx/library.ts';\n${lines}`,
			resolveDir: root,
		},
		bundle: true,
		format: 'esm',
		platform: 'node',
		external: ['koffi'],
		write: false,
	});
	const script = outputFiles[0]?.text ?? '';
	return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {cwd: root});
};

describe.skipIf(!installation)(`the decoder (${found})`, {timeout: 60_000}, () => {
	const load = async (mode: Mode, model: Task['model']): Promise<Decoder> =>
		loadDecoder(installation as Installation, {mode, model});

	describe.each([
		['real-time', 'standard'],
		['batch', 'enhanced'],
	] as const)('in %s mode with the %s model', (mode, model) => {
		let decoder: Decoder;
		beforeAll(async () => {
			decoder = await load(mode, model);
		});

		it('understands clear speech', () => {
			expect(decode(decoder, greeting)).toMatch(/^good morning everyone .*begin.* meeting/);
		});

		it('gives each token a time within the utterance, one after the other', () => {
			decode(decoder, greeting);
			const segments = decoder.segments();
			expect(segments.at(0)?.startSeconds).toBe(0);
			expect(segments.at(-1)?.endSeconds).toBeCloseTo(greeting.length / sampleRateHz, 1);
			for (const [index, {startSeconds, endSeconds}] of segments.entries()) {
				expect(endSeconds).toBeGreaterThan(startSeconds);
				expect(startSeconds).toBe(segments[index - 1]?.endSeconds ?? 0);
			}
		});

		it('counts silence, so that later words are as late as they were said', () => {
			const startOf = (samples: Int16Array): number => {
				decode(decoder, samples);
				return decoder.segments().find(({token}) => token.startsWith('morning'))?.startSeconds ?? Number.NaN;
			};
			const late = new Int16Array([...noise(2 * sampleRateHz, 0.001), ...greeting]);
			expect(startOf(late) - startOf(greeting)).toBeCloseTo(2, 0);
		});

		it('says how likely each token is, once the utterance has ended', () => {
			decode(decoder, greeting);
			for (const {posterior} of decoder.segments()) {
				expect(posterior).toBeGreaterThanOrEqual(0);
				expect(posterior).toBeLessThanOrEqual(1);
			}
		});

		it.each([
			['no audio', new Int16Array()],
			['one sample', new Int16Array(1)],
			['10 ms', silence(0.01)],
		])('understands no words in %s', (_, samples) => {
			expect(decode(decoder, samples)).toBe('');
		});

		it('understands the same in pieces of any length', () => {
			const whole = decode(decoder, greeting, greeting.length);
			for (const pieceLength of [7, 1000, 20_000]) {
				expect(decode(decoder, greeting, pieceLength)).toBe(whole);
			}
		});

		it('refuses to begin an utterance within another, and says which call failed', () => {
			decoder.start();
			expect(() => decoder.start()).toThrow(/ps_start_utt failed/);
			decoder.end();
			expect(() => decoder.end()).toThrow(/ps_end_utt failed/);
		});
	});

	it('shows the words of an utterance while it is heard in real time, without likelihoods', async () => {
		const decoder = await load('real-time', 'enhanced');
		decoder.start();
		hearInPieces(decoder, seconds(0, 1.6));
		expect(wordsOf(decoder)).toMatch(/^good morning/);
		expect(decoder.segments().some(({posterior}) => posterior !== undefined)).toBe(false);
		decoder.end();
	});

	describe('with new words', () => {
		let decoder: Decoder;
		beforeAll(async () => {
			decoder = await load('batch', 'standard');
		});

		it('knows how the words of its dictionary are said, and no others', () => {
			expect(decoder.pronunciation('cat')).toBe('K AE T');
			expect(decoder.pronunciation('the(2)')).toBe('DH IY');
			expect(decoder.pronunciation('kubernetes')).toBeUndefined();
		});

		it('knows a word as soon as it is added', () => {
			decoder.addWord('BilingualSubtitles', 'B AY L IH NG G W AH L S AH B T AY T AH L Z');
			expect(decoder.pronunciation('BilingualSubtitles')).toMatch(/^B AY L IH NG/);
		});

		it('hears it from the next utterance on, though there are a thousand others', () => {
			for (let index = 0; index < 1000; index++) {
				decoder.addWord(`unsaid${index}`, 'Z UW ZH OY Z UW ZH');
			}

			expect(decode(decoder, seconds(24, 28.5))).toMatch(/BilingualSubtitles$/);
			expect(decoder.pronunciation('BilingualSubtitles')).toMatch(/^B AY L IH NG/);
			expect(decoder.pronunciation('unsaid999')).toBe('Z UW ZH OY Z UW ZH');
		});

		it.each([
			['sounds that it does not know', 'zzyzx', 'Z QQ'],
			['a word that it has', 'cat', 'K AE T'],
			['another way to say a word that it lacks', 'zzyzx(2)', 'Z IH'],
		])('refuses %s at the next utterance, by name', (_, token, sounds) => {
			decoder.addWord(token, sounds);
			expect(() => decoder.start()).toThrow(`ps_add_word(${token}) failed`);
		});
	});

	it('prints nothing, neither when it starts nor when a call fails', async () => {
		expect(
			await output(`
				const decoder = await loadDecoder(${JSON.stringify(installation)}, {
					mode: 'real-time',
					model: 'enhanced',
				});
				decoder.start();
				decoder.hear(new Int16Array(16_000));
				decoder.end();
				decoder.addWord('zzyzx', 'QQ');
				try {
					decoder.start();
				} catch {}
			`),
		).toEqual({stdout: '', stderr: ''});
	});
});

describe('loadDecoder', () => {
	const nowhere: Installation = {
		library: '/nowhere/libpocketsphinx.so.5',
		acousticModel: '/nowhere/en-us',
		languageModel: '/nowhere/en-us.lm.bin',
		dictionary: '/nowhere/cmudict-en-us.dict',
	};

	it('names a library that does not open', async () => {
		await expect(loadDecoder(nowhere, {mode: 'batch', model: 'standard'})).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: expect.stringContaining(nowhere.library)},
		});
	});
});
