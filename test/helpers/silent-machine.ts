import {onTestFinished} from 'vitest';
import {temporaryFolder} from './temporary-folder.js';
import {silentEnvironment, soundVariables} from './virtual-microphone.js';

/**
A machine without sound, for one test: an environment in which a program finds none, and keeps its files in a folder of its
own.
*/
export const silentMachine = async (files: Readonly<Record<string, string>> = {}) => {
	const folder = await temporaryFolder({'asound.conf': '', 'client.conf': 'autospawn = no\n', ...files});
	onTestFinished(() => folder[Symbol.asyncDispose]());
	return {
		folder: folder.path,
		environment: {...soundVariables(silentEnvironment(folder.path)), ...ownFolders(folder.path)},
	};
};

/**
Where the platform's places for files are, so that none of the user's own are touched.
*/
export const ownFolders = (folder: string) => ({
	XDG_CONFIG_HOME: folder,
	XDG_DATA_HOME: folder,
	XDG_STATE_HOME: folder,
});
