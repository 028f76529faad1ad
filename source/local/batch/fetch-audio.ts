import {isLoopbackUrl} from '../http/loopback.js';
import {pause} from '../pause.js';
import type {ServerLimits} from '../server-limits.js';
import type {AudioStore, StoredAudio} from './audio-store.js';
import {download} from './download.js';
import type {JobConfig} from './job-config.js';
import {requestHeaders} from './outgoing-headers.js';

/**
What fetching needs.
*/
export type FetchParts = {
	readonly audioStore: AudioStore;
	readonly limits: Pick<ServerLimits, 'uploadBytes' | 'silentBodyMs'>;

	/**
	How much faster than the service it tries again.
	*/
	readonly timeScale: number;

	/**
	Told of each attempt that failed.
	*/
	readonly onFailure: (message: string) => void;
};

/**
Fetches the audio of a job that names an address instead of bringing a file. Only addresses on this machine are
fetched.

@returns `undefined` when it cannot be fetched; the reasons were told.
*/
export const fetchAudio = async (
	{url, auth_headers}: NonNullable<JobConfig['fetch_data']>,
	{audioStore, limits, timeScale, onFailure}: FetchParts,
	signal: AbortSignal,
): Promise<StoredAudio | undefined> => {
	if (!isLoopbackUrl(url)) {
		onFailure('unable to fetch audio: this server fetches only from this machine. Upload the file instead.');
		return undefined;
	}

	for (const waitMs of attemptWaitsMs) {
		await pause(waitMs / timeScale, signal);
		try {
			return await download(url, requestHeaders(auth_headers), audioStore, limits, signal);
		} catch (error) {
			signal.throwIfAborted();
			onFailure(`unable to fetch audio: ${error instanceof Error ? error.message : String(error)}`);
		}
	}

	return undefined;
};

/**
The service tries at about 0, 2, 12 and 32 seconds.

@see The errors of rejected jobs in the batch documentation.
*/
const attemptWaitsMs: readonly number[] = [0, 2000, 10_000, 20_000];
