import {describe, expect, it} from 'vitest';
import {apiKey} from '../../../source/commands/doctor/api-key.js';
import type {CheckContext} from '../../../source/commands/doctor/check.js';
import {checkContext, withValues} from '../../helpers/check-context.js';

const key = 'secret-key-of-thirty-characters';

const from = async (origin: string, value = key): Promise<CheckContext> => {
	const context = withValues(await checkContext(), {'api-key': value});
	const origins = {...context.settings.origins, 'api-key': origin};
	return {
		...context,
		settings: {...context.settings, file: '/config/settings.json', origins},
		folders: {...context.folders, working: '/elsewhere'},
	};
};

describe('the API key', () => {
	it.each([
		['environment', 'Ends in ters, from SPEECHMATICS_API_KEY in the environment.'],
		['.env', 'Ends in ters, from SPEECHMATICS_API_KEY in /elsewhere/.env.'],
		['settings file', 'Ends in ters, from /config/settings.json.'],
	])('is said to come from the %s, with no more than its end', async (origin, expected) => {
		const result = await apiKey.run(await from(origin));
		expect(result).toEqual({status: 'good', says: [expected]});
	});

	it('too short to hide anything is not shown at all', async () => {
		const {says} = await apiKey.run(await from('environment', 'abcdefgh'));
		expect(says[0]).not.toMatch(/efgh/);
	});

	it('that is missing is a warning, with how to get and set one', async () => {
		expect(await apiKey.run(await checkContext())).toMatchObject({
			status: 'warning',
			says: [expect.stringContaining('local engine')],
			nextStep: expect.stringMatching(/portal\.speechmatics\.com.*SPEECHMATICS_API_KEY/),
		});
	});

	it('that is missing is bad where the cloud is asked for', async () => {
		const context = withValues(await checkContext(), {engine: 'cloud'});
		expect(await apiKey.run(context)).toMatchObject({status: 'bad'});
	});

	it('that cannot be one is bad, with what is wrong with it', async () => {
		const context = await checkContext();
		const problem = {kind: 'not-authorised', message: 'Not a key.', nextStep: 'Copy it again.'} as const;
		const settings = {...context.settings, problems: [{option: 'api-key', problem} as const]};
		expect(await apiKey.run({...context, settings})).toEqual({
			status: 'bad',
			says: ['Not a key.'],
			nextStep: 'Copy it again.',
		});
	});
});
