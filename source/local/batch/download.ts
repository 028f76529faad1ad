import {once} from 'node:events';
import http, {type IncomingMessage} from 'node:http';
import https from 'node:https';
import type {ServerLimits} from '../server-limits.js';
import type {AudioStore, StoredAudio} from './audio-store.js';

/**
Fetches an address, straight to the disk. Not with `fetch`, whose parser fails outside of every promise where
the other side closes while the disk is behind (undici in Node.js 24).

@throws Where there is no success, what is sent is larger than an upload may be, or it does not go on.
*/
export const download = async (
	url: string,
	headers: Headers,
	audioStore: AudioStore,
	{uploadBytes, silentBodyMs}: Pick<ServerLimits, 'uploadBytes' | 'silentBodyMs'>,
	signal: AbortSignal,
): Promise<StoredAudio> => {
	const {get} = url.startsWith('https:') ? https : http;
	const request = get(url, {headers: Object.fromEntries(headers), signal, agent: false});
	let silence: Error | undefined;
	request.setTimeout(silentBodyMs, () => {
		silence = new Error(`nothing came for ${silentBodyMs / 1000} s`);
		request.destroy(silence);
	});
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	const {statusCode = 0} = response;
	if (statusCode < 200 || statusCode > 299) {
		response.destroy();
		throw new Error(`http status code ${statusCode}`);
	}

	try {
		const contentType = response.headers['content-type'] ?? 'application/octet-stream';
		return await audioStore.keep(response, {contentType, mostBytes: uploadBytes, signal});
	} catch (error) {
		throw silence ?? error; // The answer only says that it was aborted.
	}
};
