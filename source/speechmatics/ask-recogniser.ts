import {recogniserInVersion} from './duet-recogniser.js';

const patienceMs = 1000;

/**
Asks a server of one's own whether it is Duet's local one, and by which recogniser it gets its words. The service's own
hosts and other servers answer something else, or nothing, and are not Duet's.

@param batchUrl - Ends in `/v2`.
@returns The recogniser's id, such as `replay`.
*/
export const askRecogniser = async (batchUrl: string): Promise<string | undefined> => {
	try {
		const answer = await fetch(batchUrl.replace(/\/v2$/, '/v1/discovery/features'), {
			signal: AbortSignal.timeout(patienceMs),
			redirect: 'error',
		});
		const features = (await answer.json()) as {
			batch?: {transcription?: ReadonlyArray<{version?: unknown}>};
		};
		return recogniserInVersion(features.batch?.transcription?.[0]?.version);
	} catch {
		return undefined; // It does not say, so nothing is said of it.
	}
};
