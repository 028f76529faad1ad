import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {type DuetOptions, runDuet, sampleFile} from '../helpers/duet.js';
import {wavFile} from '../helpers/plain-wav.js';
import {startServer} from '../helpers/serve.js';
import {reversed} from '../local/recognisers/degrade.js';
import {sample as sampleSamples} from '../local/recognisers/listen.js';

let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'duet-test-'));
	const sample = await readFile(sampleFile);
	await Promise.all([
		writeFile(inFolder('empty.wav'), ''),
		writeFile(inFolder('text.wav'), 'These are the minutes of the meeting.\n'.repeat(20)),
		writeFile(inFolder('cut.wav'), sample.subarray(0, 30)),
		writeFile(inFolder('headless.wav'), sample.subarray(0, 44)),
		writeFile(inFolder('empty.txt'), ''),
		writeFile(inFolder('unknown.wav'), wavFile(reversed(sampleSamples))),
	]);
});
afterAll(async () => {
	await rm(folder, {recursive: true});
});

/**
One clear message with what to do, in two lines, nothing on stdout, and never a stack trace.
*/
const expectRefusal = async (
	arguments_: readonly string[],
	expected: {readonly exitCode: number; readonly says: RegExp; readonly advises: RegExp},
	options?: DuetOptions,
) => {
	const {stdout, stderr, exitCode} = await runDuet(arguments_, options);
	const lines = stderr.trimEnd().split('\n');
	const errorAt = lines.findIndex(line => line.startsWith('error: '));
	expect(lines[errorAt]).toMatch(expected.says);
	expect(lines[errorAt + 1]).toMatch(expected.advises);
	expect(lines).toHaveLength(errorAt + 2);
	expect(stderr.match(/^error: /gm)).toHaveLength(1);
	expect(stderr).not.toMatch(/^\s+at |node:internal|undefined/m);
	expect(stdout).toBe('');
	expect(exitCode).toBe(expected.exitCode);
};

describe.each(['batch', 'live', 'compare'])('duet %s', command => {
	it('refuses a missing file', async () => {
		await expectRefusal([command, 'none.wav'], {
			exitCode: 2,
			says: /none\.wav does not exist/,
			advises: /spelling/,
		});
	});

	it('refuses an empty file', async () => {
		await expectRefusal([command, inFolder('empty.wav')], {exitCode: 2, says: /is empty/, advises: /again/});
	});

	it('refuses a folder', async () => {
		await expectRefusal([command, folder], {exitCode: 2, says: /is a folder/, advises: /file in it/});
	});

	it('refuses a text file called .wav', async () => {
		await expectRefusal([command, inFolder('text.wav')], {
			exitCode: 2,
			says: /text\.wav.*audio/,
			advises: /wav|WAV|mp3|format/,
		});
	});

	it.each(['cut.wav', 'headless.wav'])(
		'refuses a WAV file that ends in or after its header (%s)',
		async name => {
			await expectRefusal([command, inFolder(name)], {
				exitCode: 2,
				says: /(cut|headless)\.wav.*(audio|sound|header)/,
				advises: /./,
			});
		},
	);

	it('refuses a language that there is not', async () => {
		await expectRefusal([command, sampleFile, '--language', 'xx'], {
			exitCode: 2,
			says: /language xx/,
			advises: /language/,
		});
	});

	it('refuses an unknown option, and offers the nearest', async () => {
		await expectRefusal([command, sampleFile, '--modle', 'enhanced'], {
			exitCode: 2,
			says: /There is no --modle here/,
			advises: /Did you mean --model\?/,
		});
	});

	it('refuses a maximum delay out of range', async () => {
		await expectRefusal([command, sampleFile, '--max-delay', '99'], {
			exitCode: 2,
			says: /--max-delay cannot be “99”/,
			advises: /0\.7 to 4/,
		});
	});
});

describe('without a usable key', () => {
	it('the cloud is refused with where to get one', async () => {
		await expectRefusal(['batch', sampleFile, '--engine', 'cloud'], {
			exitCode: 3,
			says: /needs an API key/,
			advises: /portal\.speechmatics\.com/,
		});
	});

	it('a wrong key ends with 3 and shows no more of it than its end', async () => {
		const {batchUrl, realTimeUrl, stop} = await startServer();
		const key = 'thisKeyIsWrongAndSecret1234567wxyz';
		const addresses = ['--batch-url', batchUrl, '--rt-url', realTimeUrl];
		const options = {environment: {SPEECHMATICS_API_KEY: key}};
		for (const command of ['batch', 'live']) {
			await expectRefusal(
				[command, sampleFile, ...addresses],
				{exitCode: 3, says: /wxyz/, advises: /portal\.speechmatics\.com/},
				options,
			);
			const {stderr} = await runDuet([command, sampleFile, ...addresses], options);
			expect(stderr).not.toContain(key);
		}

		await stop();
	});
});

describe('the local recogniser', () => {
	const nowhere = ['--pocketsphinx-library', 'no-such-library.so'];

	it.each(['live', 'compare'])(
		'that has no words for a recording is said before duet %s begins, with what to do',
		async command => {
			await expectRefusal([command, inFolder('unknown.wav'), ...nowhere], {
				exitCode: 2,
				says: /No local recogniser has words for this audio.*“replay” plays back.*no-such-library\.so/,
				advises: /library.*SPEECHMATICS_API_KEY.*sample/,
			});
		},
	);

	it.each([['compare'], ['live', sampleFile], ['batch', sampleFile], ['serve']])(
		'that was asked for and does not work here is refused (%s)',
		async (...arguments_) => {
			await expectRefusal([...arguments_, '--recogniser', 'pocketsphinx', ...nowhere], {
				exitCode: 2,
				says: /no-such-library\.so/,
				advises: /library/,
			});
		},
	);

	it('of another name is refused', async () => {
		await expectRefusal(['compare', '--recogniser', 'ears'], {
			exitCode: 2,
			says: /--recogniser cannot be “ears”/,
			advises: /auto, replay, or pocketsphinx/,
		});
	});
});

describe('other wrong usage', () => {
	it.each([
		[['comapre'], /There is no command comapre/, /duet compare/],
		[['batch'], /needs something to transcribe/, /Usage: duet batch <file\|url>…/],
		[['serve', 'sample.wav'], /does not take “sample\.wav”/, /Usage: duet serve/],
		[['live', sampleFile, '--diarization', 'channel'], /--diarization channel/, /duet batch/],
		[['live', sampleFile, '--vocab', 'none.txt'], /none\.txt/, /a word a line/],
		[['compare', sampleFile, '--reference', 'none.txt'], /none\.txt/, /--reference/],
		[['batch', sampleFile, '--batch-url', 'nonsense'], /nonsense/, /https?:\/\//],
	])('%j', async (arguments_, says, advises) => {
		await expectRefusal(arguments_, {exitCode: 2, says, advises});
	});

	it('an empty reference', async () => {
		await expectRefusal(['compare', '--reference', inFolder('empty.txt')], {
			exitCode: 2,
			says: /empty/,
			advises: /what was said/,
		});
	});
});
