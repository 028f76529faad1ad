import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {createSettingsKeeper, settingsOf} from '../../source/commands/app-settings.js';
import {resolveOptions} from '../../source/commands/resolve-options.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const {values} = resolveOptions([]);

const price = {
	mode: 'batch',
	model: 'enhanced',
	usdPerHour: 0.3,
	date: '2026-01-02',
	source: 'contract',
} as const;

const keeperOf = (file: string) =>
	createSettingsKeeper({
		values,
		settings: {file, bundledPrices: [], ownPrices: [price, {...price, model: 'special'}]},
	});

describe('the settings of the app', () => {
	it('are the options as they were resolved', () => {
		expect(settingsOf(values, [price])).toMatchObject({
			engine: 'auto',
			recogniser: 'auto',
			region: 'eu',
			language: 'en',
			maxDelaySeconds: 2,
			ownPrices: [{mode: 'batch', model: 'enhanced', usdPerHour: 0.3}],
		});
	});

	it('hold for the next run at once, and are written for good, for the user alone', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'settings.json');
		const keeper = keeperOf(file);
		const saved = [keeper.save({language: 'de'}), keeper.save({maxDelaySeconds: 1, recogniser: 'replay'})];
		expect(keeper.current().values).toMatchObject({
			language: 'de',
			'max-delay': 1,
			recogniser: 'replay',
			model: 'enhanced',
		});
		expect(await Promise.all(saved)).toEqual([undefined, undefined]);
		expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
			language: 'de',
			'max-delay': 1,
			recogniser: 'replay',
		});
		expect((await stat(file)).mode & 0o777).toBe(0o600);
	});

	it('keep the date of a price that did not change, and prices that the screen does not show', async () => {
		await using folder = await temporaryFolder();
		const keeper = keeperOf(path.join(folder.path, 'settings.json'));
		const changed = {mode: 'real-time', model: 'enhanced', usdPerHour: 0.5} as const;
		await keeper.save({ownPrices: [{mode: 'batch', model: 'enhanced', usdPerHour: 0.3}, changed]});
		expect(keeper.current().prices).toEqual([
			{...price, model: 'special'},
			price,
			{...changed, date: new Date().toISOString().slice(0, 10), source: 'your settings'},
		]);
	});

	it('hold for the session even where the file cannot be written, which is said', async () => {
		await using folder = await temporaryFolder({occupied: ''});
		const keeper = keeperOf(path.join(folder.path, 'occupied', 'settings.json'));
		expect(await keeper.save({language: 'de'})).toMatchObject({kind: 'bad-input'});
		expect(keeper.current().values.language).toBe('de');
	});
});
