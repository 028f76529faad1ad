import type {Dirent} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';

/**
Endings that audio files usually have. Which format a file has is told by its content later.
*/
const audioEndings = new Set(
	'.aac .aif .aiff .amr .caf .flac .m4a .m4b .mka .mkv .mov .mp3 .mp4 .mpga .oga .ogg .opus .wav .weba .webm .wma'.split(
		' ',
	),
);

const mostFiles = 50;
const deepestFolder = 2;

/**
An audio file and its size.
*/
export type FoundAudio = {
	/**
	As short as it can be: from the working folder, or with `~` for the home folder.
	*/
	readonly path: string;
	readonly byteCount: number;
};

/**
The audio files in a folder and two levels below it, sorted by path; hidden folders and those of packages left out.
*/
export const findNearbyAudio = async (folder: string): Promise<readonly FoundAudio[]> => {
	const files = await audioFilesIn(folder, 0);
	return describeAudio(files.sort((a, b) => a.localeCompare(b)).slice(0, mostFiles), folder);
};

/**
Sizes and short paths of files; those that are gone are left out.
*/
export const describeAudio = async (
	files: readonly string[],
	folder: string,
): Promise<readonly FoundAudio[]> => {
	const found = await Promise.all(
		files.map(async file => {
			try {
				return {path: shortPath(file, folder), byteCount: (await stat(file)).size};
			} catch {
				return undefined;
			}
		}),
	);
	return found.filter(file => file !== undefined);
};

/**
Completes a typed path like a shell: with all that the candidates have in common. They are folders and audio files.
*/
export const completeAudioPath = async (
	typed: string,
	folder: string,
): Promise<{readonly completed: string; readonly candidates: readonly string[]}> => {
	const cut = typed.lastIndexOf('/') + 1;
	const [start, begun] = [typed.slice(0, cut), typed.slice(cut)];
	const entries = await entriesOf(path.resolve(folder, expandHome(start)));
	const candidates = entries
		.filter(({name}) => name.startsWith(begun) && (begun.startsWith('.') || !name.startsWith('.')))
		.filter(entry => entry.isDirectory() || isAudio(entry.name))
		.map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name))
		.sort((a, b) => a.localeCompare(b));
	const common = candidates.reduce((prefix, name) => commonStart(prefix, name), candidates[0] ?? begun);
	return {completed: start + common, candidates};
};

/**
A typed path with the home folder in the place of `~`.
*/
export const expandHome = (typed: string): string =>
	typed === '~' || typed.startsWith('~/') ? homedir() + typed.slice(1) : typed;

const isAudio = (name: string): boolean => audioEndings.has(path.extname(name).toLowerCase());

const entriesOf = async (folder: string): Promise<readonly Dirent[]> => {
	try {
		return await readdir(folder, {withFileTypes: true});
	} catch {
		return []; // There is no such folder, or it is not ours to read.
	}
};

const audioFilesIn = async (folder: string, depth: number): Promise<string[]> => {
	const entries = await entriesOf(folder);
	const files = entries
		.filter(entry => entry.isFile() && isAudio(entry.name) && !entry.name.startsWith('.'))
		.map(({name}) => path.join(folder, name));
	if (depth >= deepestFolder || files.length > mostFiles) {
		return files;
	}

	const folders = entries.filter(
		entry => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules',
	);
	const below = await Promise.all(folders.map(({name}) => audioFilesIn(path.join(folder, name), depth + 1)));
	return [...files, ...below.flat()];
};

export const shortPath = (file: string, folder: string): string => {
	const relative = path.relative(folder, file);
	if (!relative.startsWith('..') && !path.isAbsolute(relative)) {
		return relative;
	}

	const home = homedir() + path.sep;
	return file.startsWith(home) ? `~/${file.slice(home.length)}` : file;
};

const commonStart = (a: string, b: string): string => {
	let length = 0;
	while (length < a.length && a[length] === b[length]) {
		length++;
	}

	return a.slice(0, length);
};
