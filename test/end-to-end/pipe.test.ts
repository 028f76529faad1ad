import {readFile} from 'node:fs/promises';
import {describe, expect, it} from 'vitest';
import {createResampler} from '../../source/audio/resampler.js';
import {runDuet, sampleFile} from '../helpers/duet.js';
import {startInTerminal} from '../helpers/terminal.js';
import {sample} from '../local/recognisers/listen.js';

/**
The first seconds of the sample without a header, at this rate.
*/
const rawSpeech = (rateHz: number): Buffer => {
	const resampler = createResampler(16_000, rateHz);
	const floats = Float32Array.from(sample.subarray(0, 6 * 16_000), value => value / 32_768);
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
			input: rawSpeech(rateHz),
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
