import {spawn} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {createResampler} from '../../source/audio/resampler.js';
import {followDuet} from '../helpers/follow-duet.js';
import {keptRecordings} from '../helpers/kept-recordings.js';
import {recognitionObstacle} from '../helpers/offline-recognition.js';
import {ownFolders} from '../helpers/own-folders.js';
import {likeness, pieceOfSpeech} from '../helpers/speech.js';
import {startInTerminal} from '../helpers/terminal.js';

/**
The same sound at another rate, as samples without a header.
*/
const rawAt = (rateHz: number, samples: Int16Array): Uint8Array => {
	const resampler = createResampler(16_000, rateHz);
	const input = Float32Array.from(samples, sample => sample / 2 ** 15);
	const output = [...resampler.push(input), ...resampler.flush()];
	return new Uint8Array(Int16Array.from(output, value => Math.round(value * 2 ** 15)).buffer);
};

const speaks = async () => pieceOfSpeech(28.8, 3.6); // “Could Marcus look after those? He could, but only …”

describe.skipIf(recognitionObstacle)(
	`speech through a pipe${recognitionObstacle ? ` (left out: ${recognitionObstacle})` : ''}`,
	() => {
		it('duet live - takes samples of the rate that is stated, and has words while the pipe is still open', async () => {
			await using folders = await ownFolders();
			await using speech = await speaks();
			await using duet = followDuet(['live', '-', '--rate', '44100'], {
				environment: folders.variables,
				stdin: 'pipe',
			});
			const {stdin} = duet.child;
			stdin?.write(rawAt(44_100, speech.samples));
			await duet.says('stdout', /^.*look after those\.\n/);
			stdin?.end();
			expect(await duet.exited).toBe(0);
			expect(duet.said().stdout).toMatch(/^.*look after those\.\nHe could but only.*\n$/);
			const [recording] = await keptRecordings(folders.path);
			expect([recording?.mode, recording?.statedBytes]).toEqual([0o600, recording?.pcmBytes]);
			const heard = recording?.samples ?? new Int16Array();
			expect(Math.abs(heard.length / speech.samples.length - 1)).toBeLessThan(0.01);
			expect(likeness(heard, speech.samples)).toBeGreaterThan(0.99);
		});

		it('Ctrl-C ends it in good order while the other program would go on, with the last words', async () => {
			await using folders = await ownFolders();
			await using speech = await speaks();
			await using duet = followDuet(['live', '-', '--no-record'], {
				environment: folders.variables,
				stdin: 'pipe',
			});
			duet.child.stdin?.write(rawAt(16_000, speech.samples));
			await duet.says('stdout', /^.*look after those\.\n/);
			duet.child.kill('SIGINT');
			expect(await duet.exited).toBe(130);
			expect(duet.said().stdout).toMatch(/\nHe could but only.*\n$/);
			expect(await keptRecordings(folders.path)).toEqual([]);
		});

		it('duet compare - takes a WAV file from cat, and makes it the batch job when it has ended', async () => {
			await using folders = await ownFolders();
			await using speech = await speaks();
			const cat = spawn('cat', [speech.path], {stdio: ['ignore', 'pipe', 'ignore']});
			await using duet = followDuet(['compare', '-'], {environment: folders.variables, stdin: cat.stdout});
			expect(await duet.exited).toBe(0);
			const {stdout, stderr} = duet.said();
			expect(stdout).toMatch(/^Batch\n.*look after those[\s\S]*^Real-time\n.*look after those/im);
			expect(stdout).toMatch(/^Agreement +\d+\.\d % the same as real-time/m);
			expect(stderr).toContain('The audio comes faster than it was spoken');
			const [recording] = await keptRecordings(folders.path);
			expect(recording?.samples).toEqual(speech.samples);
		});
	},
);

describe('a pipe with something else in it', () => {
	it.each([
		['nothing', '', 'Standard input is empty: no audio has come through it.'],
		['a text', 'Good morning, everyone.\n'.repeat(20), 'Standard input is not audio: it reads as text.'],
	])('%s is refused, with how to do it right', async (_, text, message) => {
		await using folders = await ownFolders();
		await using duet = followDuet(['live', '-'], {environment: folders.variables, stdin: 'pipe'});
		duet.child.stdin?.end(text);
		expect(await duet.exited).toBe(2);
		expect(duet.said().stdout).toBe('');
		expect(duet.said().stderr).toContain(`error: ${message}\n  Pipe 16-bit mono PCM into it`);
		expect(await keptRecordings(folders.path)).toEqual([]);
	});

	it('the keyboard is not listened to', async () => {
		await using folders = await ownFolders();
		const terminal = startInTerminal(['live', '-'], 100, 24, folders.variables);
		expect((await terminal.exited).exitCode).toBe(2);
		const text = (await terminal.screen.lines()).join(' ').replaceAll(/\s+/g, ' ');
		expect(text).toContain('error: Standard input is the keyboard, not audio. Pipe 16-bit mono PCM');
		expect(text).toContain('arecord -f S16_LE');
	});
});
