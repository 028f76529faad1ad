import {type HttpError, httpError, proxyError, unauthorised, withRetryAfter} from '../../http/http-error.js';
import {batchOccasions, occasions} from '../fault-spec.js';
import type {HttpFault} from './http-fault.js';

/**
An answer of that status in place of the real one; nothing is done for the request.
*/
const refusal = (name: string, help: string, error: () => HttpError): HttpFault => ({
	layer: 'http',
	name,
	help,
	occasions,
	byDefault: batchOccasions,
	arrive({happen}) {
		if (happen()) {
			throw error();
		}
	},
});

/**
The same, which can say when to come back.
*/
const throttle = (name: string, help: string, error: () => HttpError): HttpFault => ({
	...refusal(name, help, error),
	value: {type: 'duration', isOptional: true},
	arrive({number, happen}) {
		if (happen()) {
			const retryAfterMs = number();
			throw retryAfterMs === undefined ? error() : withRetryAfter(error(), Math.ceil(retryAfterMs / 1000));
		}
	},
});

/**
The service's refusals, in HTML where the proxy before it speaks.

@see The errors of the batch documentation; `Retry-After` is not documented, and some have seen it.
*/
export const refusals: readonly HttpFault[] = [
	refusal('401', 'the key is refused, in the HTML of the service', () => unauthorised('html')),
	refusal('401-json', 'the key is refused, in JSON', () => unauthorised('json')),
	refusal('403', 'the key lacks the right', () => httpError(403, 'Forbidden', 'Entitlement check failed')),
	refusal('410', 'the job has expired', () => httpError(410, 'Job Expired')),
	throttle('429', 'too many requests, in HTML; the value is Retry-After', () =>
		proxyError(429, 'Too Many Requests'),
	),
	throttle('429-json', 'too many requests, in JSON; the value is Retry-After', () =>
		httpError(429, 'Rate Limited'),
	),
	refusal('500', 'a fault of the service', () => httpError(500, 'Internal Server Error')),
	refusal('502', 'a fault of the proxy before it', () => proxyError(502, 'Bad Gateway')),
	throttle('503', 'the service is down for now; the value is Retry-After', () =>
		proxyError(503, 'Service Temporarily Unavailable'),
	),
];
