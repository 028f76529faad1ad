import {describe, expect, it} from 'vitest';
import {settingsTable} from '../../../source/commands/doctor/report-text.js';
import {settingRows} from '../../../source/commands/doctor/setting-rows.js';
import {optionLayers, resolveOptions} from '../../../source/commands/resolve-options.js';
import {checkContext} from '../../helpers/check-context.js';

const key = 'secret-key-of-thirty-characters';

const rows = async () => {
	const {settings} = await checkContext();
	const {values, origins} = resolveOptions(
		optionLayers(
			{engine: 'cloud', 'batch-url': 'https://me:password@host/v2'},
			{SPEECHMATICS_API_KEY: key},
			{SPEECHMATICS_REGION: 'us'},
			{language: 'de', vocab: `${key}.txt`},
		),
	);
	return settingRows({values, settings: {...settings, origins}});
};

describe('where each setting came from', () => {
	it('is said of every option, with the name that it has there', async () => {
		expect(await rows()).toEqual(
			expect.arrayContaining([
				{name: 'engine', value: 'cloud', origin: 'flag'},
				{name: 'api-key', value: '…ters', origin: 'environment: SPEECHMATICS_API_KEY'},
				{name: 'region', value: 'us', origin: '.env: SPEECHMATICS_REGION'},
				{name: 'language', value: 'de', origin: 'settings file'},
				{name: 'model', value: 'enhanced', origin: 'default'},
				{name: 'rt-url', value: null, origin: 'default'},
			]),
		);
	});

	it('shows no secret, wherever it stands', async () => {
		const shown = JSON.stringify(await rows());
		expect(shown).not.toContain(key);
		expect(shown).not.toContain('password');
		expect(shown).toContain('https://…@host/v2');
	});

	it('is a table that begins with what somebody has set', async () => {
		const table = settingsTable(await rows(), {columns: 80, paint: (_, text) => text});
		const origins = table
			.split('\n')
			.slice(1)
			.map(line => line.endsWith('default'));
		expect(table).toMatch(/^Setting +Value +From\nengine +cloud +flag\n/);
		expect(origins).toEqual([...Array(6).fill(false), ...Array(origins.length - 6).fill(true)]);
	});
});
