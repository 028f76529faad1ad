import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
Builds the bundle once before the tests, as some of them run the built program; and gives that a place for what it keeps, so
that nothing is added to what the developer's own Duet keeps.

@returns Removes that place.
*/
export default (): (() => void) => {
	const root = path.join(import.meta.dirname, '..', '..');
	execFileSync(process.execPath, ['build.js', '--if-needed'], {cwd: root, stdio: 'inherit'});
	const folder = mkdtempSync(path.join(tmpdir(), 'duet-test-kept-'));
	process.env['XDG_DATA_HOME'] = folder;
	process.env['XDG_STATE_HOME'] = folder;
	return () => {
		rmSync(folder, {recursive: true, force: true});
	};
};
