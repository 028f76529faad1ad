import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {rm} from 'node:fs/promises';
import http, {type IncomingMessage} from 'node:http';
import https from 'node:https';
import {pipeline} from 'node:stream/promises';
import type {ServerLimits} from '../server-limits.js';

/**
Fetches an address into a new file, straight to the disk. Not with `fetch`, whose parser fails outside of every promise where
the other side closes while the disk is behind (undici in Node.js 24).

@param path - Where it is put. Nothing is left there if this throws.
@returns The content type.
@throws Where there is no success, what is sent is larger than an upload may be, or it does not go on.
*/
export const download = async (
	url: string,
	path: string,
	headers: Headers,
	{uploadBytes, silentBodyMs}: Pick<ServerLimits, 'uploadBytes' | 'silentBodyMs'>,
	signal: AbortSignal,
): Promise<string> => {
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
		const file = createWriteStream(path, {flags: 'wx', mode: 0o600});
		await pipeline(response, chunks => atMost(chunks, uploadBytes), file, {signal});
	} catch (error) {
		await rm(path, {force: true});
		throw silence ?? error; // The answer only says that it was aborted.
	}

	return response.headers['content-type'] ?? 'application/octet-stream';
};

async function* atMost(chunks: AsyncIterable<Buffer>, byteCount: number): AsyncGenerator<Buffer, void> {
	let left = byteCount;
	for await (const chunk of chunks) {
		left -= chunk.length;
		if (left < 0) {
			throw new Error(`it is larger than ${byteCount} bytes`);
		}

		yield chunk;
	}
}
