import type {Clock} from '../core/clock.js';
import type {Problem} from '../core/problem.js';
import {createAccess, noToken} from './access.js';
import type {Endpoints} from './endpoints.js';
import {HttpError, toServiceError} from './errors.js';
import {shakeHands} from './handshake.js';
import {requestJson} from './http-request.js';
import {describeService} from './service.js';

/**
What a small request to one of the hosts told.
*/
export type Reach = {
	readonly service: 'batch' | 'tokens' | 'real-time';

	/**
	Host and, where it is unusual, port.
	*/
	readonly host: string;

	/**
	From the request to the answer, connecting included. Missing where no answer came.
	*/
	readonly roundTripMs?: number;

	/**
	Whether a key or a token was accepted. Missing where none was sent.
	*/
	readonly isAccepted?: boolean;

	/**
	By how much this machine's time of day is ahead of the host's, to about a second. Missing where the host does not tell.
	*/
	readonly aheadMs?: number;
	readonly problem?: Problem;
};

export type ReachOptions = Pick<Endpoints, 'batchUrl' | 'realTimeUrl' | 'managementUrl'> & {
	readonly apiKey?: string;
	readonly clock: Clock;

	/**
	How long each host may take.
	*/
	readonly patienceMs: number;
	readonly signal: AbortSignal;
};

/**
Asks each host for something that costs nothing: batch for the list of the last job, the management host for a token,
and real-time for a handshake with that token.

A key that is a token itself needs no other, and without a key there is none: then the management host is not asked.
*/
export const reachServices = async (options: ReachOptions): Promise<readonly Reach[]> => {
	const [batch, realTime] = await Promise.all([reachBatch(options), reachRealTime(options)]);
	return [batch, ...realTime];
};

const reachBatch = async (options: ReachOptions): Promise<Reach> => {
	const {batchUrl, apiKey} = options;
	return ask('batch', batchUrl, options, async (signal, hearDate) => {
		const onHeaders = (headers: Headers) => hearDate(headers.get('date'));
		await requestJson({method: 'GET', url: `${batchUrl}/jobs?limit=1`, apiKey, signal, onHeaders});
		return apiKey !== undefined;
	});
};

const reachRealTime = async (options: ReachOptions): Promise<readonly Reach[]> => {
	const {realTimeUrl, managementUrl, apiKey, clock} = options;
	const access = createAccess({apiKey, managementUrl, clock});
	let token = noToken;
	const tokens = await ask('tokens', managementUrl, options, async signal => {
		token = await access.token(signal);
		return token !== noToken;
	});
	const session = await ask('real-time', realTimeUrl, options, async (signal, hearDate) => {
		try {
			await shakeHands(realTimeUrl, token, signal, ({date}) => hearDate(date));
			return token !== noToken;
		} catch (error) {
			if (tokens.problem && isUnauthorised(error)) {
				return false; // That no token could be had is said already.
			}

			throw error;
		}
	});
	if (token === apiKey || apiKey === undefined) {
		return [session];
	}

	const {roundTripMs, ...unanswered} = tokens; // Whether a host that makes no tokens has answered is not told.
	return [tokens.isAccepted === undefined ? unanswered : tokens, session];
};

const isUnauthorised = (thrown: unknown): boolean =>
	thrown instanceof HttpError && thrown.answer.status === 401;

/**
@param request - Tells whether a key or a token was sent, which was accepted then.
*/
const ask = async (
	service: Reach['service'],
	url: string,
	{apiKey, clock, patienceMs, signal}: ReachOptions,
	request: (signal: AbortSignal, hearDate: (date: string | null | undefined) => void) => Promise<boolean>,
): Promise<Reach> => {
	const described = describeService(url, apiKey);
	const startMs = clock.nowMs();
	let aheadMs: number | undefined;
	const hearDate = (date: string | null | undefined) => {
		const thereMs = Date.parse(date ?? '');
		aheadMs = Number.isNaN(thereMs) ? undefined : Date.now() - thereMs - halfOfASecondMs;
	};
	const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
	const attempt = async (): Promise<Pick<Reach, 'isAccepted' | 'problem'>> => {
		try {
			return (await request(limit, hearDate)) ? {isAccepted: true} : {};
		} catch (thrown) {
			const {problem} = toServiceError(thrown, described);
			return {problem, ...(problem.kind === 'not-authorised' && {isAccepted: false})};
		}
	};

	const outcome = await attempt();
	const isAnswered = !['network', 'timeout'].includes(outcome.problem?.kind ?? '');
	return {
		service,
		host: described.host,
		...(isAnswered && {roundTripMs: clock.nowMs() - startMs}),
		...(aheadMs !== undefined && {aheadMs}),
		...outcome,
	};
};

/**
The header has whole seconds only: on average so much is cut off.
*/
const halfOfASecondMs = 500;
