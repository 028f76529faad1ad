import {execFileSync} from 'node:child_process';
import {readdir} from 'node:fs/promises';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {givenBack, startApp} from '../helpers/app.js';
import {processesWith} from '../helpers/left-behind.js';
import {captureChildOf, recordingsIn} from '../helpers/live-duet.js';
import {silentMachine} from '../helpers/silent-machine.js';
import {pieceOfSpeech} from '../helpers/speech.js';
import {
	soundVariables,
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../helpers/virtual-microphone.js';
import {installation} from '../local/recognisers/pocketsphinx/installed.js';

const obstacle = virtualMicrophoneObstacle() ?? (installation ? undefined : 'PocketSphinx is not installed');

const size = {columns: 140, rows: 40};
const enter = '\r';

/**
What sound libraries print.
*/
const native = /ALSA|PortAudio (?!in)|Finished input|pcm_|snd_/;

const defined = (variables: Readonly<Record<string, string | undefined>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);

type App = Awaited<ReturnType<typeof startApp>>;

/**
The program's own process, below the shell.
*/
const captureOf = async (app: App): Promise<number> => {
	const [pid] = (await processesWith(`XDG_DATA_HOME=${app.folder}`)).filter(id => {
		const command = execFileSync('ps', ['-o', 'args=', '-p', id], {encoding: 'utf8'});
		return command.includes('duet') && !command.includes('child');
	});
	return captureChildOf(Number(pid));
};

describe.skipIf(obstacle)(`the app on a microphone${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	let virtual: VirtualMicrophone;
	let greeting: Awaited<ReturnType<typeof pieceOfSpeech>>;

	beforeAll(async () => {
		virtual = await startVirtualMicrophone();
		greeting = await pieceOfSpeech(0, 5);
	});

	afterAll(async () => {
		await virtual[Symbol.asyncDispose]();
		await greeting[Symbol.asyncDispose]();
	});

	it('shows both modes of what is spoken, through pauses, losses and another microphone, and leaves nothing behind', async () => {
		await using app = await startApp([], size, defined(soundVariables(virtual.environment)));
		await app.waitFor(/Side by side/);
		app.press(enter);
		await app.waitFor(/Microphone +desk-microphone, the system’s default/);
		await app.waitFor(/headset-microphone/);
		app.press(`j${enter}`);

		// Nothing is sent, and nothing costs, before there is a sound.
		await app.waitFor(/Real-time .*listening/);
		await app.waitFor(/No signal from desk-microphone in 2 s/);
		await app.waitFor(/peak −∞ dB · RMS −∞ dB/);

		const played = virtual.play(greeting.path);
		await app.waitFor(/Real-time .*streaming/);
		await app.waitFor(/peak −\d+ dB · RMS −\d+ dB/);
		await app.waitFor(/‹/);
		await app.waitFor(/good morning everyone/i);
		await played;

		app.press(' ');
		const paused = await app.waitFor(/Real-time .*paused/);
		const lengthIn = (frame: readonly string[]) => /recorded (\d:\d\d)/.exec(frame.join('\n'))?.[1];
		const length = lengthIn(paused);
		await virtual.play(greeting.path); // Into the pause.
		expect(lengthIn(await app.waitFor(/Real-time .*paused/))).toBe(length);
		app.press(' ');
		await app.waitFor(/Real-time .*streaming/);

		process.kill(await captureOf(app), 'SIGKILL');
		await app.waitFor(/Real-time .*microphone lost/);
		await app.waitFor(/was ended by SIGKILL/);
		await app.waitFor(/o opens it again/);
		await app.waitFor(/good morning everyone/i); // The text is still there.
		app.press('o');
		await app.waitFor(/Real-time .*streaming/);

		process.kill(await captureOf(app), 'SIGSTOP');
		await app.waitFor(/does not answer and was ended|does not/);
		app.press('i');
		await app.waitFor(/Microphones .*esc closes/);
		await app.waitFor(/❯ desk-microphone +default/);
		app.press(`j${enter}`);
		await app.waitFor(/headset-microphone · naudiodon/);
		await app.waitFor(/Real-time .*streaming/);

		await virtual.unplug();
		await app.waitFor(/Real-time .*microphone lost/);
		await virtual.plugIn();
		app.press('o');
		await app.waitFor(/Real-time .*streaming/);
		await virtual.play(greeting.path, 'headset');
		await app.waitUntil(
			frame => (frame.match(/good morning/gi) ?? []).length >= 2,
			'what was said to the other microphone',
		);

		app.press('s');
		await app.waitFor(/Real-time .*✓ done/);
		await app.waitFor(/Batch .*✓ done/);
		await app.waitFor(/Agreement +\d+\.\d %/);
		await app.waitFor(/after submit/);
		app.press('q');
		const {text, ...left} = await app.left();
		expect(left).toMatchObject({...givenBack, exitCode: 0});
		expect(text).toMatch(/Recording: .*\.wav \(0:\d\d\)/);
		expect(text).toContain('Kept: duet show');
		expect(app.bytes()).not.toMatch(native);
		expect(await readdir(app.folder)).not.toContain('crash.log');
		expect(await processesWith(`XDG_DATA_HOME=${app.folder}`)).toEqual([]);
		const [recording] = await recordingsIn(app.folder);
		expect(recording?.samples.length).toBeGreaterThan(10 * 16_000); // Both greetings, and not the one in the pause.
		expect(recording?.statedBytes).toBe(recording?.bytes);
	}, 60_000);

	it('listens at once where that is asked for, and says when it was for nothing', async () => {
		await using app = await startApp(
			['--live', '--device', 'headset'],
			size,
			defined(soundVariables(virtual.environment)),
		);
		await app.waitFor(/headset-microphone · naudiodon/);
		app.press('s');
		await app.waitFor(/There was no sound, so nothing was recorded, transcribed or billed/);
		app.press('q');
		expect((await app.left()).text).not.toContain('Kept:');
	});

	it('sends a recording in batch alone, once it has been spoken', async () => {
		await using app = await startApp([], size, defined(soundVariables(virtual.environment)));
		await app.waitFor(/Side by side/);
		app.press(`j${enter}`);
		await app.waitFor(/Microphone +desk-microphone/);
		app.press(`j${enter}`);
		await app.waitFor(/Batch .*listening/);
		await virtual.play(greeting.path);
		app.press('s');
		await app.waitFor(/Batch .*✓ done/);
		await app.waitFor(/good morning everyone/i);
		app.press('q');
		await app.left();
	});
});

describe('the app on a machine without sound', () => {
	it('says so beside the microphone, and the sample still runs', async () => {
		const {environment} = await silentMachine();
		const {XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, ...sound} = environment;
		await using app = await startApp([], size, defined(sound));
		await app.waitFor(/Side by side/);
		app.press(enter);
		await app.waitFor(/Microphone +.*There is no microphone here/);
		app.press(`j${enter}`);
		await app.waitFor(/✗ .*There is no microphone here|No microphone could be opened|local recogniser/);
		app.press(`k${enter}`);
		await app.waitFor(/Real-time .*streaming/);
		expect(app.bytes()).not.toMatch(native);
		app.press('q');
		await app.left();
	});
});
