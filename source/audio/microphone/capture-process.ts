import {fork} from 'node:child_process';
import {closeSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {openCaptureLog} from './capture-log.js';
import type {CaptureMessage, CaptureRequest} from './capture-messages.js';

/**
How a capture process is started.
*/
export type CaptureProcessOptions = {
	/**
	The built `capture-child`.
	*/
	readonly childScript: string;

	/**
	Where its output goes: native libraries print there, never on the terminal. Made if it is missing.
	*/
	readonly logFile: string;

	/**
	Instead of this process's own environment.
	*/
	readonly environment?: NodeJS.ProcessEnv;
};

export type CaptureListeners = {
	readonly onMessage: (message: CaptureMessage) => void;

	/**
	Told once, when it has ended for any reason.

	@param ending - Continues a sentence, such as “was ended by SIGKILL”.
	*/
	readonly onExit: (ending: string) => void;
};

/**
A running capture process.
*/
export type CaptureProcess = {
	readonly pid: number | undefined;
	send(request: CaptureRequest): void;

	/**
	Ends it, in good order if it does that at once, and waits until it is gone.
	*/
	close(): Promise<void>;
};

export const startCaptureProcess = (
	{childScript, logFile, environment = process.env}: CaptureProcessOptions,
	{onMessage, onExit}: CaptureListeners,
): CaptureProcess => {
	const log = openCaptureLog(logFile);
	const child = fork(childScript, {
		stdio: ['ignore', log ?? 'ignore', log ?? 'ignore', 'ipc'],
		serialization: 'advanced',
		execArgv: [],
		env: withoutKey(environment),
		detached: hasGroups, // Ctrl-C in the terminal is not for it: the audio spoken until then is still wanted.
		...(log !== undefined && {cwd: path.dirname(logFile)}), // What native code leaves behind, it leaves there.
	});
	if (log !== undefined) {
		closeSync(log);
	}

	const kill = () => {
		killGroup(child.pid);
	};
	process.on('exit', kill);

	const exited = new Promise<void>(resolve => {
		const end = (ending: string) => {
			process.off('exit', kill);
			if (hasGroups) {
				kill(); // A recorder that it has started must not outlive it.
			}

			onExit(ending);
			resolve();
		};
		child.once('error', error => {
			if (child.pid === undefined) {
				end(`could not be started (${error.message})`);
			}
		});
		child.once('exit', (code, signal) => {
			end(signal ? `was ended by ${signal}` : `ended with exit code ${code}`);
		});
	});
	child.on('message', message => {
		onMessage(message as CaptureMessage);
	});

	return {
		pid: child.pid,
		send(request) {
			if (child.connected) {
				child.send(request, () => {}); // That it cannot be told shows in its exit.
			}
		},
		async close() {
			if (child.connected) {
				child.disconnect();
			}

			const deadline = setTimeout(kill, closingMs);
			await exited;
			clearTimeout(deadline);
		},
	};
};

/**
Native libraries and programs of the system have no use for the key.
*/
const withoutKey = ({SPEECHMATICS_API_KEY: _key, ...rest}: NodeJS.ProcessEnv): NodeJS.ProcessEnv => rest;

/**
A little longer than the process itself takes to close a device that hangs.
*/
const closingMs = 400;

/**
Elsewhere a detached process gets a window of its own.
*/
const hasGroups = process.platform !== 'win32';

/**
Ends a process and those that it has started, also when they are stopped.
*/
const killGroup = (pid: number | undefined): void => {
	if (pid === undefined) {
		return;
	}

	try {
		process.kill(hasGroups ? -pid : pid, 'SIGKILL');
	} catch {
		// They are gone.
	}
};
