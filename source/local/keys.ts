import {createHash, createHmac, randomBytes, randomInt, timingSafeEqual} from 'node:crypto';

/**
What a temporary key may be used for: it is minted for one of them. The API key itself opens both.
*/
export type KeyUse = 'batch' | 'rt';

/**
What an accepted credential may see: everything, or with a client reference only what was made under the same one.
*/
export type Access = {readonly clientRef?: string};

/**
What a temporary key is minted for.
*/
type MintRequest = {
	readonly type: KeyUse;

	/**
	How long it may be used to start something, from 60 to 86,400 on the wire.
	*/
	readonly ttlSeconds: number;
	readonly clientRef?: string;
};

/**
The credentials of one local server.
*/
export type Keys = {
	/**
	The access that a credential gives, or `undefined` for an unknown, expired or unfit one.
	*/
	readonly accepts: (credential: string | undefined, use: KeyUse) => Access | undefined;

	/**
	Whether this is the API key itself, which alone may mint temporary keys. Takes the same time for every guess.
	*/
	readonly isApiKey: (credential: string | undefined) => boolean;

	/**
	A temporary key: a signed JSON web token.
	*/
	readonly mint: (request: MintRequest) => string;

	/**
	A text without the API key, for answers and logs that repeat what a client sent.
	*/
	readonly hide: (text: string) => string;
};

/**
An API key as the service makes them: 32 letters and digits.
*/
export const createApiKey = (): string =>
	Array.from({length: 32}, () => apiKeyCharacters[randomInt(apiKeyCharacters.length)]).join('');

const apiKeyCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
The credentials of a server whose API key is `apiKey`. Temporary keys are signed with a secret of their own, so they
live as long as this object and say nothing about the API key.

@param nowMs - The time of day in milliseconds since 1970.
*/
export const createKeys = (apiKey: string, nowMs: () => number): Keys => {
	const secret = randomBytes(32);
	const isApiKey = (credential: string | undefined): boolean =>
		credential !== undefined && isSame(credential, apiKey);

	return {
		isApiKey,

		hide: text => (apiKey === '' ? text : text.replaceAll(apiKey, '…')),

		accepts(credential, use) {
			if (credential === undefined) {
				return undefined;
			}

			if (isApiKey(credential)) {
				return {};
			}

			const claims = readToken(credential, secret);
			if (claims === undefined || !claims.aud.includes(use) || nowMs() >= claims.exp * 1000) {
				return undefined;
			}

			return claims.client_ref === undefined ? {} : {clientRef: claims.client_ref};
		},

		mint({type, ttlSeconds, clientRef}) {
			const issuedAt = Math.floor(nowMs() / 1000);
			return writeToken(
				{
					iss: 'duet-local',
					aud: [type],
					iat: issuedAt,
					nbf: issuedAt - 3600, // The service allows for clocks that are an hour behind.
					exp: issuedAt + ttlSeconds,
					contract_id: 1,
					project_id: 1,
					product: type,
					user_id: 'local',
					account_type: 'local',
					connection_quota: 50,
					...(clientRef !== undefined && {client_ref: clientRef}),
				},
				secret,
			);
		},
	};
};

/**
The claims that are checked again; the others only make the token look like the service's.
*/
type Claims = {
	readonly aud: readonly string[];
	readonly exp: number;
	readonly client_ref?: string;
};

const writeToken = (claims: Claims & Readonly<Record<string, unknown>>, secret: Buffer): string => {
	const signed = `${encode({alg: 'HS256', typ: 'JWT'})}.${encode(claims)}`;
	return `${signed}.${sign(signed, secret)}`;
};

const readToken = (token: string, secret: Buffer): Claims | undefined => {
	const signedLength = token.lastIndexOf('.');
	const signed = token.slice(0, Math.max(0, signedLength));
	if (!isSame(token.slice(signedLength + 1), sign(signed, secret))) {
		return undefined;
	}

	// Only this server can have signed it, so its shape is known.
	return JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString()) as Claims;
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const sign = (text: string, secret: Buffer): string =>
	createHmac('sha256', secret).update(text).digest('base64url');

/**
Compares digests, because a comparison in constant time needs equal lengths.
*/
const isSame = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
