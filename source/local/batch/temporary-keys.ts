import type {IncomingMessage} from 'node:http';
import {bodyChunks} from '../http/body-chunks.js';
import {HttpError, httpError} from '../http/http-error.js';
import type {Reply} from '../http/http-reply.js';
import type {Keys, KeyUse} from '../keys.js';
import type {ServerLimits} from '../server-limits.js';

const lifeSeconds = {shortest: 60, longest: 86_400};

/**
Mints a temporary key.

@param credential - Only the API key itself may.
@throws {HttpError} 403 for another credential, 422 for a life that is too short or too long.
@see The management API reference; 422 has a body of its own form.
*/
export const mintTemporaryKey = async (
	{keys, limits}: {readonly keys: Keys; readonly limits: BodyLimits},
	credential: string | undefined,
	query: URLSearchParams,
	message: IncomingMessage,
): Promise<Reply> => {
	if (!keys.isApiKey(credential)) {
		throw httpError(403, 'Forbidden', 'The API key is missing or wrong.');
	}

	const type = readType(query.get('type') ?? 'batch');
	const {ttl, client_ref} = await readBody(message, limits);
	if (!Number.isInteger(ttl) || Number(ttl) < lifeSeconds.shortest || Number(ttl) > lifeSeconds.longest) {
		throw unprocessable(`ttl must be from ${lifeSeconds.shortest} to ${lifeSeconds.longest} seconds`);
	}

	const clientRef = type === 'batch' && typeof client_ref === 'string' ? {clientRef: client_ref} : {};
	return {
		type: 'json',
		status: 201,
		value: {apikey_id: null, key_value: keys.mint({type, ttlSeconds: Number(ttl), ...clientRef})},
	};
};

const unprocessable = (message: string): HttpError => new HttpError(422, {code: 422, message});

const readType = (type: string): KeyUse => {
	if (type !== 'batch' && type !== 'rt') {
		throw unprocessable(`type must be batch or rt, not "${type}"`);
	}

	return type;
};

type BodyLimits = Pick<ServerLimits, 'tokenBodyLength' | 'silentBodyMs'>;

const readBody = async (
	message: IncomingMessage,
	{tokenBodyLength, silentBodyMs}: BodyLimits,
): Promise<Readonly<Record<string, unknown>>> => {
	let text = '';
	for await (const chunk of bodyChunks(message, silentBodyMs)) {
		text += String(chunk);
		if (text.length > tokenBodyLength) {
			throw unprocessable('The body is too large');
		}
	}

	try {
		return {...(JSON.parse(text) as object)};
	} catch {
		throw unprocessable('The body must be a JSON object');
	}
};
