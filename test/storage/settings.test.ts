import {
	chmod,
	lstat,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readSettings, writeSettings} from '../../source/storage/settings.js';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'duet-test-'));
});
afterAll(async () => {
	await rm(folder, {recursive: true});
});

const read = async (text: string) => {
	const file = path.join(folder, 'settings.json');
	await writeFile(file, text);
	return readSettings(file);
};

const price = {
	mode: 'batch' as const,
	model: 'enhanced',
	usdPerHour: 0.3,
	date: '2026-11-01',
	source: 'our contract',
};

describe('readSettings', () => {
	it('has none where there is no file', async () => {
		expect(await readSettings(path.join(folder, 'none.json'))).toEqual({options: {}, prices: []});
	});

	it('reads options as texts, and prices', async () => {
		expect(await read(JSON.stringify({region: 'us', 'max-delay': 1, prices: [price]}))).toEqual({
			options: {region: 'us', 'max-delay': '1'},
			prices: [price],
		});
	});

	it.each([
		['{', 'it is not JSON'],
		['[]', 'it is not a JSON object'],
		['{"region": null}', '“region” is not a text'],
		['{"prices": {}}', '“prices” must be a list'],
		[JSON.stringify({prices: [{...price, usdPerHour: -1}]}), '“prices” must be a list'],
		[JSON.stringify({prices: [{...price, date: undefined}]}), '“prices” must be a list'],
	])('refuses %s and names the file', async (text, reason) => {
		await expect(read(text)).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: expect.stringContaining(reason)},
			message: expect.stringContaining('settings.json'),
		});
	});
});

describe('writeSettings', () => {
	const inFolder = async (name: string) => path.join(await mkdtemp(path.join(folder, 'write-')), name);
	const modeOf = async (file: string) => (await stat(file)).mode & 0o777;

	it('makes the file and its folder, readable to the user only', async () => {
		const file = await inFolder('config/duet/settings.json');
		await writeSettings(file, {options: {region: 'us'}});
		expect(await readSettings(file)).toEqual({options: {region: 'us'}, prices: []});
		expect(await modeOf(file)).toBe(0o600);
		expect(await modeOf(path.dirname(file))).toBe(0o700);
		expect(await readdir(path.dirname(file))).toEqual(['settings.json']);
	});

	it('keeps what it was not asked to change, such as the key, and closes a file that was open to others', async () => {
		const file = await inFolder('settings.json');
		await writeFile(file, JSON.stringify({'api-key': 'a-key', model: 'standard', jobs: 8}));
		await chmod(file, 0o644);
		await writeSettings(file, {options: {model: 'enhanced', 'max-delay': 1.5}, prices: [price]});
		expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
			'api-key': 'a-key',
			model: 'enhanced',
			jobs: 8,
			'max-delay': 1.5,
			prices: [price],
		});
		expect(await modeOf(file)).toBe(0o600);
	});

	it('takes a setting back to its default, and prices', async () => {
		const file = await inFolder('settings.json');
		await writeFile(file, JSON.stringify({engine: 'local', region: 'us', prices: [price]}));
		await writeSettings(file, {options: {engine: undefined}, prices: []});
		expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({region: 'us'});
	});

	it('follows a link instead of replacing it', async () => {
		const file = await inFolder('settings.json');
		const elsewhere = await inFolder('dotfiles.json');
		await writeFile(elsewhere, '{}');
		await symlink(elsewhere, file);
		await writeSettings(file, {options: {region: 'us'}});
		expect((await lstat(file)).isSymbolicLink()).toBe(true);
		expect(JSON.parse(await readFile(elsewhere, 'utf8'))).toEqual({region: 'us'});
	});

	it('does not overwrite a file that it does not understand', async () => {
		const file = await inFolder('settings.json');
		await writeFile(file, '{"region": "us",}');
		await expect(writeSettings(file, {options: {region: 'eu'}})).rejects.toMatchObject({
			problem: {message: expect.stringContaining('it is not JSON')},
		});
		expect(await readFile(file, 'utf8')).toBe('{"region": "us",}');
	});

	it('says what it could not write, and leaves it as it was', async () => {
		const file = await inFolder('settings.json');
		await writeFile(file, '{}');
		await mkdir(`${file}.new`); // Stands where the draft goes.
		await expect(writeSettings(file, {options: {region: 'us'}})).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: expect.stringContaining('settings.json cannot be written')},
		});
		expect(await readFile(file, 'utf8')).toBe('{}');
	});
});
