import {mkdirSync, openSync, statSync} from 'node:fs';
import path from 'node:path';

const largestLogBytes = 256 * 1024;

/**
Opens the file that native libraries print into. It is begun anew once it has grown large, and only its user can read it.

@returns Nothing where there is no such place: then what they print is dropped.
*/
export const openCaptureLog = (file: string): number | undefined => {
	try {
		mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
		const isLarge = (statSync(file, {throwIfNoEntry: false})?.size ?? 0) > largestLogBytes;
		return openSync(file, isLarge ? 'w' : 'a', 0o600);
	} catch {
		return undefined;
	}
};
