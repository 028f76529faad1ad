import {spawn} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {describe, expect, it} from 'vitest';
import {createResampler} from '../../source/audio/resampler.js';
import {runDuet, sampleFile} from '../helpers/duet.js';
import {followDuet} from '../helpers/follow-duet.js';
import {keptRecordings} from '../helpers/kept-recordings.js';
import {recognitionObstacle} from '../helpers/offline-recognition.js';
import {ownFolders} from '../helpers/silent-machine.js';
import {likeness, pieceOfSpeech} from '../helpers/speech.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {startInTerminal} from '../helpers/terminal.js';
import {sample} from '../local/recognisers/listen.js';

/**
Sound at this rate, without a header.
*/
const rawAt = (rateHz: number, samples: Int16Array): Buffer => {
	const resampler = createResampler(16_000, rateHz);
	const floats = Float32Array.from(samples, value => value / 32_768);
	const resampled = [resampler.push(floats), resampler.flush()];
	return Buffer.concat(
		resampled.map(part => Buffer.from(Int16Array.from(part, value => Math.round(value * 32_767)).buffer)),
	);
};

const replay = {environment: {DUET_RECOGNISER: 'replay'}};

describe('duet live -', () => {
	it.each([
		[16_000, []],
		[44_100, ['--rate', '44100']],
	] as const)('takes samples without a header at %i Hz', async (rateHz, arguments_) => {
		const {stdout, stderr, exitCode} = await runDuet(['live', '-', '--no-record', ...arguments_], {
			...replay,
			input: rawAt(rateHz, sample.subarray(0, 6 * 16_000)),
		});
		expect(stdout).toContain('Good morning, everyone.');
		expect(stderr).toContain('The audio comes faster than it was spoken');
		expect(exitCode).toBe(0);
	});

	it('takes a WAV file, and says in its report that it came through a pipe and where it is kept', async () => {
		const {stdout, exitCode} = await runDuet(['live', '-', '--json'], {
			...replay,
			input: await readFile(sampleFile),
		});
		const {audio, realtime} = JSON.parse(stdout);
		expect(realtime.transcript).toContain('see you next week');
		expect(audio.seconds).toBeCloseTo(38.7, 1);
		expect(audio.live).toMatchObject({input: 'standard input'});
		expect((await readFile(audio.live.recording)).length).toBe(audio.bytes);
		expect(exitCode).toBe(0);
	});

	it.each([
		['nothing', Buffer.alloc(0), 'is empty'],
		['text', Buffer.from('Dear all, this is not audio but a letter.\n'.repeat(9)), 'it reads as text'],
	])('refuses %s, with what to do', async (_, input, reason) => {
		const {stdout, stderr, exitCode} = await runDuet(['live', '-'], {...replay, input});
		expect(stderr).toContain(reason);
		expect(stderr).toContain('arecord');
		expect(stdout).toBe('');
		expect(exitCode).toBe(2);
	});

	it('does not listen to the keyboard', async () => {
		const terminal = startInTerminal(['live', '-'], 100, 20);
		expect((await terminal.exited).exitCode).toBe(2);
		expect((await terminal.screen.unwrappedLines()).join('\n')).toContain('is the keyboard, not audio');
	});
});

it('duet compare - transcribes a pipe in real time, and as a whole when it ends', async () => {
	const {stdout, exitCode} = await runDuet(['compare', '-', '--json'], {
		...replay,
		input: await readFile(sampleFile),
	});
	const {batch, realtime, accuracy} = JSON.parse(stdout);
	expect([batch.status, realtime.status]).toEqual(['done', 'done']);
	expect(accuracy.agreement).toBeGreaterThan(0.8);
	expect(exitCode).toBe(0);
});

it('a microphone and a file exclude each other', async () => {
	const {stderr, exitCode} = await runDuet(['compare', sampleFile, '--live']);
	expect(stderr).toContain('--live listens to the microphone');
	expect(exitCode).toBe(2);
});

const speaks = async () => pieceOfSpeech(28.8, 3.6); // “Could Marcus look after those? He could, but only …”

describe.skipIf(recognitionObstacle)(
	`speech through a pipe${recognitionObstacle ? ` (left out: ${recognitionObstacle})` : ''}`,
	() => {
		it('duet live - takes samples of the rate that is stated, and has words while the pipe is still open', async () => {
			await using folder = await temporaryFolder();
			await using speech = await speaks();
			await using duet = followDuet(['live', '-', '--rate', '44100'], {
				environment: ownFolders(folder.path),
				input: 'open',
			});
			const {stdin} = duet.child;
			stdin?.write(rawAt(44_100, speech.samples));
			await duet.says('stdout', /^.*look after those\.\n/);
			stdin?.end();
			expect(await duet.exited).toBe(0);
			expect(duet.said().stdout).toMatch(/^.*look after those\.\nHe could but only.*\n$/);
			const [recording] = await keptRecordings(folder.path);
			expect([recording?.mode, recording?.statedBytes]).toEqual([0o600, recording?.pcmBytes]);
			const heard = recording?.samples ?? new Int16Array();
			expect(Math.abs(heard.length / speech.samples.length - 1)).toBeLessThan(0.01);
			expect(likeness(heard, speech.samples)).toBeGreaterThan(0.99);
		});

		it('Ctrl-C ends it in good order while the other program would go on, with the last words', async () => {
			await using folder = await temporaryFolder();
			await using speech = await speaks();
			await using duet = followDuet(['live', '-', '--no-record'], {
				environment: ownFolders(folder.path),
				input: 'open',
			});
			duet.child.stdin?.write(rawAt(16_000, speech.samples));
			await duet.says('stdout', /^.*look after those\.\n/);
			duet.child.kill('SIGINT');
			expect(await duet.exited).toBe(130);
			expect(duet.said().stdout).toMatch(/\nHe could but only.*\n$/);
			expect(await keptRecordings(folder.path)).toEqual([]);
		});

		it('duet compare - takes a WAV file from cat, and makes it the batch job when it has ended', async () => {
			await using folder = await temporaryFolder();
			await using speech = await speaks();
			const cat = spawn('cat', [speech.path], {stdio: ['ignore', 'pipe', 'ignore']});
			await using duet = followDuet(['compare', '-'], {
				environment: ownFolders(folder.path),
				input: cat.stdout,
			});
			expect(await duet.exited).toBe(0);
			const {stdout, stderr} = duet.said();
			expect(stdout).toMatch(/^Batch\n.*look after those[\s\S]*^Real-time\n.*look after those/im);
			expect(stdout).toMatch(/^Agreement +\d+\.\d % the same as real-time/m);
			expect(stderr).toContain('The audio comes faster than it was spoken');
			const [recording] = await keptRecordings(folder.path);
			expect(recording?.samples).toEqual(speech.samples);
		});
	},
);
