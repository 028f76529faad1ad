import {randomUUID} from 'node:crypto';
import {createWriteStream} from 'node:fs';
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {isLoopbackUrl} from '../http/loopback.js';
import {pause} from '../pause.js';
import type {StoredAudio} from './job.js';
import type {JobConfig} from './job-config.js';
import {requestHeaders} from './outgoing-headers.js';

/**
What fetching needs.
*/
export type FetchParts = {
	/**
	Where the audio is put.
	*/
	readonly folder: string;

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
	{folder, timeScale, onFailure}: FetchParts,
	signal: AbortSignal,
): Promise<StoredAudio | undefined> => {
	if (!isLoopbackUrl(url)) {
		onFailure('unable to fetch audio: this server fetches only from this machine. Upload the file instead.');
		return undefined;
	}

	for (const waitMs of attemptWaitsMs) {
		await pause(waitMs / timeScale, signal);
		try {
			return await download(url, {headers: requestHeaders(auth_headers), redirect: 'error', signal}, folder);
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

const download = async (url: string, options: RequestInit, folder: string): Promise<StoredAudio> => {
	const response = await fetch(url, options);
	if (!response.ok || !response.body) {
		await response.body?.cancel();
		throw new Error(`http status code ${response.status}`);
	}

	const path = join(folder, randomUUID());
	try {
		await pipeline(response.body, createWriteStream(path, {flags: 'wx', mode: 0o600}));
	} catch (error) {
		await rm(path, {force: true});
		throw error;
	}

	return {path, contentType: response.headers.get('content-type') ?? 'application/octet-stream'};
};
