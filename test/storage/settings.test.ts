import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readSettings} from '../../source/storage/settings.js';

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

const price = {mode: 'batch', model: 'enhanced', usdPerHour: 0.3, date: '2026-11-01', source: 'our contract'};

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
