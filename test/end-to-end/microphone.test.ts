import type {ChildProcess} from 'node:child_process';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {captureProcessOf, childrenOf, isRunning} from '../helpers/child-processes.js';
import {runDuet} from '../helpers/duet.js';
import {followDuet} from '../helpers/follow-duet.js';
import {keptRecordings} from '../helpers/kept-recordings.js';
import {recognitionObstacle} from '../helpers/offline-recognition.js';
import {ownFolders} from '../helpers/silent-machine.js';
import {likeness, pieceOfSpeech, soundIn} from '../helpers/speech.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {
	startVirtualMicrophone,
	type VirtualMicrophone,
	virtualMicrophoneObstacle,
} from '../helpers/virtual-microphone.js';

const obstacle = virtualMicrophoneObstacle() ?? recognitionObstacle;

/**
It is said once the microphone is open.
*/
const listens = /The words come from “pocketsphinx”/;

describe.skipIf(obstacle)(
	`a microphone without a terminal${obstacle ? ` (left out: ${obstacle})` : ''}`,
	() => {
		let virtual: VirtualMicrophone;
		beforeAll(async () => {
			virtual = await startVirtualMicrophone();
		});
		afterAll(async () => {
			await virtual[Symbol.asyncDispose]();
		});

		/**
	A duet with folders of its own, which listens.
	*/
		const startListening = async (arguments_: readonly string[]) => {
			const folder = await temporaryFolder();
			const variables = {...virtual.variables, HOME: folder.path, ...ownFolders(folder.path)};
			const duet = followDuet(arguments_, {environment: variables, cwd: folder.path});
			await duet.says('stderr', listens);
			return {
				...duet,
				folder: folder.path,
				variables,
				async [Symbol.asyncDispose]() {
					await duet[Symbol.asyncDispose]();
					await folder[Symbol.asyncDispose]();
				},
			};
		};

		describe('duet live', () => {
			let speech: Awaited<ReturnType<typeof pieceOfSpeech>>;
			let inText: Awaited<ReturnType<typeof startListening>>;
			let saidBefore: string;
			let firstToCome: string;

			beforeAll(async () => {
				speech = await pieceOfSpeech(12.6, 10); // From “What about the budget?” to “Two things.”
				inText = await startListening(['live']);
				saidBefore = inText.said().stderr;
				const played = virtual.play(speech.path);
				firstToCome = await Promise.race([
					inText.says('stdout', /budget\b.*\n/).then(() => 'words'),
					played.then(() => 'the end of the sound'),
				]);
				await played;
				inText.child.kill('SIGINT');
				await inText.exited;
			}, 90_000);

			afterAll(async () => {
				await inText[Symbol.asyncDispose]();
				await speech[Symbol.asyncDispose]();
			});

			it('opens no session before there is a sound', () => {
				expect(saidBefore).not.toContain('session started');
				expect(inText.said().stderr).toContain('session started');
			});

			it('prints words while more is spoken, recognised here and without a key', () => {
				expect(firstToCome).toBe('words');
				expect(inText.said().stdout).toMatch(/^what about the budget\.\n/i);
				expect(inText.said().stderr).toContain('No API key is set');
			});

			it('ends at Ctrl-C in good order, with the last words, whatever is heard in them', async () => {
				expect(await inText.exited).toBe(130);
				expect(inText.said().stdout).toMatch(/less than in[\s\S]*missing\.\n\S.*\n$/);
				expect(inText.said().stderr).toMatch(/^Latency .*\d+ words/m);
			});

			it('has recorded what was played, for this user alone', async () => {
				const [recording, ...others] = await keptRecordings(inText.folder);
				expect(others).toEqual([]);
				expect(recording?.mode).toBe(0o600);
				expect(recording?.statedBytes).toBe(recording?.pcmBytes);
				expect(inText.said().stderr).toContain(`Recording: ${recording?.path}`);
				const [heard, played] = [recording?.samples ?? new Int16Array(), speech.samples].map(soundIn);
				expect(Math.abs((heard?.length ?? 0) / (played?.length ?? 0) - 1)).toBeLessThan(0.01);
				expect(likeness(heard ?? new Int16Array(), played ?? new Int16Array())).toBeGreaterThan(0.99);
			});
		});

		describe('four that hear the same', () => {
			let speech: Awaited<ReturnType<typeof pieceOfSpeech>>;
			let comparing: Awaited<ReturnType<typeof startListening>>;
			let inJson: Awaited<ReturnType<typeof startListening>>;
			let losing: Awaited<ReturnType<typeof startListening>>;
			let killed: Awaited<ReturnType<typeof startListening>>;
			let childrenOfKilled: readonly number[];

			beforeAll(async () => {
				speech = await pieceOfSpeech(28.8, 3.6); // “Could Marcus look after those? He could, but only …”
				comparing = await startListening(['compare', '--live', '--no-record']);
				inJson = await startListening(['compare', '--live', '--json', '--no-record']);
				losing = await startListening(['live']);
				killed = await startListening(['compare', '--live']);
				const played = virtual.play(speech.path);
				await losing.says('stdout', /after those.*\n/);
				process.kill(captureProcessOf(losing.child.pid), 'SIGKILL');
				await vi.waitUntil(async () => isHeldBeforeItsHeader(killed), {timeout: 20_000, interval: 20});
				childrenOfKilled = childrenOf(killed.child.pid).flatMap(pid => [pid, ...childrenOf(pid)]);
				killed.child.kill('SIGKILL');
				await played;
				comparing.child.kill('SIGINT');
				inJson.child.kill('SIGINT');
				await Promise.all([comparing.exited, inJson.exited, losing.exited, killed.exited]);
			}, 90_000);

			afterAll(async () => {
				for (const part of [comparing, inJson, losing, killed, speech]) {
					await part[Symbol.asyncDispose]();
				}
			});

			it('duet compare --live makes it the batch job when it ends, also where it is not kept', async () => {
				const {stdout, stderr} = comparing.said();
				expect(await comparing.exited).toBe(130);
				expect(stderr).toContain('real-time: all audio sent'); // On a busy machine after the job was made.
				expect(stderr).toMatch(/batch: job \w+ created[\s\S]*batch: done/);
				expect(stdout).toMatch(/^Batch\n.*look after those[\s\S]*^Real-time\n.*look after those/im);
				expect(stdout).toMatch(/^Comparison +Batch +Real-time$/m);
				expect(stdout).toMatch(/^Agreement +\d+\.\d % the same as real-time/m);
				expect(await keptRecordings(comparing.folder)).toEqual([]);
				expect(await keptRecordings(inJson.folder)).toEqual([]);
			});

			it('says in JSON what it has listened to, that nothing was lost, and what both modes have heard', () => {
				const {audio, engine, realtime, batch, accuracy} = JSON.parse(inJson.said().stdout);
				expect(audio.live).toEqual({input: 'desk-microphone', backend: 'naudiodon', droppedFrames: 0});
				expect(audio.seconds).toBeGreaterThan(3.5);
				expect(engine).toMatchObject({kind: 'local', recogniser: 'pocketsphinx'});
				expect([batch.status, realtime.status]).toEqual(['done', 'done']);
				expect(batch.transcript).toMatch(/look after those/i);
				expect(realtime.transcript).toMatch(/look after those/i);
				expect(accuracy.agreement).toBeGreaterThan(0.5);
			});

			it('a lost microphone ends it where there is no keyboard to open it again, and all is kept', async () => {
				const {stdout, stderr} = losing.said();
				expect(await losing.exited).toBe(1);
				expect(stderr).toMatch(/error: The capture from desk-microphone was ended by SIGKILL\.\n {2}\S/);
				expect(stdout).toMatch(/look after those/);
				const [recording] = await keptRecordings(losing.folder);
				expect(stderr).toContain(`Recording: ${recording?.path}`);
				expect(recording?.statedBytes).toBe(recording?.pcmBytes);
				const heard = soundIn(recording?.samples ?? new Int16Array());
				expect(heard.length).toBeGreaterThan(16_000);
				expect(likeness(heard, soundIn(speech.samples).slice(0, heard.length))).toBeGreaterThan(0.99);
			});

			it('one that is killed leaves no process; the next start mends its recording, and resume transcribes it', async () => {
				expect(childrenOfKilled.length).toBeGreaterThan(2); // The capture, what it has started, and the recogniser.
				await expect.poll(() => childrenOfKilled.filter(isRunning), {timeout: 20_000}).toEqual([]);
				const [before] = await keptRecordings(killed.folder);
				expect(before?.statedBytes).toBeLessThan(before?.pcmBytes ?? 0);
				const next = await runDuet(['live', '-'], {environment: killed.variables});
				expect(next.exitCode).toBe(2); // The pipe is empty.
				expect(next.stderr).toContain(`A recording that was broken off is whole again: ${before?.path} (0:`);
				const [after] = await keptRecordings(killed.folder);
				expect(after?.statedBytes).toBe(after?.pcmBytes);
				expect(after?.samples).toEqual(before?.samples);
				const resumed = await runDuet(['resume'], {environment: killed.variables});
				expect(resumed.exitCode).toBe(0);
				expect(resumed.stdout).toMatch(/Batch\n.*look after those/i);
				expect(resumed.stdout).toContain('after submit'); // Its own figures are there.
			}, 60_000);
		});
	},
);

/**
Holds a Duet still while its recording has audio that the header does not state, or lets it go on.
*/
const isHeldBeforeItsHeader = async ({
	child,
	folder,
}: {
	readonly child: ChildProcess;
	readonly folder: string;
}): Promise<boolean> => {
	if ((await unstatedBytes(folder)) > 8000) {
		child.kill('SIGSTOP'); // So that none is written between this look and the kill.
		if ((await unstatedBytes(folder)) > 0) {
			return true;
		}

		child.kill('SIGCONT');
	}

	return false;
};

/**
What a recording has and its header does not state yet.
*/
const unstatedBytes = async (folder: string): Promise<number> => {
	const [recording] = await keptRecordings(folder);
	return recording ? recording.pcmBytes - recording.statedBytes : 0;
};
