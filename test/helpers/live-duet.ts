import type {ChildProcess} from 'node:child_process';
import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {onTestFinished} from 'vitest';
import {startDuet} from './duet.js';
import {ownFolders} from './silent-machine.js';
import {temporaryFolder} from './temporary-folder.js';
import {soundVariables, type VirtualMicrophone} from './virtual-microphone.js';

/**
An environment with the virtual microphone, for a program that keeps its files in a folder of its own.
*/
const liveEnvironment = (virtual: VirtualMicrophone, folder: string) => ({
	...soundVariables(virtual.environment),
	...ownFolders(folder),
});

/**
Starts the built program with the virtual microphone and lets a test wait for what it says.

@param before - The folder of a program that ran before: this one finds what that has left.
*/
export const startLiveDuet = async (
	virtual: VirtualMicrophone,
	arguments_: readonly string[],
	before?: string,
) => {
	const folder = before === undefined ? await temporaryFolder() : {path: before};
	const child = startDuet(arguments_, {environment: liveEnvironment(virtual, folder.path), cwd: folder.path});
	const said = {stdout: '', stderr: ''};
	let changed = Promise.withResolvers<void>();
	for (const name of ['stdout', 'stderr'] as const) {
		child[name]?.setEncoding('utf8').on('data', (text: string) => {
			said[name] += text;
			changed.resolve();
			changed = Promise.withResolvers();
		});
	}

	const exited = new Promise<number | null>(resolve => {
		child.on('close', exitCode => {
			resolve(exitCode);
			changed.resolve();
		});
	});
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await exited;
		if (Symbol.asyncDispose in folder) {
			await folder[Symbol.asyncDispose]();
		}
	});
	return {
		folder: folder.path,
		said,
		exited,
		kill: (signal: NodeJS.Signals) => child.kill(signal),
		capturePid: () => capturePidOf(child),

		/**
		Waits until it has said that.

		@throws When it ends before.
		*/
		async says(name: 'stdout' | 'stderr', pattern: RegExp): Promise<void> {
			while (!pattern.test(said[name])) {
				if (child.exitCode !== null || child.signalCode !== null) {
					throw new Error(`It ended without saying ${pattern}: ${said.stdout}\n${said.stderr}`);
				}

				await changed.promise;
			}
		},
	};
};

/**
The process that captures for a program. Linux only.
*/
const capturePidOf = async ({pid}: Pick<ChildProcess, 'pid'>): Promise<number> => captureChildOf(Number(pid));

export const captureChildOf = async (pid: number): Promise<number> => {
	const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
	for (const child of children.trim().split(' ')) {
		if ((await readFile(`/proc/${child}/cmdline`, 'utf8')).includes('capture-child')) {
			return Number(child);
		}
	}

	throw new Error(`Process ${pid} of ${process.pid} captures nothing.`);
};

/**
The recordings that a program has kept: their modes, and their samples.
*/
export const recordingsIn = async (folder: string) => {
	const recordings = path.join(folder, 'duet', 'recordings');
	const names = await readdir(recordings).catch(() => []);
	return Promise.all(
		names.map(async name => {
			const file = path.join(recordings, name);
			const bytes = await readFile(file);
			return {
				file,
				mode: (await stat(file)).mode & 0o777,
				statedBytes: bytes.readUInt32LE(40),
				samples: new Int16Array(new Uint8Array(bytes.subarray(44)).buffer.slice(0, (bytes.length - 44) & ~1)),
				bytes: bytes.length - 44,
			};
		}),
	);
};
