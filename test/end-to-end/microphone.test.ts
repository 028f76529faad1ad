import {readdir} from 'node:fs/promises';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {processesWith} from '../helpers/left-behind.js';
import {recordingsIn, startLiveDuet} from '../helpers/live-duet.js';
import {likeness, pieceOfSpeech, soundIn} from '../helpers/speech.js';
import {startInTerminal} from '../helpers/terminal.js';
import {
	soundVariables,
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../helpers/virtual-microphone.js';
import {installation} from '../local/recognisers/pocketsphinx/installed.js';

const obstacle = virtualMicrophoneObstacle() ?? (installation ? undefined : 'PocketSphinx is not installed');

/**
What sound libraries print.
*/
const native = /ALSA|PortAudio|Finished input|pcm_|snd_/;

describe.skipIf(obstacle)(`speech into a microphone${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	let virtual: VirtualMicrophone;
	let speech: Awaited<ReturnType<typeof pieceOfSpeech>>;
	let greeting: Awaited<ReturnType<typeof pieceOfSpeech>>;

	beforeAll(async () => {
		virtual = await startVirtualMicrophone();
		speech = await pieceOfSpeech(0, 9);
		greeting = await pieceOfSpeech(0, 5);
	});

	afterAll(async () => {
		await virtual[Symbol.asyncDispose]();
		await speech[Symbol.asyncDispose]();
		await greeting[Symbol.asyncDispose]();
	});

	it('is on stdout while it is still being spoken, recognised offline, and its recording is what was played', async () => {
		const duet = await startLiveDuet(virtual, ['live', '--max-delay', '1']);
		await duet.says('stderr', /No signal from desk-microphone in 2 s/); // Before anything is sent.
		expect(duet.said.stderr).not.toContain('session started');
		let isOver = false;
		const played = virtual.play(speech.path).then(() => {
			isOver = true;
		});
		await duet.says('stdout', /good morning everyone/i);
		expect(isOver).toBe(false);
		await played;
		duet.kill('SIGINT');
		expect(await duet.exited).toBe(130);
		expect(duet.said.stdout).toMatch(/migration finished/i); // The last words are there, too.
		expect(duet.said.stderr).toContain('real recognition on this machine');
		expect(duet.said.stderr).not.toMatch(native);
		const [recording, ...others] = await recordingsIn(duet.folder);
		expect(others).toEqual([]);
		const heard = soundIn(recording?.samples ?? new Int16Array());
		const sent = soundIn(speech.samples);
		expect(likeness(heard, sent)).toBeGreaterThan(0.99);
		expect(Math.abs(heard.length / sent.length - 1)).toBeLessThan(0.01);
		expect(recording).toMatchObject({mode: 0o600, statedBytes: recording?.bytes});
		expect(await readdir(duet.folder)).not.toContain('crash.log');
		expect(await processesWith(duet.folder)).toEqual([]);
	});

	it('side by side: the recording is the batch job of the same run, once the speech has ended', async () => {
		const duet = await startLiveDuet(virtual, ['compare', '--live', '--json', '--device', 'headset']);
		await duet.says('stderr', /real recognition/);
		await virtual.play(greeting.path, 'headset');
		await duet.says('stderr', /session started/);
		duet.kill('SIGINT');
		expect(await duet.exited).toBe(130);
		const {audio, batch, realtime, accuracy, engine} = JSON.parse(duet.said.stdout);
		expect({batch: batch.status, realtime: realtime.status}).toEqual({batch: 'done', realtime: 'done'});
		expect(batch.transcript.toLowerCase()).toContain('good morning everyone');
		expect(realtime.transcript.toLowerCase()).toContain('good morning everyone');
		expect(accuracy.agreement).toBeGreaterThan(0.5);
		expect(engine).toMatchObject({kind: 'local', recogniser: 'pocketsphinx'});
		expect(audio.live).toMatchObject({input: 'headset-microphone', backend: 'naudiodon', droppedFrames: 0});
		expect(audio.seconds).toBeGreaterThan(4.9);
	});

	it('keeps nothing where that is asked for, and compares all the same', async () => {
		const duet = await startLiveDuet(virtual, ['compare', '--live', '--no-record']);
		await duet.says('stderr', /real recognition/);
		await virtual.play(greeting.path);
		duet.kill('SIGINT');
		expect(await duet.exited).toBe(130);
		expect(duet.said.stdout).toMatch(/Batch\n +Good morning everyone/i);
		expect(await recordingsIn(duet.folder)).toEqual([]);
	});

	it('on a terminal shows the level, is paused with space and ended with s, and gives the terminal back', async () => {
		const environment = Object.entries(soundVariables(virtual.environment)).filter(
			([, value]) => value !== undefined,
		);
		const terminal = startInTerminal(
			['live', '--no-record'],
			110,
			24,
			Object.fromEntries(environment) as Record<string, string>,
		);
		await terminal.waitFor(/waiting for the first sound, nothing is sent before it/);
		const played = virtual.play(greeting.path);
		await terminal.waitFor(/peak −\d+ dB · RMS −\d+ dB/);
		await terminal.waitFor(/‹/);
		await played;
		terminal.press(' ');
		await terminal.waitFor(/paused at 0:0\d/);
		terminal.press(' ');
		await terminal.waitFor(/streaming 0:0\d/);
		terminal.press('s');
		expect((await terminal.exited).exitCode).toBe(0);
		const screen = (await terminal.screen.unwrappedLines()).join('\n');
		expect(screen).toMatch(/good morning everyone/i);
		expect(screen).not.toMatch(native);
	});

	it('ends in good order without a keyboard where the capture process is killed: all that was heard is kept', async () => {
		const duet = await startLiveDuet(virtual, ['live', '--max-delay', '1']);
		await duet.says('stderr', /real recognition/);
		const played = virtual.play(speech.path);
		await duet.says('stdout', /good morning everyone/i);
		process.kill(await duet.capturePid(), 'SIGKILL');
		expect(await duet.exited).toBe(1);
		await played;
		expect(duet.said.stderr).toContain('The capture from desk-microphone was ended by SIGKILL.');
		expect((await recordingsIn(duet.folder))[0]?.samples.length).toBeGreaterThan(4 * 16_000);
		expect(await processesWith(duet.folder)).toEqual([]);
	});

	it('that is killed is gone on with: the next start mends the recording, and batch transcribes it', async () => {
		const duet = await startLiveDuet(virtual, ['compare', '--live', '--max-delay', '1']);
		await duet.says('stderr', /real recognition/);
		await virtual.play(greeting.path);
		duet.kill('SIGKILL');
		await duet.exited;
		const [broken] = await recordingsIn(duet.folder);
		expect(broken?.samples.length).toBeGreaterThan(4.5 * 16_000); // It is a second behind at most.
		const next = await startLiveDuet(virtual, ['live', '-'], duet.folder);
		expect(await next.exited).toBe(2); // The pipe is empty.
		const resumed = await startLiveDuet(virtual, ['resume'], duet.folder);
		expect(await resumed.exited).toBe(0);
		expect(resumed.said.stdout).toContain('after submit'); // Its own figures are there.
		expect(resumed.said.stdout).toMatch(/Batch\n +Good morning everyone/i);
		const [mended] = await recordingsIn(duet.folder);
		expect(mended?.statedBytes).toBe(mended?.bytes);
		expect(await processesWith(duet.folder)).toEqual([]); // The capture process has noticed, too.
	});
});
