import type {Clock} from '../../core/clock.js';
import type {Reach} from '../../speechmatics/reach.js';
import {addressesOf, chooseEngine} from '../choose-engine.js';
import type {OptionValues} from '../options.js';

/**
The services on other machines, or of another program, that would be used.
*/
export type RemoteServices = {
	/**
	What should be known about their addresses, in sentences.
	*/
	readonly warnings: readonly string[];
	readonly reaches: readonly Reach[];

	/**
	The recogniser, where it is Duet's own local server in another process.
	*/
	readonly recogniser?: string;
};

const patienceMs = 5000;

/**
Asks the services that the options name.

@returns Nothing where none but the local server would be used.
@throws {ProblemError} Where the options contradict each other, or an address is none.
*/
export const askRemoteServices = async (
	values: OptionValues,
	clock: Clock,
	signal: AbortSignal,
): Promise<RemoteServices | undefined> => {
	const kind = chooseEngine(values);
	if (kind === 'local') {
		return undefined;
	}

	const [{askRecogniser}, {resolveEndpoints}, {reachServices}] = await Promise.all([
		import('../../speechmatics/ask-recogniser.js'),
		import('../../speechmatics/endpoints.js'),
		import('../../speechmatics/reach.js'),
	]);
	const {warnings, ...endpoints} = resolveEndpoints(addressesOf(values));
	const [reaches, recogniser] = await Promise.all([
		reachServices({
			...endpoints,
			...(values['api-key'] !== undefined && {apiKey: values['api-key']}),
			clock,
			patienceMs,
			signal,
		}),
		kind === 'on-premises' ? askRecogniser(endpoints.batchUrl) : undefined,
	]);
	return {warnings, reaches, ...(recogniser !== undefined && {recogniser})};
};
