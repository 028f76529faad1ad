import type {IncomingMessage, ServerResponse} from 'node:http';
import type {FaultPlan} from '../faults/fault-plan.js';
import type {FaultSpec} from '../faults/fault-spec.js';
import {exchangeFaults} from '../faults/http/exchange-faults.js';
import {NoAnswer} from '../faults/http/http-fault.js';
import {requestedFaults} from '../faults/requested-faults.js';
import type {Keys} from '../keys.js';
import type {ServerLimits} from '../server-limits.js';
import type {Timers} from '../timers.js';
import {badQuery, HttpError, httpError} from './http-error.js';
import {sendError, sendReply} from './http-reply.js';
import {checkCaller} from './loopback.js';
import {findRoute, type Route} from './router.js';

/**
What answering needs.
*/
export type ResponderParts = {
	readonly routes: readonly Route[];
	readonly faults: FaultPlan;

	/**
	Whether the client may ask for a failure.
	*/
	readonly allowFaults: boolean;
	readonly timers: Timers;
	readonly limits: Pick<ServerLimits, 'unreadAnswerMs' | 'lingerMs'>;
	readonly keys: Pick<Keys, 'hide'>;
};

/**
Answers one HTTP request, whatever happens.
*/
export const respond = async (
	message: IncomingMessage,
	response: ServerResponse,
	parts: ResponderParts,
): Promise<void> => {
	const gone = new AbortController();
	response.once('close', () => {
		gone.abort();
	});
	try {
		await answer(message, response, parts, gone.signal);
	} catch (error) {
		if (!(error instanceof NoAnswer)) {
			sendError(response, error, parts.keys.hide);
			message.resume(); // Some clients read an answer only when all of their request is gone.
			if (error instanceof HttpError && isForbidden(error.status)) {
				cutOff(message, parts.limits.lingerMs);
			}
		}
	}
};

const isForbidden = (status: number): boolean => [401, 403, 421].includes(status);

/**
Who may not ask anything must not hold a connection with a request that never ends.
*/
const cutOff = (message: IncomingMessage, afterMs: number): void => {
	const timer = setTimeout(() => message.socket.destroy(), afterMs);
	message.once('close', () => clearTimeout(timer));
};

const answer = async (
	message: IncomingMessage,
	response: ServerResponse,
	{routes, faults: plan, allowFaults, timers, limits, keys}: ResponderParts,
	signal: AbortSignal,
): Promise<void> => {
	checkCaller(message);
	const url = URL.parse(message.url ?? '/', 'http://localhost');
	if (!url) {
		throw httpError(400, 'Bad Request', 'The address cannot be read.');
	}

	const method = message.method ?? 'GET';
	const path = url.pathname.replace(/\/+$/v, '');
	const query = url.searchParams;
	const {route, segments} = findRoute(routes, method, path);
	const asked = allowFaults ? readFaults(query) : [];
	const drawn = plan.drawForRequest(route.occasion, keys.hide(`${method} ${path}`), asked);
	const faults = exchangeFaults(drawn, {occasion: route.occasion, message, timers, signal});
	await faults.arrive();
	const reply = await route.handle({method, path, query, message, signal, segments, fate: faults.fate});
	const sent = await faults.finish(reply);
	response.setTimeout(limits.unreadAnswerMs, () => message.socket.destroy());
	await sendReply(response, sent);
};

/**
@throws {HttpError} 422 for what is no fault.
*/
const readFaults = (query: URLSearchParams): readonly FaultSpec[] => {
	try {
		return requestedFaults(query, 'http');
	} catch {
		throw badQuery('x-fault', query.get('x-fault') ?? '', 'the name of a fault');
	}
};
