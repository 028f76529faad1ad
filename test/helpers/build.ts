import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/**
Builds the bundle once before the tests, as some of them run the built program.
*/
export default (): void => {
	const root = path.join(import.meta.dirname, '..', '..');
	execFileSync(process.execPath, ['build.js', '--if-needed'], {cwd: root, stdio: 'inherit'});
};
