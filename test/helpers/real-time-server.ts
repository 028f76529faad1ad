import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';
import {createAudioDecoder} from '../../source/audio/decoder.js';
import {createKeys, type Keys} from '../../source/local/keys.js';
import {createRealTimeApi, type RealTimeApiOptions} from '../../source/local/real-time/api.js';
import {scriptedRecogniser, shipIt} from './scripted-recogniser.js';

export const apiKey = 'a-key-for-tests';

/**
A server of nothing but the real-time API, until the test has finished.

@returns Its address, which ends in `/v2`, and its keys.
*/
export const startRealTimeServer = async (
	changes: Partial<RealTimeApiOptions> = {},
): Promise<{readonly url: string; readonly keys: Keys}> => {
	const keys = changes.keys ?? createKeys(apiKey, Date.now);
	const api = createRealTimeApi({
		keys,
		recognisers: [scriptedRecogniser(shipIt)],
		decoder: createAudioDecoder(),
		pace: Number.POSITIVE_INFINITY,
		...changes,
	});
	const server = createServer();
	server.on('upgrade', api.upgrade);
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	onTestFinished(() => {
		api.close();
		server.close();
	});
	return {url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/v2`, keys};
};
