import type {Problem} from '../core/problem.js';
import {failureSentence} from './failure-sentence.js';
import {mendingAdvice} from './mending-advice.js';
import type {Service} from './service.js';

/**
An HTTP answer that was not a success.
*/
export type HttpAnswer = {
	readonly status: number;

	/**
	JSON of the service, or the HTML page of something in front of it.
	*/
	readonly body: string;
	readonly retryAfterMs?: number;
};

type Row = {
	readonly kind: Problem['kind'];
	readonly message: (service: Service) => string;
	readonly nextStep: string;

	/**
	Of those that are tried again.
	*/
	readonly summary?: string;
	readonly isTransient?: true;
};

const keyName = ({keyEnding}: Service): string =>
	keyEnding === undefined ? 'a request without a key' : `the API key ending in ${keyEnding}`;

/**
What each status means here. The reason that the service gives is put behind the message.

@see https://docs.speechmatics.com/api-ref
*/
const rows: Readonly<Record<number, Row>> = {
	400: {
		kind: 'bad-input',
		message: ({host}) => `${host} refused the request`,
		nextStep: 'Check that the file is audio that plays, and the language and the other options.',
	},
	401: {
		kind: 'not-authorised',
		message: service => `${service.host} did not accept ${keyName(service)}`,
		nextStep:
			'Check SPEECHMATICS_API_KEY and the region: a key of another region is refused too. Keys are made at https://portal.speechmatics.com.',
	},
	403: {
		kind: 'not-authorised',
		message: service => `${service.host} does not allow this to ${keyName(service)}`,
		nextStep:
			'Check at https://portal.speechmatics.com that the key has not expired and that your plan includes this.',
	},
	404: {
		summary: 'not found',
		kind: 'rejected',
		message: ({host}) => `${host} does not know what was asked for`,
		nextStep: 'Check the address of the service; a job is gone after 7 days, or when it was deleted.',
	},
	408: {
		kind: 'timeout',
		message: ({host}) => `${host} did not get the whole request in time`,
		nextStep: 'Try again; if it stays so, check the internet connection.',
		summary: 'connection too slow',
		isTransient: true,
	},
	410: {
		kind: 'rejected',
		message: ({host}) => `${host} no longer has this job`,
		nextStep: 'Jobs are kept for 7 days; transcribe the recording again.',
	},
	413: {
		kind: 'bad-input',
		message: ({host}) => `${host} refused the recording, because it is too large`,
		nextStep: 'Cut or compress it (FLAC halves a WAV), or give a URL to fetch it from.',
	},
	422: {
		kind: 'bad-input',
		message: ({host}) => `${host} did not understand an option`,
		nextStep: 'Check the options; the reason names the one that is wrong.',
	},
	429: {
		kind: 'quota',
		message: ({host}) => `${host} was asked too often, or runs too many jobs at once`,
		nextStep: 'Wait a little and run fewer jobs at once.',
		summary: 'server busy',
		isTransient: true,
	},
	501: {
		kind: 'server',
		message: ({host}) => `${host} does not offer this`,
		nextStep: 'Check that the address is that of a Speechmatics service.',
	},
	503: {
		kind: 'server',
		message: ({host}) => `${host} cannot take this now`,
		nextStep: 'Try again in a minute; https://status.speechmatics.com shows known faults.',
		summary: 'server busy',
		isTransient: true,
	},
	507: {
		kind: 'server',
		message: ({host}) => `${host} has no room for the recording`,
		nextStep:
			'Free some space there; the local engine keeps it in the temporary folder of this machine (TMPDIR).',
	},
};

const serverFault: Row = {
	kind: 'server',
	message: ({host}) => `${host} has a fault of its own`,
	nextStep: 'Try again in a minute; https://status.speechmatics.com shows known faults.',
	summary: 'server fault',
	isTransient: true,
};

const surprise: Row = {
	kind: 'server',
	message: ({host}) => `${host} gave an unexpected answer`,
	nextStep: 'Check that the address is that of a Speechmatics service.',
};

/**
An answer that names another address, to which neither the key nor the recording is sent.
*/
export const redirectProblem = ({host}: Service): Problem => ({
	kind: 'server',
	message: `${host} redirects to another address, which Duet does not follow.`,
	nextStep: 'Give the address that it redirects to; often that is the same one with https:// or wss://.',
});

/**
An HTTP answer as a problem.
*/
export const httpProblem = ({status, body, retryAfterMs}: HttpAnswer, service: Service): Problem => {
	if (status >= 300 && status < 400) {
		return redirectProblem(service);
	}

	const row = rows[status] ?? (status >= 500 ? serverFault : surprise);
	const reason = reasonOf(body);
	return {
		kind: row.kind,
		message: failureSentence(row.message(service), reason, `HTTP ${status}`),
		nextStep: (isAboutRequest(status) && mendingAdvice(reason)) || row.nextStep,
		...(row.summary && {summary: `${row.summary} (${status})`}),
		...(row.isTransient && {isTransient: true}),
		...(row.isTransient && retryAfterMs !== undefined && {retryAfterMs}),
	};
};

const isAboutRequest = (status: number): boolean => [400, 404, 410, 422].includes(status);

/**
Whether an answer is the service's own: JSON that says what is wrong. What stands in front of it sends a page, or other
JSON.
*/
export const isOwnError = (body: string): boolean => {
	try {
		const {code, error, detail} = JSON.parse(body) as Record<string, unknown>;
		return typeof code === 'number' || typeof error === 'string' || typeof detail === 'string';
	} catch {
		return false;
	}
};

/**
The service's own words in `{code, error, detail}`, or in the `{code, message}` of key management.
*/
const reasonOf = (body: string): string => {
	try {
		const {error, message, detail} = JSON.parse(body) as Record<string, unknown>;
		return [error ?? message, detail]
			.filter(part => typeof part === 'string' && part !== '')
			.join(', ')
			.slice(0, 300);
	} catch {
		return ''; // An HTML page tells users nothing that the status does not.
	}
};
