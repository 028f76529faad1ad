import {once} from 'node:events';
import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {batchRoutes} from './batch/api.js';
import {createAudioStore} from './batch/audio-store.js';
import {createJobRunner} from './batch/job-runner.js';
import {createJobStore} from './batch/job-store.js';
import {readFaultOptions} from './faults/fault-options.js';
import {createFaultPlan, type FaultPlan} from './faults/fault-plan.js';
import {checkCaller} from './http/loopback.js';
import {respond} from './http/respond.js';
import {createApiKey, createKeys} from './keys.js';
import {createRealTimeApi} from './real-time/api.js';
import {refuseUpgrade} from './real-time/refuse-upgrade.js';
import {type ServerLimits, serverLimits} from './server-limits.js';
import type {LocalServerOptions} from './server-options.js';
import {systemTimers} from './timers.js';

/**
A running server, reached by its addresses like any other.
*/
export type LocalServer = {
	readonly apiKey: string;
	readonly batchUrl: string;
	readonly realTimeUrl: string;
	readonly managementUrl: string;

	/**
	The id of the recogniser that is used by default.
	*/
	readonly recogniser: string;

	/**
	The faults that have happened on purpose, oldest first: the last ten thousand.
	*/
	readonly faultLog: FaultPlan['log'];

	/**
	What the faults were drawn with; with the same one they can be drawn again. Nothing without faults.
	*/
	readonly faultSeed?: number;

	/**
	Ends everything at once: jobs, sessions, answers that are held, files.
	*/
	readonly close: () => Promise<void>;
};

/**
Starts a server that speaks the batch and the real-time API, for this machine only.

@throws {Error} Of code `EADDRINUSE`, when another program listens on the port.
*/
export const startLocalServer = async ({
	recognisers,
	decoder,
	apiKey = createApiKey(),
	port = 0,
	jobSeconds,
	nowMs = Date.now,
	timeScale = 1,
	authErrors = 'html',
	longPolling = true,
	allowFaults = false,
	faults: orderedFaults,
	seed,
	onFault,
	maxRunningJobs = 20_000,
	limits: otherLimits,
	realTime: realTimeOptions,
}: LocalServerOptions): Promise<LocalServer> => {
	const [firstRecogniser] = recognisers;
	if (!firstRecogniser) {
		throw new RangeError('A local server needs at least one recogniser.');
	}

	const faultOptions = readFaultOptions(orderedFaults, seed);
	const faults = createFaultPlan({...faultOptions, onFault});
	const limits = {...serverLimits, ...otherLimits};
	const keys = createKeys(apiKey, nowMs);
	const store = createJobStore(nowMs);
	const audioStore = createAudioStore();
	const shared = {recognisers, decoder, audioStore, nowMs, timeScale};
	const runner = createJobRunner({...shared, store, jobSeconds, limits});
	const realTime = createRealTimeApi({
		...realTimeOptions,
		keys,
		recognisers,
		decoder,
		allowFaults,
		faults,
		limits,
	});
	const routes = batchRoutes({
		...shared,
		keys,
		store,
		runner,
		longPolling,
		authErrors,
		maxRunningJobs,
		limits,
	});

	const responder = {routes, faults, allowFaults, timers: systemTimers, limits, keys};
	const server = createServer(httpLimits(limits), (message, response) => {
		void respond(message, response, responder);
	});
	server.maxConnections = limits.connections;
	server.on('upgrade', (message, socket, head) => {
		try {
			checkCaller(message);
			realTime.upgrade(message, socket, head);
		} catch (error) {
			refuseUpgrade(socket, error, limits.lingerMs);
		}
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');

	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		apiKey,
		batchUrl: `http://${host}/v2`,
		realTimeUrl: `ws://${host}/v2`,
		managementUrl: `http://${host}/v1`,
		recogniser: firstRecogniser.id,
		faultLog: faults.log,
		...(orderedFaults !== undefined && {faultSeed: faultOptions.seed}),
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			realTime.close();
			await Promise.all([closed, runner.close()]);
			await audioStore.close();
		},
	};
};

const httpLimits = ({headerBytes, headersMs, requestMs}: ServerLimits) => ({
	maxHeaderSize: headerBytes,
	headersTimeout: headersMs,
	requestTimeout: requestMs,
	shouldUpgradeCallback: ({headers}: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket', // Not HTTP/2.
	connectionsCheckingInterval: Math.ceil(headersMs / 4), // Times are only kept as often as they are looked at.
});
