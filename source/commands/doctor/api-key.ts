import path from 'node:path';
import {secretEnding} from '../../speechmatics/service.js';
import type {Check, CheckContext, CheckResult} from './check.js';

/**
Whether there is a key, and where it came from. No more of it is shown than its end.
*/
export const apiKey: Check = {
	id: 'api-key',
	title: 'API key',
	limitMs: 5000,
	async run(context) {
		const {values, settings} = context;
		const key = values['api-key'];
		const bad = settings.problems.find(({option}) => option === 'api-key')?.problem;
		if (bad) {
			return {status: 'bad', says: [bad.message], nextStep: bad.nextStep};
		}

		return key === undefined
			? withoutKey(values.engine === 'cloud')
			: {status: 'good', says: [`${endingText(key)}, from ${placeText(context)}.`]};
	},
};

const endingText = (key: string): string => {
	const ending = secretEnding(key);
	return ending === '' ? 'A very short one' : `Ends in ${ending}`;
};

const placeText = ({settings, folders}: CheckContext): string => {
	const origin = settings.origins['api-key'];
	const places: Readonly<Record<string, string>> = {
		environment: 'SPEECHMATICS_API_KEY in the environment',
		'.env': `SPEECHMATICS_API_KEY in ${path.join(folders.working, '.env')}`,
		'settings file': settings.file,
	};
	return places[origin] ?? origin;
};

const withoutKey = (isWanted: boolean): CheckResult => ({
	status: isWanted ? 'bad' : 'warning',
	says: [
		isWanted
			? 'None is set, and the cloud is asked for.'
			: 'None is set, so the local engine is used; it knows the sample, and English through PocketSphinx.',
	],
	nextStep:
		'Get one from https://portal.speechmatics.com, then: export SPEECHMATICS_API_KEY=… (or a line in .env, or in the app’s settings).',
});
