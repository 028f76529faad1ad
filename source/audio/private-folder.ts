import {rmSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
A temporary folder that only this user can look into, gone with everything in it when it is disposed of, and also when
the process leaves in a hurry.
*/
export type PrivateFolder = {
	readonly path: string;
	[Symbol.asyncDispose](): Promise<void>;
};

/**
`mkdtemp` makes it with mode 0700.
*/
export const createPrivateFolder = async (): Promise<PrivateFolder> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'duet-'));
	const onExit = () => {
		rmSync(folder, {recursive: true, force: true});
	};
	process.on('exit', onExit);
	return {
		path: folder,
		async [Symbol.asyncDispose]() {
			process.off('exit', onExit);
			await rm(folder, {recursive: true, force: true});
		},
	};
};
