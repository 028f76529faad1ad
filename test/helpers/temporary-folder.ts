import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

/**
A folder for one test, with the files it needs.
*/
export const temporaryFolder = async (files: Readonly<Record<string, Uint8Array | string>> = {}) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'duet-test-'));
	for (const [name, content] of Object.entries(files)) {
		await writeFile(path.join(folder, name), content);
	}

	return {
		path: folder,
		async [Symbol.asyncDispose]() {
			await rm(folder, {recursive: true, force: true});
		},
	};
};
