import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {givenBack, startApp} from '../helpers/app.js';
import {captureProcessOf} from '../helpers/child-processes.js';
import {keptRecordings} from '../helpers/kept-recordings.js';
import {nativeOutput} from '../helpers/native-output.js';
import {recognitionObstacle} from '../helpers/offline-recognition.js';
import {pieceOfSpeech} from '../helpers/speech.js';
import {
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../helpers/virtual-microphone.js';

const obstacle = virtualMicrophoneObstacle() ?? recognitionObstacle;
const size = {columns: 110, rows: 30};
const controlC = '\u{3}';

describe.skipIf(obstacle)(`duet live on a terminal${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	let virtual: VirtualMicrophone;
	beforeAll(async () => {
		virtual = await startVirtualMicrophone();
	});
	afterAll(async () => {
		await virtual[Symbol.asyncDispose]();
	});

	it('shows the level, is held, opened again and ended by keys, and gives the terminal back', async () => {
		await using speech = await pieceOfSpeech(28.9, 3); // “Could Marcus look after those? He could, but only …”
		await using terminal = await startApp(['live'], size, virtual.noisyVariables);
		await terminal.waitFor(/desk-microphone \(naudiodon\) · waiting for the first sound.* · peak −∞ dB/);
		await terminal.waitFor(/space pauses · s ends · o opens a lost microphone again/);
		const played = virtual.play(speech.path);
		await terminal.waitFor(/desk-microphone \(naudiodon\) · 0:0\d · peak −\d+ dB · RMS −\d+ dB/);
		await terminal.waitFor(/‹[^›]*marcus/i);
		await played;
		await terminal.waitFor(/look after those\.(?:\n| ‹)/); // Final.

		terminal.press(' ');
		const paused = await terminal.waitFor(/· paused at 0:0\d ·[\s\S]*standing by at/);
		expect(paused.join('\n')).toContain('space goes on · s ends');
		expect(paused.join('\n')).not.toContain('streaming');
		terminal.press(' ');
		await terminal.waitUntil(frame => !frame.includes('paused at'), 'going on');
		await terminal.waitFor(/streaming 0:0\d[\s\S]*space pauses · s ends/);

		process.kill(captureProcessOf(terminal.pid()), 'SIGKILL');
		await terminal.waitFor(
			/The capture from desk-microphone was ended by SIGKILL\. Open the microphone again/,
		);
		await terminal.waitFor(/· lost at 0:0\d/);
		terminal.press('o');
		await terminal.waitFor(/Listening again, to desk-microphone \(naudiodon\)\./);
		await terminal.waitUntil(frame => !frame.includes('lost at'), 'going on');

		terminal.press('s');
		const {text, ...rest} = await terminal.left();
		expect(rest).toMatchObject({...givenBack, exitCode: 0});
		expect(text).toMatch(/^.*marcus look after those\.\n[\s\S]*^He .*but only.*$/im);
		expect(text).not.toMatch(/[‹›]|streaming/);
		const [recording] = await keptRecordings(terminal.folder);
		expect(text).toContain(`Recording: ${recording?.path}`);
		expect(terminal.bytes()).not.toMatch(nativeOutput);
	});

	it('says that there is no signal, costs nothing then, and is left by Ctrl-C', async () => {
		await using terminal = await startApp(['live', '--device', 'headset'], size, virtual.noisyVariables);
		await terminal.waitFor(/No signal from headset-microphone in 2 s\. Usually it is muted/);
		terminal.press(controlC);
		const {text, ...rest} = await terminal.left();
		expect(rest).toMatchObject({...givenBack, exitCode: 130});
		expect(text).toContain('There was no sound, so nothing was recorded, transcribed or billed.');
		expect(await keptRecordings(terminal.folder)).toEqual([]);
		expect(terminal.bytes()).not.toMatch(nativeOutput);
	});

	it('ends with success at s also where the microphone is lost: it was said, and is no failure then', async () => {
		await using speech = await pieceOfSpeech(20.3, 1.2); // “So what is still missing?”
		await using terminal = await startApp(['live'], size, virtual.noisyVariables);
		await terminal.waitFor(/waiting for the first sound/);
		await virtual.play(speech.path);
		process.kill(captureProcessOf(terminal.pid()), 'SIGKILL');
		await terminal.waitFor(/· lost at 0:0\d/);
		terminal.press('s');
		const {text, ...rest} = await terminal.left();
		expect(rest).toMatchObject({...givenBack, exitCode: 0});
		expect(text).toMatch(/is still missing/);
		expect(text).not.toContain('error:');
	});

	it('comes to its end at Ctrl-C in the middle of speech, with the last words', async () => {
		await using speech = await pieceOfSpeech(20.3, 1.2); // “So what is still missing?”
		await using terminal = await startApp(['live'], size, virtual.noisyVariables);
		await terminal.waitFor(/waiting for the first sound/);
		await virtual.play(speech.path);
		terminal.press(controlC);
		const {text, ...rest} = await terminal.left();
		expect(rest).toMatchObject({...givenBack, exitCode: 130});
		expect(text).toMatch(/is still missing/);
		expect(text).toMatch(/^Comparison +Real-time$/m);
	});
});
