import {spawnSync} from 'node:child_process';
import {chmod, mkdir, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {CheckContext} from '../../../source/commands/doctor/check.js';
import {settings} from '../../../source/commands/doctor/settings.js';
import {checkContext} from '../../helpers/check-context.js';

const keyFrom = (context: CheckContext, origin: string): CheckContext => ({
	...context,
	settings: {...context.settings, origins: {...context.settings.origins, 'api-key': origin}},
});

describe('the settings', () => {
	it('that are not there have their place named', async () => {
		const context = await checkContext();
		expect(await settings.run(context)).toEqual({
			status: 'good',
			says: [
				['settings', `none; its place is ${context.settings.file}`],
				['.env', `none; its place is ${path.join(context.folders.working, '.env')}`],
			],
		});
	});

	it.each([
		[0o600, 'good', undefined],
		[0o640, 'warning', 'chmod 600'],
		[0o604, 'warning', 'chmod 600'],
	])('with a key and mode %o are %s', async (mode, status, advice) => {
		const context = await checkContext();
		await writeFile(context.settings.file, '{}');
		await chmod(context.settings.file, mode);
		const result = await settings.run(keyFrom(context, 'settings file'));
		expect(result.status).toBe(status);
		expect(result.nextStep).toEqual(
			advice === undefined ? undefined : expect.stringContaining(`${advice} ${context.settings.file}`),
		);
	});

	it('are named so that a shell takes the advice, also with a space and a quote in their path', async () => {
		const context = await checkContext();
		const folder = path.join(context.folders.working, "Tom's files");
		await mkdir(folder);
		const file = path.join(folder, 'settings.json');
		await writeFile(file, '{}', {mode: 0o644});
		const moved = {...context, settings: {...context.settings, file}};
		const {nextStep = ''} = await settings.run(keyFrom(moved, 'settings file'));
		const command = /chmod .+/v.exec(nextStep)?.[0] ?? '';
		expect(spawnSync('sh', ['-c', command]).status).toBe(0);
		expect((await stat(file)).mode & 0o777).toBe(0o600);
	});

	it('without a key may be read by others', async () => {
		const context = await checkContext();
		await writeFile(context.settings.file, '{}', {mode: 0o644});
		expect(await settings.run(context)).toMatchObject({status: 'good'});
	});

	it('with the key in a .env that others can read are a warning', async () => {
		const context = await checkContext();
		const file = path.join(context.folders.working, '.env');
		await writeFile(file, 'SPEECHMATICS_API_KEY=…');
		await chmod(file, 0o644);
		expect(await settings.run(keyFrom(context, '.env'))).toMatchObject({
			status: 'warning',
			nextStep: expect.stringContaining(`chmod 600 ${file}`),
		});
	});

	it('that cannot be used are bad, each with what is wrong', async () => {
		const context = await checkContext();
		const problem = {kind: 'bad-input', message: 'There is no mars.', nextStep: 'It takes eu.'} as const;
		const changed = {...context.settings, problems: [{option: 'region', problem} as const]};
		expect(await settings.run({...context, settings: changed})).toMatchObject({
			status: 'bad',
			says: expect.arrayContaining(['There is no mars. It takes eu.']),
			nextStep: expect.stringContaining('Mend what is named above'),
		});
	});
});
