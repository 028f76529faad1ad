import {ProblemError} from '../core/problem.js';
import type {resolveEndpoints} from '../speechmatics/endpoints.js';
import type {OptionValues} from './options.js';

export type EngineKind = 'cloud' | 'on-premises' | 'local';

/**
The engine that the options ask for: the user's own addresses, else the cloud where a key is set, else the local server.

@throws {ProblemError} Where they contradict each other, or the cloud is asked for and there is no key.
*/
export const chooseEngine = (values: OptionValues): EngineKind => {
	const hasOwnUrl = values['batch-url'] !== undefined || values['rt-url'] !== undefined;
	if (hasOwnUrl && values.engine === 'local') {
		throw new ProblemError({
			kind: 'bad-input',
			message: 'The local engine and an address of another server exclude each other.',
			nextStep:
				'Leave out --engine local, or --batch-url and --rt-url (or their environment variables and settings).',
		});
	}

	if (hasOwnUrl) {
		return 'on-premises';
	}

	if (values.engine === 'cloud' && values['api-key'] === undefined) {
		throw new ProblemError({
			kind: 'not-authorised',
			message: 'The cloud needs an API key, and none is set.',
			nextStep:
				'Get one from https://portal.speechmatics.com and set SPEECHMATICS_API_KEY (or put it in .env), or use --engine local.',
		});
	}

	return values.engine ?? (values['api-key'] ? 'cloud' : 'local');
};

/**
What the options say of where the services are.
*/
export const addressesOf = (values: OptionValues): Parameters<typeof resolveEndpoints>[0] => ({
	region: values.region,
	...(values['batch-url'] !== undefined && {batchUrl: values['batch-url']}),
	...(values['rt-url'] !== undefined && {realTimeUrl: values['rt-url']}),
});
