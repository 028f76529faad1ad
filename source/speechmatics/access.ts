import type {Clock} from '../core/clock.js';
import {HttpError, toServiceError, UnexpectedAnswer} from './errors.js';
import {requestJson} from './http-request.js';
import {describeService} from './service.js';

/**
The right to open real-time sessions.
*/
export type Access = {
	/**
	A temporary token, which may stand in a URL as the key may not. The same one until shortly before it expires.

	@throws {ProblemError} When the key is not accepted or the service that mints tokens cannot be reached.
	@throws The signal's reason, when it is aborted.
	*/
	token(signal: AbortSignal): Promise<string>;

	/**
	Whether the last token only stands for one that could not be had, for another reason than that the service mints none.
	*/
	isDoubtful(): boolean;

	/**
	The service did not accept the token: the next one is a new one.

	@returns Whether there can be another.
	*/
	renew(): boolean;
};

const lifeSeconds = 300;
const renewBeforeMs = 30_000;
const mintTimeoutMs = 10_000;

/**
What is sent where no token can be had: an on-premises container wants the parameter and does not read it.
*/
export const noToken = 'none';

/**
Mints tokens from an API key.

A key that is itself a token is used as it is. A host outside Speechmatics that mints none gets none: containers ask
for no key, and it would stand in their logs.
*/
export const createAccess = ({
	apiKey,
	managementUrl,
	clock,
}: {
	readonly apiKey?: string;
	readonly managementUrl: string;
	readonly clock: Clock;
}): Access => {
	let minted: {readonly token: string; readonly atMs: number} | undefined;
	let hasMinted = false;
	let isDoubtful = false;

	return {
		async token(signal) {
			signal.throwIfAborted();
			if (apiKey === undefined || isToken(apiKey)) {
				return apiKey ?? noToken;
			}

			const nowMs = clock.nowMs();
			if (minted && nowMs - minted.atMs <= lifeSeconds * 1000 - renewBeforeMs) {
				return minted.token;
			}

			const {token, isLasting} = await mint(apiKey, managementUrl, hasMinted, signal);
			isDoubtful = !isLasting;
			hasMinted ||= token !== noToken;
			minted = isLasting ? {token, atMs: nowMs} : undefined;
			return token;
		},

		isDoubtful: () => isDoubtful,

		renew() {
			minted = undefined;
			return apiKey !== undefined && !isToken(apiKey);
		},
	};
};

const isToken = (apiKey: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(apiKey);

/**
Asks for a token by a request of our own: the vendor's package for it cannot be aborted, so that a host that does not
answer would hold the process open for minutes, and it loses the status of an answer that is not JSON.

@param isMint - Whether this host is known to mint tokens, so that an answer without one is a failure.
@returns The token, and whether it is worth keeping: that there is none need not be so any more the next time.
@see https://docs.speechmatics.com/get-started/authentication
*/
const mint = async (
	apiKey: string,
	managementUrl: string,
	isMint: boolean,
	signal: AbortSignal,
): Promise<{readonly token: string; readonly isLasting: boolean}> => {
	const service = describeService(managementUrl, apiKey);
	try {
		const answer = (await requestJson({
			method: 'POST',
			url: `${managementUrl}/api_keys?type=rt`,
			apiKey,
			headers: {'content-type': 'application/json'},
			body: JSON.stringify({ttl: lifeSeconds}),
			signal: AbortSignal.any([signal, AbortSignal.timeout(mintTimeoutMs)]),
		})) as {readonly key_value?: unknown} | null;
		if (typeof answer?.key_value !== 'string') {
			throw new UnexpectedAnswer('a token');
		}

		return {token: answer.key_value, isLasting: true};
	} catch (thrown) {
		signal.throwIfAborted();
		if (!isMint && !service.host.endsWith('.speechmatics.com') && !isFromMint(thrown)) {
			return {token: noToken, isLasting: thrown instanceof HttpError};
		}

		throw toServiceError(thrown, service);
	}
};

/**
An answer about the key or the request, or a fault of its own, which only a service that mints tokens gives: a container
that mints none does not know the address.
*/
const isFromMint = (thrown: unknown): boolean =>
	thrown instanceof HttpError &&
	([401, 403, 422, 429].includes(thrown.answer.status) ||
		(thrown.answer.status >= 500 && thrown.answer.status !== 501));
