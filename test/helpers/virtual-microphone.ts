import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {accessSync, constants} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {backendNames} from '../../source/audio/microphone/capture-backend.js';
import {temporaryFolder} from './temporary-folder.js';

/**
A microphone for a machine without a sound card: what is played into a speaker that makes no sound is what it hears. A
PulseAudio server of its own holds two such pairs; no other sound session is touched.
*/
export type VirtualMicrophone = AsyncDisposable & {
	/**
	What a process needs in its environment to know this sound server and no other.
	*/
	readonly environment: NodeJS.ProcessEnv;

	/**
	Of it what leads to this server; a home of one's own may stand beside it.
	*/
	readonly variables: Readonly<Record<string, string>>;

	/**
	The same, with which ALSA and PortAudio print as much as they do for users: they look for the devices of the system's
	configuration, too.
	*/
	readonly noisyVariables: Readonly<Record<string, string>>;

	/**
	Plays a WAV file to its end into the speaker of a microphone.
	*/
	play(file: string, microphone?: MicrophoneName): Promise<void>;

	/**
	Takes one microphone away, until the next `plugIn`. The sound server goes on, with the other one.
	*/
	takeAway(microphone: MicrophoneName): Promise<void>;

	/**
	Ends the sound server at once, as if everything were unplugged.
	*/
	unplug(): Promise<void>;

	/**
	Starts the sound server again after that.
	*/
	plugIn(): Promise<void>;
};

const microphoneNames = ['desk', 'headset'] as const;
type MicrophoneName = (typeof microphoneNames)[number];

const isInstalled = (command: string): boolean =>
	(process.env['PATH'] ?? '').split(path.delimiter).some(folder => {
		try {
			accessSync(path.join(folder, command), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});

const isPackageHere = (name: string): boolean => {
	try {
		createRequire(import.meta.url).resolve(name);
		return true;
	} catch {
		return false;
	}
};

/**
Why there can be no virtual microphone here, to be shown beside the tests that are left out; nothing where there can be.
*/
export const virtualMicrophoneObstacle = (): string | undefined => {
	const missing =
		['pulseaudio', 'pactl', 'paplay'].find(command => !isInstalled(command)) ??
		['naudiodon', '@picovoice/pvrecorder-node'].find(name => !isPackageHere(name)); // Both are optional.
	return missing && `${missing} is not installed`;
};

/**
The ways to a microphone that can be tried here: the packages, and the programs that are installed.
*/
export const backendsHere = backendNames.filter(
	name => name === 'naudiodon' || name === 'pvrecorder' || isInstalled(name),
);

/**
`norewinds` lets a null sink play at once, where it would render two seconds ahead and lose the first words.
*/
const serverScript = [
	'load-module module-native-protocol-unix auth-anonymous=1',
	...microphoneNames.flatMap(name => [
		`load-module module-null-sink sink_name=${name}-speaker rate=16000 channels=1 format=s16le norewinds=1`,
		`load-module module-remap-source source_name=${name} master=${name}-speaker.monitor rate=16000 channels=1 source_properties=device.description=${name}-microphone`,
	]),
	'set-default-sink desk-speaker',
	'set-default-source desk',
].join('\n');

/**
ALSA and PortAudio see the sound server and nothing else.
*/
const alsaConfiguration = [
	'pcm.pulse {type pulse}',
	'pcm.default {type pulse}',
	'ctl.default {type pulse}',
].join('\n');

/**
The system's own configuration, and in it the sound server as the default.
*/
const noisyConfiguration = [
	'</usr/share/alsa/alsa.conf>',
	'pcm.!pulse {type pulse}',
	'pcm.!default {type pulse}',
	'ctl.!default {type pulse}',
].join('\n');

/**
A client must not start a server by itself after this one was ended.
*/
const clientConfiguration = 'autospawn = no\nenable-shm = no\n';

/**
An environment in which a process finds no sound server, and ALSA no device, but for what the files in the folder say.
*/
export const silentEnvironment = (folder: string): NodeJS.ProcessEnv => {
	const {PULSE_SERVER, PULSE_RUNTIME_PATH, DBUS_SESSION_BUS_ADDRESS, DISPLAY, ...rest} = process.env;
	return {...rest, HOME: folder, ...silentVariables(folder)};
};

/**
What such an environment has for that, beside a home and where nothing else leads to a sound session.
*/
const silentVariables = (folder: string): Readonly<Record<string, string>> => ({
	XDG_RUNTIME_DIR: folder,
	PULSE_CLIENTCONFIG: path.join(folder, 'client.conf'),
	ALSA_CONFIG_PATH: path.join(folder, 'asound.conf'),
});

/**
The part of such an environment that is about sound, for a program that is started with a clean environment of its own.
*/
export const soundVariables = (environment: NodeJS.ProcessEnv): Record<string, string | undefined> =>
	Object.fromEntries(
		[
			'HOME',
			'XDG_RUNTIME_DIR',
			'PULSE_CLIENTCONFIG',
			'ALSA_CONFIG_PATH',
			'PULSE_SERVER',
			'PULSE_RUNTIME_PATH',
			'DBUS_SESSION_BUS_ADDRESS',
			'DISPLAY',
		].map(name => [name, environment[name]]),
	);

export const startVirtualMicrophone = async (): Promise<VirtualMicrophone> => {
	const folder = await temporaryFolder({
		'server.pa': serverScript,
		'asound.conf': alsaConfiguration,
		'noisy.conf': noisyConfiguration,
		'client.conf': clientConfiguration,
	}); // With mode 0700, which PulseAudio asks of its folder.
	const environment = silentEnvironment(folder.path);
	let server = await startServer(folder.path, environment);

	const unplug = async () => {
		if (server.exitCode === null && server.signalCode === null) {
			server.kill('SIGKILL');
			await once(server, 'exit');
		}
	};

	return {
		environment,
		variables: silentVariables(folder.path),
		noisyVariables: {
			...silentVariables(folder.path),
			ALSA_CONFIG_PATH: path.join(folder.path, 'noisy.conf'),
		},
		async play(file, microphone = 'desk') {
			await promisify(execFile)('paplay', [`--device=${microphone}-speaker`, file], {env: environment});
		},
		async takeAway(microphone) {
			const {stdout} = await promisify(execFile)('pactl', ['list', 'short', 'modules'], {env: environment});
			const [, number = ''] = new RegExp(`^(\\d+)\\t.*source_name=${microphone} `, 'mv').exec(stdout) ?? [];
			await promisify(execFile)('pactl', ['unload-module', number], {env: environment});
		},
		unplug,
		async plugIn() {
			await unplug();
			server = await startServer(folder.path, environment);
		},
		async [Symbol.asyncDispose]() {
			await unplug();
			await folder[Symbol.asyncDispose]();
		},
	};
};

const startServer = async (folder: string, environment: NodeJS.ProcessEnv): Promise<ChildProcess> => {
	const server = spawn(
		'pulseaudio',
		[
			'-n',
			'--daemonize=no',
			'--exit-idle-time=-1',
			'--log-target=null',
			'-F',
			path.join(folder, 'server.pa'),
		],
		{env: environment, stdio: 'ignore'},
	);
	const killToo = () => {
		server.kill('SIGKILL');
		process.kill(process.pid, 'SIGTERM');
	};
	process.once('SIGTERM', killToo); // So ends the process of a test that takes too long, and disposes of nothing.
	server.once('exit', () => process.off('SIGTERM', killToo));
	while (!(await isReady(environment))) {
		if (server.exitCode !== null) {
			throw new Error(`pulseaudio ended with exit code ${server.exitCode}`);
		}

		await sleep(20); // It has no way to say that it is ready but to answer.
	}

	return server;
};

const isReady = async (environment: NodeJS.ProcessEnv): Promise<boolean> => {
	try {
		await promisify(execFile)('pactl', ['info'], {env: environment});
		return true;
	} catch {
		return false;
	}
};
