import {type ChildProcess, spawn} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import type {Readable} from 'node:stream';
import {text} from 'node:stream/consumers';

export const root = path.join(import.meta.dirname, '..', '..');
export const sampleFile = path.join(root, 'assets', 'sample.wav');

const program = path.join(root, 'dist', 'cli.js');

/**
An environment in which nothing of the developer's own is set: no key, no settings, no sound session, no .env of this
folder.
*/
const cleanEnvironment = (extra: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv => {
	const {
		SPEECHMATICS_API_KEY,
		SPEECHMATICS_REGION,
		SPEECHMATICS_BATCH_URL,
		SPEECHMATICS_RT_URL,
		DUET_DEVICE,
		DUET_RECOGNISER,
		DUET_POCKETSPHINX_LIBRARY,
		DUET_POCKETSPHINX_MODEL,
		PULSE_SERVER,
		PULSE_RUNTIME_PATH,
		DBUS_SESSION_BUS_ADDRESS,
		DISPLAY,
		CI,
		...rest
	} = process.env;
	return {...rest, ...extra};
};

export type DuetOptions = {
	/**
	What is `undefined` is not set.
	*/
	readonly environment?: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;

	/**
	What comes through standard input: all of it, or what another program gives, or what the test writes to it while it is
	`open`; without it, nothing.
	*/
	readonly input?: Uint8Array | Readable | 'open';

	/**
	How large a file may become, in blocks of 512 bytes: to each of them the disk is full beyond that.
	*/
	readonly fileBlocks?: number;

	/**
	What it prints goes there instead.
	*/
	readonly stdoutFile?: string;
};

/**
Starts the built program under the Node.js that runs the tests.
*/
export const startDuet = (
	arguments_: readonly string[],
	{environment = {}, cwd = path.join(root, 'test'), input, fileBlocks, stdoutFile}: DuetOptions = {},
): ChildProcess => {
	const [command = '', ...rest] = [
		...(fileBlocks === undefined ? [] : ['sh', '-c', `ulimit -f ${fileBlocks}; exec "$0" "$@"`]),
		...(stdoutFile === undefined ? [] : ['sh', '-c', `exec "$0" "$@" > '${stdoutFile}'`]),
		...[process.execPath, program, ...arguments_],
	];
	const child = spawn(command, rest, {
		cwd,
		env: cleanEnvironment(environment),
		stdio: [stdinFor(input), 'pipe', 'pipe'],
	});
	child.stdin?.on('error', () => {}); // It may leave before all has come.
	if (input instanceof Uint8Array) {
		child.stdin?.end(input);
	}

	return child;
};

const stdinFor = (input: DuetOptions['input']): 'ignore' | 'pipe' | Readable => {
	if (input === undefined) {
		return 'ignore';
	}

	return input === 'open' || input instanceof Uint8Array ? 'pipe' : input;
};

/**
Runs the built program to its end.
*/
export const runDuet = async (arguments_: readonly string[], options?: DuetOptions) => {
	const child = startDuet(arguments_, options);
	const [stdout, stderr, exitCode] = await Promise.all([
		text(child.stdout as NodeJS.ReadableStream),
		text(child.stderr as NodeJS.ReadableStream),
		new Promise<number | null>(resolve => {
			child.on('close', resolve);
		}),
	]);
	return {stdout, stderr, exitCode};
};
