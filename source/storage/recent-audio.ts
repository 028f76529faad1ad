import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

const fileName = 'recent-audio.json';
const mostFiles = 8;

/**
The audio files used last, as absolute paths, newest first. Without a list, or with one that cannot be read, none.
*/
export const readRecentAudio = async (folder: string): Promise<readonly string[]> => {
	try {
		const content: unknown = JSON.parse(await readFile(path.join(folder, fileName), 'utf8'));
		return Array.isArray(content) ? content.filter(item => typeof item === 'string') : [];
	} catch {
		return [];
	}
};

/**
Puts a file on top of the list. A list that cannot be written is no reason to stop.

@param file - An absolute path.
*/
export const addRecentAudio = async (folder: string, file: string): Promise<void> => {
	const others = (await readRecentAudio(folder)).filter(other => other !== file);
	try {
		await mkdir(folder, {recursive: true, mode: 0o700});
		await writeFile(path.join(folder, fileName), JSON.stringify([file, ...others].slice(0, mostFiles)), {
			mode: 0o600,
		});
	} catch {
		// It is only a convenience.
	}
};
