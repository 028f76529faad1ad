import type {Keys} from '../keys.js';

/**
The request line and headers of an upgrade, as Node.js gives them.
*/
export type UpgradeRequest = {
	readonly method?: string;
	readonly url?: string;
	readonly headers: {readonly authorization?: string};
};

/**
What becomes of an upgrade request.
*/
export type Handshake =
	| {readonly type: 'accepted'; readonly urlLanguage?: string; readonly query: URLSearchParams}
	| {readonly type: 'refused'; readonly statusCode: 401 | 404 | 405};

/**
Decides on an upgrade request: its method, path and key. Key problems fail here, quota problems only in a session.
Query parameters that are not known are ignored.

@see The service's handshake: the path is `/v2`, `/v2/` or `/v2/<language>`; the key is in `?jwt=` or in the header.
*/
export const readHandshake = ({method, url = '/', headers}: UpgradeRequest, keys: Keys): Handshake => {
	if (method !== 'GET') {
		return {type: 'refused', statusCode: 405};
	}

	const base = 'ws://localhost';
	const {pathname, searchParams} = new URL(URL.canParse(url, base) ? url : '/', base);
	const path = /^\/v2(?:\/(?<language>[a-z]{2,3}(?:_[a-z]{2,3})*)?\/?)?$/v.exec(pathname);
	if (!path) {
		return {type: 'refused', statusCode: 404};
	}

	const bearer = /^Bearer (?<key>\S+)$/iv.exec(headers.authorization ?? '')?.groups?.['key'];
	const credentials = [searchParams.get('jwt') ?? undefined, bearer];
	if (!credentials.some(credential => keys.accepts(credential, 'rt'))) {
		return {type: 'refused', statusCode: 401};
	}

	return {type: 'accepted', urlLanguage: path.groups?.['language'], query: searchParams};
};
