import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readVocabulary} from '../../source/commands/vocabulary-file.js';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'duet-test-'));
});
afterAll(async () => {
	await rm(folder, {recursive: true});
});

const read = async (text: string) => {
	const file = path.join(folder, 'vocabulary');
	await writeFile(file, text);
	return readVocabulary(file);
};

describe('readVocabulary', () => {
	it('reads a word a line, with what it sounds like after a colon', async () => {
		expect(await read('# names\n\nKubernetes\ngnocchi: nyohki, nokey\r\n')).toEqual([
			{content: 'Kubernetes'},
			{content: 'gnocchi', soundsLike: ['nyohki', 'nokey']},
		]);
	});

	it('reads the API’s own list', async () => {
		expect(await read('["Duet", {"content": "gnocchi", "sounds_like": ["nokey"]}]')).toEqual([
			{content: 'Duet'},
			{content: 'gnocchi', soundsLike: ['nokey']},
		]);
	});

	it.each([
		['[1]', 'an item is neither'],
		['[{"content": "a", "sounds_like": "b"}]', 'an item is neither'],
		['["a"', 'begins like JSON'],
		['word\n'.repeat(1001), '1001 words'],
	])('refuses %j', async (text, reason) => {
		await expect(read(text)).rejects.toThrow(reason);
	});

	it('says that a file is missing', async () => {
		await expect(readVocabulary(path.join(folder, 'none'))).rejects.toThrow('ENOENT');
	});
});
