import {randomUUID} from 'node:crypto';
import {type FileHandle, open, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

/**
Makes a temporary file that has no name as soon as it is open: nobody else finds it, and the system removes it when it
is closed, even where the process is killed.

@throws What the operating system says.
*/
export const openNamelessFile = async (): Promise<FileHandle> => {
	const name = path.join(tmpdir(), `duet-${randomUUID()}`);
	const file = await open(name, 'wx+', 0o600);
	try {
		await rm(name);
		return file;
	} catch (error) {
		await file.close();
		throw error;
	}
};
