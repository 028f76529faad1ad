import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
What says where the user's files are: of Linux, and elsewhere of what the system's places are found by.
*/
const platformFolders = [
	'XDG_CONFIG_HOME',
	'XDG_DATA_HOME',
	'XDG_STATE_HOME',
	...(process.platform === 'linux' ? [] : ['HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA']),
];

/**
Builds the bundle once before the tests, as some of them run the built program; and gives that a place for its files, so
that what the developer's own Duet has is neither read nor changed.

@returns Removes that place.
*/
export default (): (() => void) => {
	const root = path.join(import.meta.dirname, '..', '..');
	execFileSync(process.execPath, ['build.js', '--if-needed'], {cwd: root, stdio: 'inherit'});
	const folder = mkdtempSync(path.join(tmpdir(), 'duet-test-kept-'));
	for (const name of platformFolders) {
		process.env[name] = folder;
	}

	return () => {
		rmSync(folder, {recursive: true, force: true});
	};
};
