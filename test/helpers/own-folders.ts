import {temporaryFolder} from './temporary-folder.js';

/**
Folders in which the program keeps settings, data and logs of one test, and nothing of the developer's.
*/
export const ownFolders = async () => {
	const folder = await temporaryFolder();
	return {
		...folder,
		variables: variablesOf(folder.path),
	};
};

const variablesOf = (folder: string): Readonly<Record<string, string>> => ({
	HOME: folder,
	XDG_CONFIG_HOME: folder,
	XDG_DATA_HOME: folder,
	XDG_STATE_HOME: folder,
});
