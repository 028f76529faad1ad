import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {spawn} from '@lydell/node-pty';
import {root} from './duet.js';
import {createScreen} from './screen.js';

/**
The built program in a pseudo-terminal, with a real terminal emulator behind it.
*/
export const startInTerminal = (
	arguments_: readonly string[],
	columns: number,
	rows: number,
	environment: Readonly<Record<string, string>> = {},
) => {
	const screen = createScreen(columns, rows);
	const child = spawn(process.execPath, [path.join(root, 'dist', 'cli.js'), ...arguments_], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: path.join(root, 'test'),
		env: {
			PATH: process.env['PATH'] ?? '',
			HOME: process.env['HOME'] ?? '',
			XDG_CONFIG_HOME: process.env['XDG_CONFIG_HOME'] ?? '',
			XDG_DATA_HOME: process.env['XDG_DATA_HOME'] ?? '',
			XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '',
			TERM: 'xterm-256color',
			...environment,
		},
	});
	let bytes = '';
	const watchers = new Set<() => void>();
	child.onData(data => {
		bytes += data;
		screen.write(data);
		for (const watcher of watchers) {
			watcher();
		}
	});
	const exited = new Promise<{exitCode: number; signal?: number}>(resolve => {
		child.onExit(({exitCode, signal}) => {
			resolve({exitCode, ...(signal !== undefined && {signal})});
		});
	});

	return {
		screen,
		exited,
		bytes: () => bytes,
		press(keys: string) {
			child.write(keys);
		},

		/**
		Resizes the terminal while the program stands still: what it draws at the very moment of a resize is drawn for the
		old size in any terminal.
		*/
		async resize(newColumns: number, newRows: number): Promise<void> {
			child.kill('SIGSTOP');
			await sleep(50); // What it has written arrives; nothing tells when that is all.
			await screen.lines();
			screen.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
			child.kill('SIGCONT');
		},

		/**
		Waits until a line of the screen matches.

		@throws When the program ends before.
		*/
		async waitFor(pattern: RegExp): Promise<string> {
			return new Promise((resolve, reject) => {
				const look = async () => {
					const found = (await screen.lines()).find(line => pattern.test(line));
					if (found !== undefined) {
						watchers.delete(look);
						resolve(found);
					}
				};
				watchers.add(look);
				void look();
				void exited.then(async () => {
					await look();
					reject(new Error(`The program ended without showing ${pattern}:\n${bytes}`));
				});
			});
		},
	};
};
