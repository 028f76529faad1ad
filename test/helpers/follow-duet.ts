import type {Readable} from 'node:stream';
import {type DuetOptions, startDuet} from './duet.js';

/**
The built program without a terminal, and what it says while it runs.
*/
export const followDuet = (arguments_: readonly string[], options?: DuetOptions) => {
	const child = startDuet(arguments_, options);
	const said = {stdout: '', stderr: ''};
	const watchers = new Set<() => void>();
	for (const name of ['stdout', 'stderr'] as const) {
		const stream = child[name] as Readable;
		stream.setEncoding('utf8');
		stream.on('data', (text: string) => {
			said[name] += text;
			for (const watcher of watchers) {
				watcher();
			}
		});
	}

	const exited = new Promise<number | null>(resolve => {
		child.on('close', resolve);
	});

	return {
		child,
		said: (): Readonly<typeof said> => said,

		/**
		Resolves with its exit code, once all its output is here.
		*/
		exited,

		/**
		Waits until what it says matches.

		@throws When it ends before.
		*/
		async says(name: keyof typeof said, pattern: RegExp): Promise<void> {
			return new Promise((resolve, reject) => {
				const look = () => {
					if (pattern.test(said[name])) {
						watchers.delete(look);
						resolve();
					}
				};
				watchers.add(look);
				look();
				void exited.then(exitCode => {
					reject(
						new Error(`It ended with ${exitCode} and never said ${pattern}:\n${said.stdout}\n${said.stderr}`),
					);
				});
			});
		},
		async [Symbol.asyncDispose]() {
			if (child.exitCode === null && child.signalCode === null) {
				child.kill('SIGKILL');
			}

			await exited;
		},
	};
};
