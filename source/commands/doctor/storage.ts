import {mkdir, rm, statfs, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Check} from './check.js';
import {type Place, storageResult} from './storage-result.js';

/**
Whether what Duet keeps can be written, and whether there is room for it.
*/
export const storage: Check = {
	id: 'storage',
	title: 'Storage',
	limitMs: 5000,
	async run({folders}) {
		const [kept, temporary] = await Promise.all([look(folders.data), look(folders.temporary)]);
		return storageResult(kept, temporary);
	},
};

/**
The folder is made if it is missing and a file is written into it: permissions alone do not tell of a disk that is full or
read-only.
*/
const look = async (folder: string): Promise<Place> => {
	const file = path.join(folder, `.duet-doctor-${process.pid}`);
	try {
		await mkdir(folder, {recursive: true, mode: 0o700});
		await writeFile(file, 'This can be deleted.\n', {mode: 0o600});
		await rm(file);
		const {bavail, bsize} = await statfs(folder);
		return {folder, freeBytes: bavail * bsize};
	} catch (error) {
		await rm(file, {force: true}).catch(() => {});
		return {folder, error};
	}
};
