import {ProblemError} from '../core/problem.js';

/**
Where the two services and the one that mints temporary keys are reached.
*/
export type Endpoints = {
	/**
	Both end in `/v2`.
	*/
	readonly batchUrl: string;
	readonly realTimeUrl: string;

	/**
	Ends in `/v1`. For an own real-time address it is the same host, where there may be no such service.
	*/
	readonly managementUrl: string;

	/**
	What the user should know about this choice, in sentences.
	*/
	readonly warnings: readonly string[];
};

type Hosts = {readonly batch: string; readonly realTime: string; readonly warning?: string};

const eu: Hosts = {batch: 'eu1', realTime: 'eu'};
const us: Hosts = {batch: 'us1', realTime: 'us'};
const au: Hosts = {
	batch: 'au1',
	realTime: 'global',
	warning: 'Real-time has no host in Australia; it runs in the nearest region.',
};

/**
The names of regions that users type. Batch has no global host, so `global` keeps recordings in the EU.

@see https://docs.speechmatics.com/get-started/authentication, as of 2026-08-13.
*/
const regions: Readonly<Record<string, Hosts>> = {
	eu,
	us,
	au,
	global: {batch: 'eu1', realTime: 'global'},
	eu1: eu,
	us1: us,
	usa: us,
	au1: au,
};

const vendorDomain = '.speechmatics.com';

/**
The addresses for a region, or the user's own ones. Own addresses may end in `/v2`, in `/` or in neither.

@throws {ProblemError} Of kind `bad-input`, for an unknown region or an address that cannot be one.
*/
export const resolveEndpoints = ({
	region = 'eu',
	batchUrl,
	realTimeUrl,
}: {
	readonly region?: string;
	readonly batchUrl?: string;
	readonly realTimeUrl?: string;
}): Endpoints => {
	const hosts = Object.hasOwn(regions, region.toLowerCase()) ? regions[region.toLowerCase()] : undefined;
	if (!hosts) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `There is no region called “${region}”.`,
			nextStep: 'Choose eu, us, au or global.',
		});
	}

	const batch = ownUrl('batch', batchUrl ?? `https://${hosts.batch}.asr.api${vendorDomain}`);
	const realTime = ownUrl('real-time', realTimeUrl ?? `wss://${hosts.realTime}.rt${vendorDomain}`);
	return {
		batchUrl: batch.href,
		realTimeUrl: realTime.href,
		managementUrl: managementUrl(realTime),
		warnings: [
			...(realTimeUrl === undefined && hosts.warning ? [hosts.warning] : []),
			...[batch, realTime].filter(isReadableByOthers).map(insecureWarning),
		],
	};
};

const schemes = {batch: ['https:', 'http:'], 'real-time': ['wss:', 'ws:']} as const;

const ownUrl = (service: keyof typeof schemes, given: string): URL => {
	const [secure, plain] = schemes[service];
	const url = URL.parse(given.trim());
	if (!url || !(url.protocol === secure || url.protocol === plain) || url.username || url.password) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `“${given}” cannot be the address of the ${service} service.`,
			nextStep: `Give an address like ${secure}//host/v2 or ${plain}//localhost:9000/v2, without a user name.`,
		});
	}

	const path = url.pathname.replace(/\/+$/, '');
	url.pathname = path.endsWith('/v2') ? path : `${path}/v2`;
	url.hash = '';
	return url;
};

const managementUrl = (realTime: URL): string => {
	if (realTime.hostname.endsWith(vendorDomain)) {
		return `https://mp${vendorDomain}/v1`;
	}

	const scheme = realTime.protocol === 'wss:' ? 'https:' : 'http:';
	return `${scheme}//${realTime.host}${realTime.pathname.replace(/\/v2$/, '/v1')}`;
};

const isReadableByOthers = ({protocol, hostname}: URL): boolean =>
	(protocol === 'http:' || protocol === 'ws:') &&
	!/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

const insecureWarning = ({protocol, host}: URL): string =>
	`${protocol}//${host} is not encrypted: the audio, the transcript and the key can be read on the way.`;
