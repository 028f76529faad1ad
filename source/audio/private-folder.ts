import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

/**
A temporary folder that only this user can look into, gone with everything in it when it is disposed of.
*/
export type PrivateFolder = {readonly path: string; [Symbol.asyncDispose](): Promise<void>};

/**
`mkdtemp` makes it with mode 0700.
*/
export const createPrivateFolder = async (): Promise<PrivateFolder> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'duet-'));
	return {
		path: folder,
		async [Symbol.asyncDispose]() {
			await rm(folder, {recursive: true, force: true});
		},
	};
};
