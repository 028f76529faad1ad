import {mkdir, writeFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {
	completeAudioPath,
	describeAudio,
	expandHome,
	findNearbyAudio,
} from '../../source/audio/find-audio.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const folderWith = async (...names: readonly string[]) => {
	const folder = await temporaryFolder();
	for (const name of names) {
		await mkdir(path.join(folder.path, path.dirname(name)), {recursive: true});
		await writeFile(path.join(folder.path, name), 'audio');
	}

	return folder;
};

describe('findNearbyAudio', () => {
	it('finds audio here and two levels below, and nothing else', async () => {
		await using folder = await folderWith(
			'b.wav',
			'a.MP3',
			'notes.txt',
			'.hidden.wav',
			'calls/monday/c.m4a',
			'calls/monday/early/too-deep.wav',
			'node_modules/x/d.wav',
		);
		expect(await findNearbyAudio(folder.path)).toEqual(
			['a.MP3', 'b.wav', 'calls/monday/c.m4a'].map(file => ({path: file, byteCount: 5})),
		);
	});

	it('finds nothing where there is no such folder', async () => {
		expect(await findNearbyAudio('/no/such/folder')).toEqual([]);
	});
});

it('describeAudio leaves out files that are gone', async () => {
	await using folder = await folderWith('a.wav');
	const files = ['a.wav', 'gone.wav'].map(name => path.join(folder.path, name));
	expect(await describeAudio(files, folder.path)).toEqual([{path: 'a.wav', byteCount: 5}]);
});

describe('completeAudioPath', () => {
	it.each([
		['', '', ['calls/', 'meeting-1.wav', 'meeting-2.wav', 'music.mp3']],
		['me', 'meeting-', ['meeting-1.wav', 'meeting-2.wav']],
		['mu', 'music.mp3', ['music.mp3']],
		['c', 'calls/', ['calls/']],
		['calls/', 'calls/monday.m4a', ['monday.m4a']],
		['x', 'x', []],
	])('%j becomes %j', async (typed, completed, candidates) => {
		await using folder = await folderWith(
			'meeting-1.wav',
			'meeting-2.wav',
			'meeting.txt',
			'music.mp3',
			'calls/monday.m4a',
		);
		expect(await completeAudioPath(typed, folder.path)).toEqual({completed, candidates});
	});
});

it('expandHome knows ~ as shells do', () => {
	expect(expandHome('~/a.wav')).toBe(path.join(homedir(), 'a.wav'));
	expect(expandHome('~a.wav')).toBe('~a.wav');
});
