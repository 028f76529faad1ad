import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import {root} from './duet.js';
import {createScreen} from './screen.js';
import {temporaryFolder} from './temporary-folder.js';

/**
What the shell prints once the program has given the terminal back: its exit code and the terminal's settings.
*/
const shellScript = 'echo before; "$0" "$@"; code=$?; stty -a; echo "EXIT $code"';

/**
The built program started by a shell in a pseudo-terminal, as a person does it, with data and settings of its own.

@param environment - Put before the defaults, which are a terminal with colours and UTF-8.
*/
export const startApp = async (
	arguments_: readonly string[],
	{columns, rows}: {readonly columns: number; readonly rows: number},
	environment: Readonly<Record<string, string>> = {},
) => {
	const folder = await temporaryFolder({'client.conf': 'autospawn = no\n'});
	const screen = createScreen(columns, rows);
	const program = [process.execPath, path.join(root, 'dist', 'cli.js'), ...arguments_];
	const shell = spawn('/bin/sh', ['-c', shellScript, ...program], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: folder.path,
		env: {
			PATH: process.env['PATH'] ?? '',
			HOME: folder.path,
			XDG_CONFIG_HOME: folder.path,
			XDG_DATA_HOME: folder.path,
			XDG_STATE_HOME: folder.path,
			XDG_RUNTIME_DIR: folder.path, // Of no sound session, and none is started.
			PULSE_CLIENTCONFIG: path.join(folder.path, 'client.conf'),
			TERM: 'xterm-256color',
			LANG: 'C.UTF-8',
			CI: 'true', // An app on a terminal draws, whatever this says.
			...environment,
		},
	});
	let bytes = '';
	let hasExited = false;
	const watchers = new Set<() => void>();
	const exited = new Promise<void>(resolve => {
		shell.onExit(() => {
			hasExited = true;
			resolve();
			for (const watcher of watchers) {
				watcher();
			}
		});
	});
	shell.onData(data => {
		bytes += data;
		screen.write(data);
		for (const watcher of watchers) {
			watcher();
		}
	});

	/**
	Whether a frame has begun and not ended: a terminal shows none of it until then.
	*/
	const isDrawing = (): boolean => bytes.lastIndexOf('\u{1B}[?2026h') > bytes.lastIndexOf('\u{1B}[?2026l');

	/**
	Waits until the frame is as wanted.

	@throws When the program ends before.
	*/
	const waitUntil = async (isWanted: (frame: string) => boolean, what: string): Promise<readonly string[]> =>
		new Promise((resolve, reject) => {
			const look = async () => {
				if (isDrawing() && !hasExited) {
					return; // Half a frame is none; the rest of it is on its way.
				}

				const frame = await screen.frame();
				if (isDrawing() && !hasExited) {
					return; // The next one has begun in the meantime.
				}

				if (isWanted(frame.join('\n'))) {
					watchers.delete(look);
					resolve(frame);
				} else if (hasExited) {
					watchers.delete(look);
					reject(new Error(`The program ended without ${what}:\n${frame.join('\n')}`));
				}
			};
			watchers.add(look);
			void look();
		});

	/**
	Of the program itself, not of the shell.
	*/
	const pid = (): number =>
		Number(execFileSync('pgrep', ['-P', String(shell.pid)], {encoding: 'utf8'}).trim());

	return {
		screen,
		pid,
		folder: folder.path,
		bytes: () => bytes,
		press(keys: string) {
			shell.write(keys);
		},
		resize(newColumns: number, newRows: number) {
			screen.resize(newColumns, newRows);
			shell.resize(newColumns, newRows);
		},

		signal(name: NodeJS.Signals) {
			process.kill(pid(), name);
		},
		waitUntil,
		waitFor: async (pattern: RegExp) => waitUntil(frame => pattern.test(frame), `showing ${pattern}`),

		/**
		Waits for the end.

		@returns What stands on the normal screen, the exit code, and how the terminal was left.
		*/
		async left() {
			await exited;
			const text = (await screen.unwrappedLines()).join('\n');
			const modes = bytes.matchAll(/\[\?(?<mode>25|2004)(?<state>[hl])/g);
			const last = new Map(Array.from(modes, ({groups}) => [groups?.['mode'], groups?.['state']]));
			return {
				text,
				exitCode: Number(/EXIT (?<code>\d+)/.exec(text)?.groups?.['code']),
				isAlternate: await screen.isAlternate(),
				isCursorShown: (last.get('25') ?? 'h') === 'h',
				isPasteBracketed: last.get('2004') === 'h',
				isRaw: /(?:^|\s)-(?:icanon|echo)\b/m.test(text),
			};
		},
		async [Symbol.asyncDispose]() {
			if (!hasExited) {
				shell.kill('SIGKILL');
			}

			await exited;
			await folder[Symbol.asyncDispose]();
		},
	};
};

/**
How a program must leave a terminal.
*/
export const givenBack = {isAlternate: false, isCursorShown: true, isPasteBracketed: false, isRaw: false};
