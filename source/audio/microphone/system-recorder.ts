import {type ChildProcessByStdio, spawn} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:fs';
import {access, readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type {Readable} from 'node:stream';
import {BackendError, type BackendName, type CaptureBackend} from './capture-backend.js';
import {chooseDevice, type InputDevice} from './input-device.js';
import {chooseServerInput, soundServerInputs} from './sound-server.js';

/**
A program of the system that writes raw 16 kHz mono s16le to its standard output.
*/
export type RecorderProgram = {
	readonly command: Exclude<BackendName, 'naudiodon' | 'pvrecorder'>;

	/**
	Its arguments on each platform that it records on.

	@param pcm - The device of ALSA, for a program that asks ALSA.
	*/
	readonly argumentsOn: Partial<Record<NodeJS.Platform, (pcm: string) => readonly string[]>>;
};

/**
The way to a microphone through such a program: to those of a sound server, and elsewhere to the system's default only.
*/
export const systemRecorder = ({command, argumentsOn}: RecorderProgram): CaptureBackend => {
	const checkUsable = async () => {
		const argumentsFor = argumentsOn[process.platform];
		if (!argumentsFor) {
			throw new BackendError('cannot record on this platform');
		}

		await checkInstalled(command);
		return argumentsFor;
	};

	return {
		async devices() {
			await checkUsable();
			return inputs();
		},

		async open(wanted) {
			const argumentsFor = await checkUsable();
			const offered = await inputs();
			const chosen = wanted === undefined ? undefined : chooseDevice(offered, wanted);
			const isOfServer = chosen !== undefined && chosen !== systemDefault;
			if (isOfServer) {
				chooseServerInput(chosen);
			}

			const program = spawn(command, argumentsFor(isOfServer ? 'pulse' : 'default'), {
				stdio: ['ignore', 'pipe', 'pipe'],
			});
			await once(program, 'spawn');
			const input = chosen ?? offered.find(({isDefault}) => isDefault) ?? systemDefault;
			return {
				title: input.name,
				...(input !== systemDefault && {serverInput: input.id}),
				sampleRateHz: 16_000,
				channelCount: 1,
				pieces: piecesOf(program),
				async close() {
					program.kill();
				},
			};
		},
	};
};

/**
Those of the sound server; without one, whatever is behind the default.
*/
const inputs = async (): Promise<readonly InputDevice[]> => {
	const offered = await soundServerInputs();
	return offered.length > 0 || !(await hasSoundCard()) ? offered : [systemDefault];
};

const systemDefault: InputDevice = {id: 'default', name: 'The system’s default input', isDefault: true};

/**
Whether there may be a device behind the default one. Only Linux says so without any library.
*/
const hasSoundCard = async (): Promise<boolean> => {
	if (process.platform !== 'linux') {
		return true;
	}

	try {
		return (await readFile('/proc/asound/pcm', 'utf8')).includes('capture');
	} catch {
		return false; // Linux without ALSA.
	}
};

/**
What the program records, until it ends, which is a failure: nobody has asked it to.
*/
async function* piecesOf(
	program: ChildProcessByStdio<null, Readable, Readable>,
): AsyncGenerator<Uint8Array, void> {
	let said = '';
	program.stderr.on('data', text => {
		process.stderr.write(text); // Into the log.
		said = `${said}${text}`.slice(-1000);
	});
	const closed = once(program, 'close');
	yield* program.stdout;
	await closed;
	const lastLine = said.trim().split('\n').at(-1);
	throw new BackendError(lastLine ? `ended (${lastLine})` : 'ended');
}

const checkInstalled = async (command: string): Promise<void> => {
	const file = process.platform === 'win32' ? `${command}.exe` : command;
	const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(folder => folder !== '');
	const checks = folders.map(folder => access(path.join(folder, file), constants.X_OK));
	try {
		await Promise.any(checks);
	} catch {
		throw new BackendError('is not installed');
	}
};
