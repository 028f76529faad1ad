import type {Problem} from '../core/problem.js';
import type {Service} from './service.js';

type Row = {
	readonly codes: readonly string[];
	readonly kind: Problem['kind'];
	readonly message: (host: string) => string;
	readonly nextStep: string;

	/**
	Of those that are tried again.
	*/
	readonly summary?: string;
	readonly isTransient?: true;

	/**
	It failed before a connection stood, so the service has seen nothing.
	*/
	readonly isBeforeSending?: true;
};

const garbledCodes = ['HTTPParserError', 'Z_DATA_ERROR', 'Z_BUF_ERROR'];

/**
Codes of Node.js, OpenSSL and undici. The first row that has the code wins.
*/
const rows: readonly Row[] = [
	{
		codes: ['ECONNREFUSED'],
		summary: 'no connection',
		kind: 'network',
		message: host => `Nothing answers at ${host}.`,
		nextStep: 'Check the address and the port, and that the service is running.',
		isTransient: true,
		isBeforeSending: true,
	},
	{
		codes: ['ENOTFOUND', 'EAI_AGAIN'],
		summary: 'no connection',
		kind: 'network',
		message: host => `The host ${host} cannot be found.`,
		nextStep: 'Check the internet connection, and the spelling of the address.',
		isTransient: true,
		isBeforeSending: true,
	},
	{
		codes: ['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT'],
		summary: 'no connection',
		kind: 'network',
		message: host => `${host} cannot be reached.`,
		nextStep: 'Check the internet connection, and whether a firewall or a proxy stands in between.',
		isTransient: true,
		isBeforeSending: true,
	},
	{
		summary: 'connection lost',
		codes: ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'UND_ERR_SOCKET'],
		kind: 'network',
		message: host => `The connection to ${host} broke.`,
		nextStep: 'Check the internet connection and run it again.',
		isTransient: true,
	},
	{
		summary: 'no answer',
		codes: ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'TimeoutError'],
		kind: 'timeout',
		message: host => `${host} did not answer in time.`,
		nextStep: 'Try again; if it stays so, check the address and https://status.speechmatics.com.',
		isTransient: true,
	},
	{
		codes: ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'EPROTO'],
		kind: 'network',
		message: host => `${host} does not speak TLS.`,
		nextStep: 'If it is a server of your own, write http:// or ws:// instead of https:// or wss://.',
		isBeforeSending: true,
	},
	{
		codes: [
			'CERT_HAS_EXPIRED',
			'CERT_NOT_YET_VALID',
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			'SELF_SIGNED_CERT_IN_CHAIN',
			'UNABLE_TO_GET_ISSUER_CERT',
			'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			'ERR_TLS_CERT_ALTNAME_INVALID',
		],
		kind: 'network',
		message: host => `The certificate of ${host} is not trusted.`,
		nextStep:
			'Check the address and the clock; for an authority of your own, set NODE_EXTRA_CA_CERTS to its file.',
		isBeforeSending: true,
	},
	{
		codes: garbledCodes,
		kind: 'server',
		message: host => `${host} answered with something that cannot be read.`,
		nextStep:
			'Check the address and the port; if they are right, check what stands between you and the service.',
		summary: 'unreadable answer',
	},
	{
		codes: ['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH'],
		kind: 'bad-input',
		message: () => 'The file changed its length while it was uploaded.',
		nextStep: 'Wait until it is written completely, then run it again.',
	},
];

/**
A failure below HTTP as a problem.

@returns Nothing when it is not such a failure.
*/
export const networkProblem = (thrown: unknown, service: Service): Problem | undefined => {
	const row = rowOf(thrown);
	return (
		row && {
			kind: row.kind,
			message: row.message(service.host),
			nextStep: row.nextStep,
			...(row.summary && {summary: row.summary}),
			...(row.isTransient && {isTransient: true}),
		}
	);
};

/**
Whether it is certain that nothing reached the service. A network that goes away says the same to a connection that
stands as to one that cannot be made, but for the call that failed.
*/
export const failedBeforeSending = (thrown: unknown): boolean =>
	(rowOf(thrown)?.isBeforeSending ?? false) &&
	!errorCodes(thrown).some(code => code === 'read' || code === 'write');

/**
Whether an answer came that is not even HTTP, or whose compression is broken.
*/
export const isGarbledBelowJson = (thrown: unknown): boolean => rowOf(thrown)?.codes === garbledCodes;

const rowOf = (thrown: unknown): Row | undefined => {
	const codes = errorCodes(thrown);
	return rows.find(row => row.codes.some(code => codes.includes(code)));
};

/**
All codes in an error, and the names of calls that failed: `fetch` hides them in `cause`, a host with several addresses in `errors`, and the event that
`ws` throws in `error`.
*/
const errorCodes = (thrown: unknown, depth = 0): readonly string[] => {
	if (typeof thrown !== 'object' || thrown === null || depth > 4) {
		return [];
	}

	const {code, name, syscall, cause, error, errors} = thrown as Record<string, unknown>;
	return [
		...[code, name, syscall].filter(item => typeof item === 'string'),
		...[cause, error, ...(Array.isArray(errors) ? errors : [])].flatMap(inner =>
			errorCodes(inner, depth + 1),
		),
	];
};
