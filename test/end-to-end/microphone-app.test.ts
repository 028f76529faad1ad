import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {givenBack, startApp} from '../helpers/app.js';
import {captureProcessOf} from '../helpers/child-processes.js';
import {keptRecordings} from '../helpers/kept-recordings.js';
import {nativeOutput} from '../helpers/native-output.js';
import {recognitionObstacle} from '../helpers/offline-recognition.js';
import {likeness, pieceOfSpeech, soundIn} from '../helpers/speech.js';
import {
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../helpers/virtual-microphone.js';

const obstacle = virtualMicrophoneObstacle() ?? recognitionObstacle;
const size = {columns: 120, rows: 36};
const escapeKey = '\u{1B}';

/**
Rows of a frame as one text, without the borders that they wrap at.
*/
const textOf = (frame: readonly string[]): string => frame.join(' ').replaceAll(/[\s│]+/g, ' ');

/**
What stands in the panes of the two modes.
*/
const panesOf = (frame: readonly string[]) => {
	const rows = frame.map(row => row.split('││')).filter(({length}) => length === 2);
	return {
		batch: textOf(rows.map(([left]) => left ?? '')),
		realTime: textOf(rows.map(([, right]) => right ?? '')),
	};
};

describe.skipIf(obstacle)(`the app and a microphone${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	let virtual: VirtualMicrophone;
	let question: Awaited<ReturnType<typeof pieceOfSpeech>>;
	let aside: Awaited<ReturnType<typeof pieceOfSpeech>>;
	let answer: Awaited<ReturnType<typeof pieceOfSpeech>>;

	beforeAll(async () => {
		virtual = await startVirtualMicrophone();
		question = await pieceOfSpeech(28.9, 3); // “Could Marcus look after those? He could, but only …”
		aside = await pieceOfSpeech(12.6, 1.1); // “What about the budget?”
		answer = await pieceOfSpeech(20.3, 2.4); // “So what is still missing? Two things.”
	});

	afterAll(async () => {
		await virtual[Symbol.asyncDispose]();
		for (const speech of [question, aside, answer]) {
			await speech[Symbol.asyncDispose]();
		}
	});

	const start = async (arguments_: readonly string[] = []) =>
		startApp(arguments_, size, virtual.noisyVariables);

	describe('both modes on what is spoken', () => {
		let app: Awaited<ReturnType<typeof start>>;

		beforeAll(async () => {
			app = await start();
			await app.waitFor(/Side by side/);
		});

		afterAll(async () => {
			await app[Symbol.asyncDispose]();
		});

		it('the microphone is chosen with the keys, and listens; nothing is sent before there is a sound', async () => {
			app.press('\r');
			await app.waitFor(/Microphone +desk-microphone, the system’s default/);
			app.press('j\r');
			const frame = await app.waitFor(/○ listening/);
			expect(textOf(frame)).toContain('nothing is sent before the first sound');
			expect(textOf(frame)).toContain('peak −∞ dB');
			expect(panesOf(frame).realTime).not.toContain('connect');
			expect(await keptRecordings(app.folder)).toEqual([]);
		});

		it('words come while they are spoken, as partials first, with the level of the sound', async () => {
			const played = virtual.play(question.path);
			const peakOf = (frame: string) => /peak −(?<peak>\d+) dB/.exec(frame)?.groups?.['peak'];
			const meterOf = (frame: string) => /[▁-█]{12}/.exec(frame)?.[0];
			const loud = (await app.waitFor(/peak −\d+ dB · RMS −\d+ dB/)).join('\n');
			await app.waitUntil(
				frame => ![undefined, peakOf(loud)].includes(peakOf(frame)) && meterOf(frame) !== meterOf(loud),
				'another level',
			);
			const first = await Promise.race([app.waitFor(/‹[^›]*marcus/i).then(() => 'words'), played]);
			expect(first).toBe('words');
			await app.waitFor(/look after those\. ‹/);
			await played;
		});

		it('space holds the audio: what is said meanwhile is not recorded; space again goes on', async () => {
			app.press(' ');
			await app.waitFor(/○ paused/);
			const [before] = await keptRecordings(app.folder);
			await virtual.play(aside.path);
			const [after] = await keptRecordings(app.folder);
			expect((after?.pcmBytes ?? 0) - (before?.pcmBytes ?? 0)).toBeLessThan(
				aside.samples.length, // In bytes half of it: what was on its way.
			);
			app.press(' ');
			await app.waitFor(/● streaming/);
		});

		it.each([
			['SIGKILL', 'was ended by SIGKILL'],
			['SIGSTOP', 'does not answer and was ended'],
		] as const)(
			'a capture process that gets %s is missed, with what to do, and o goes on',
			async (signal, said) => {
				const sentMs = performance.now();
				process.kill(captureProcessOf(app.pid()), signal);
				const frame = await app.waitFor(/✗ microphone lost/);
				expect(performance.now() - sentMs).toBeLessThan(8000);
				expect(panesOf(frame).realTime).toContain(said);
				expect(panesOf(frame).realTime).toContain('o opens it again · i chooses another · s ends the speech');
				expect(panesOf(frame).realTime).toContain('look after those.');
				app.press('o');
				const again = await app.waitFor(/● streaming/);
				expect(panesOf(again).realTime).toContain('look after those.');
			},
		);

		it('i changes to another microphone, which is heard in the same transcript', async () => {
			app.press('i');
			await app.waitFor(/❯ desk-microphone +default/);
			app.press('j\r');
			await app.waitFor(/headset-microphone · naudiodon/);
			await app.waitFor(/● streaming/);
			await virtual.play(answer.path, 'headset');
			const frame = await app.waitFor(/missing/);
			expect(panesOf(frame).realTime).toContain('look after those.');
		});

		it('s makes the recording the batch job, and the comparison is complete', async () => {
			app.press('s');
			await app.waitFor(/Batch ─+ ✓ done ─╮╭ Real-time ─+ ✓ done/);
			const frame = await app.waitFor(/For this audio/);
			for (const text of Object.values(panesOf(frame))) {
				expect(text).toMatch(/look after those.*is still missing/);
				expect(text).not.toContain('budget'); // It was said in the pause.
			}

			const table = frame.slice(frame.findIndex(row => row.includes('╭ Comparison')));
			const isOpen = (row: string) => /^│ .* – /.test(row) && !row.includes('Unstable words'); // Batch has none.
			expect(table.filter(isOpen)).toEqual([]);
			expect(table.join('\n')).toMatch(/Agreement +\d+\.\d % the same/);
			expect(table.join('\n')).toMatch(/Cost +\$0\.\d+ .*\$0\.\d+ /);
		});

		it('the recording has what was spoken into both microphones, from the first sound to the last', async () => {
			const [recording, ...others] = await keptRecordings(app.folder);
			expect(others).toEqual([]);
			expect([recording?.mode, recording?.statedBytes]).toEqual([0o600, recording?.pcmBytes]);
			const heard = soundIn(recording?.samples ?? new Int16Array());
			const [first, last] = [soundIn(question.samples), soundIn(answer.samples)];
			expect(likeness(heard.slice(0, first.length), first)).toBeGreaterThan(0.99);
			expect(likeness(heard.slice(-last.length), last)).toBeGreaterThan(0.99);
		});

		it('q leaves within a second, and says what is kept; no library has got a line onto the screen', async () => {
			const pressedMs = performance.now();
			app.press('q');
			const {text, ...rest} = await app.left();
			expect(performance.now() - pressedMs).toBeLessThan(1000);
			expect(rest).toMatchObject({...givenBack, exitCode: 0});
			expect(text).toMatch(/^Kept: duet show \S+/m);
			expect(text).toMatch(/^Recording: \S+\.wav \(0:\d\d\)$/m);
			expect(app.bytes()).not.toMatch(nativeOutput);
			const files = await readdir(app.folder, {recursive: true});
			expect(files.filter(file => file.endsWith('crash.log'))).toEqual([]);
			const log = files.find(file => file.endsWith('capture.log')) ?? '';
			expect(await readFile(path.join(app.folder, log), 'utf8')).toMatch(/ALSA lib[\s\S]*PortAudio/); // They did print.
		});
	});

	it('duet --live listens at once, and s before the first sound says that it was for nothing', async () => {
		await using app = await start(['--live', '--device', 'headset']);
		await app.waitFor(/headset-microphone · naudiodon/);
		app.press('s');
		await app.waitFor(/There was no sound, so nothing was recorded, transcribed or billed/);
		app.press('q');
		expect((await app.left()).text).not.toContain('Kept:');
	});

	it('a run on the microphone is not lost to another one: the way back to it is said, and s completes it', async () => {
		await using app = await start(['--live']);
		await app.waitFor(/○ listening/);
		await virtual.play(answer.path);
		await app.waitFor(/missing/);
		app.press('m');
		await app.waitFor(/● recording[\s\S]*esc back to the run/);
		app.press('1');
		await app.waitFor(/Sample/);
		app.press('\r');
		await app.waitFor(/The microphone is still on: esc leads back to the run, s ends it there/);
		app.press(escapeKey);
		await app.waitFor(/esc back to the run/);
		app.press(escapeKey);
		await app.waitFor(/● streaming/);
		app.press('s');
		const frame = await app.waitFor(/Batch ─+ ✓ done ─╮╭ Real-time ─+ ✓ done/);
		expect(panesOf(frame).batch).toContain('is still missing');
	});

	it('batch alone sends a recording once it has been spoken', async () => {
		await using app = await start();
		await app.waitFor(/Side by side/);
		app.press('j\r');
		await app.waitFor(/Microphone +desk-microphone/);
		app.press('j\r');
		await app.waitFor(/Batch .*listening/);
		await virtual.play(answer.path);
		app.press('s');
		await app.waitFor(/Batch .*✓ done/);
		await app.waitFor(/is still missing/);
		app.press('q');
		expect(await app.left()).toMatchObject({...givenBack, exitCode: 0});
	});

	it('a sound server that ends is missed; once it is back o goes on; q in the middle keeps all', async () => {
		await using app = await start(['--device', 'headset']);
		await app.waitFor(/Side by side/);
		app.press('\r');
		await app.waitFor(/Microphone +headset, from your settings/);
		app.press('j\r');
		await app.waitFor(/○ listening/);
		await virtual.play(question.path, 'headset');
		await app.waitFor(/look after those/);
		await virtual.unplug();
		const frame = await app.waitFor(/✗ microphone lost/);
		expect(panesOf(frame).realTime).toContain('headset-microphone delivers no more audio. Plug it in again');
		app.press('o');
		await app.waitFor(/No microphone could be opened|There is no input device/);
		await virtual.plugIn();
		app.press('o');
		await app.waitFor(/● streaming/);
		await virtual.play(answer.path, 'headset');
		await app.waitFor(/missing/);
		const pressedMs = performance.now();
		app.press('q');
		const {text, ...rest} = await app.left();
		expect(performance.now() - pressedMs).toBeLessThan(1000);
		expect(rest).toMatchObject({...givenBack, exitCode: 130});
		expect(text).toMatch(/^Kept: duet show \S+/m);
		const [recording] = await keptRecordings(app.folder);
		expect(text).toContain(`Recording: ${recording?.path} (0:0`);
		expect(recording?.statedBytes).toBe(recording?.pcmBytes);
		expect(app.bytes()).not.toMatch(nativeOutput);
	});
});
