import {onTestFinished} from 'vitest';
import {temporaryFolder} from './temporary-folder.js';
import {silentEnvironment, soundVariables, startVirtualMicrophone} from './virtual-microphone.js';

/**
A machine without sound, for one test: an environment in which a program finds none, and keeps its files in a folder of its
own.
*/
export const silentMachine = async () => {
	const folder = await temporaryFolder({'asound.conf': '', 'client.conf': 'autospawn = no\n'});
	onTestFinished(() => folder[Symbol.asyncDispose]());
	return {
		folder: folder.path,
		environment: {
			...soundVariables(silentEnvironment(folder.path)),
			...ownFolders(folder.path),
			TMPDIR: folder.path, // Every process that the program starts gets it, so that one left behind is found by it.
			LC_ALL: 'C.UTF-8',
		},
	};
};

/**
A machine with two microphones, for one test: the environment of a program that hears them and nothing else.
*/
export const machineWithMicrophones = async () => {
	const virtual = await startVirtualMicrophone();
	onTestFinished(() => virtual[Symbol.asyncDispose]());
	const {environment} = virtual;
	return {...soundVariables(environment), ...ownFolders(environment['HOME'] ?? '')};
};

/**
Where the platform's places for files are, so that none of the user's own are touched.
*/
export const ownFolders = (folder: string) => ({
	XDG_CONFIG_HOME: folder,
	XDG_DATA_HOME: folder,
	XDG_STATE_HOME: folder,
});
