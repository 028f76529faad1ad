import type {Clock} from '../core/clock.js';
import type {BatchEngine, RealTimeEngine} from '../core/engine.js';
import {ProblemError} from '../core/problem.js';
import type {InjectedFault} from '../local/faults/fault-plan.js';
import type {LocalServer} from '../local/server.js';
import {addressesOf, chooseEngine, type EngineKind} from './choose-engine.js';
import {type ExpectedAudio, openLocalRecogniser} from './local-recogniser.js';
import type {OptionValues} from './options.js';
import {recogniserNote} from './recogniser-note.js';

/**
Where transcriptions run, and what is said about it.
*/
export type Engines = AsyncDisposable & {
	readonly kind: EngineKind;

	/**
	As shown to users: `cloud (eu)`, `local (replay)`.
	*/
	readonly title: string;

	/**
	Only of the local server: the cloud recognises by itself. `auto` where it is decided for each recording anew.
	*/
	readonly recogniser?: string;
	readonly batchUrl: string;
	readonly realTimeUrl: string;

	/**
	What the user should know about the choice, in sentences.
	*/
	readonly notes: readonly string[];
	readonly batch: BatchEngine;
	readonly realTime: RealTimeEngine;
};

/**
Opens the engines that the options ask for: the user's own addresses, else the cloud where a key is set, else the
local server, which is started here and ends with them.

@param expected - What is to be transcribed, if it is only this: the local recogniser is chosen for it.
@throws {ProblemError} Where the cloud is asked for and there is no key, an address is none, or no local recogniser has
words for the recording.
*/
export const openEngines = async (
	values: OptionValues,
	clock: Clock,
	expected?: ExpectedAudio,
): Promise<Engines> => {
	const kind = chooseEngine(values);
	return kind === 'local' ? openLocal(values, clock, expected) : openRemote(values, clock, kind);
};

const openRemote = async (
	values: OptionValues,
	clock: Clock,
	kind: 'cloud' | 'on-premises',
): Promise<Engines> => {
	const apiKey = values['api-key'];
	const {askRecogniser, createBatchEngine, createRealTimeEngine, resolveEndpoints} = await loadClients();
	const {batchUrl, realTimeUrl, managementUrl, warnings} = resolveEndpoints(addressesOf(values));
	const key = apiKey !== undefined && {apiKey};
	const recogniser = kind === 'on-premises' ? await askRecogniser(batchUrl) : undefined;
	const ownTitle = `own server (${[hostsText(batchUrl, realTimeUrl), recogniser].filter(Boolean).join(', ')})`;
	return {
		kind,
		title: kind === 'on-premises' ? ownTitle : `cloud (${values.region})`,
		...(recogniser !== undefined && {recogniser}),
		batchUrl,
		realTimeUrl,
		notes: [...warnings, ...(recogniser === undefined ? [] : [recogniserNote(recogniser)])],
		batch: createBatchEngine({...key, batchUrl, clock}),
		realTime: createRealTimeEngine({...key, realTimeUrl, managementUrl, clock}),
		async [Symbol.asyncDispose]() {
			// Nothing is kept open between runs.
		},
	};
};

const hostsText = (...urls: readonly string[]): string =>
	[...new Set(urls.map(url => new URL(url).host))].join(', ');

const openLocal = async (
	values: OptionValues,
	clock: Clock,
	expected: ExpectedAudio | undefined,
): Promise<Engines> => {
	const [server, {createBatchEngine, createRealTimeEngine}] = await Promise.all([
		openLocalServer(values, expected),
		loadClients(),
	]);
	const {apiKey, batchUrl, realTimeUrl, managementUrl, recogniser} = server;
	return {
		kind: 'local',
		title: `local (${recogniser})`,
		recogniser,
		batchUrl,
		realTimeUrl,
		notes: [
			...(values['api-key'] === undefined
				? ['No API key is set: using the local server. Set SPEECHMATICS_API_KEY for the cloud.']
				: []),
			recogniserNote(recogniser),
		],
		batch: createBatchEngine({apiKey, batchUrl, clock}),
		realTime: createRealTimeEngine({apiKey, realTimeUrl, managementUrl, clock}),
		async [Symbol.asyncDispose]() {
			await server.close();
		},
	};
};

/**
The clients and the server are loaded only where they are used: they are most of the program's weight.
*/
const loadClients = async () => {
	const [{createBatchEngine}, {createRealTimeEngine}, {resolveEndpoints}, {askRecogniser}] =
		await Promise.all([
			import('../speechmatics/batch-engine.js'),
			import('../speechmatics/real-time-engine.js'),
			import('../speechmatics/endpoints.js'),
			import('../speechmatics/ask-recogniser.js'),
		]);
	return {askRecogniser, createBatchEngine, createRealTimeEngine, resolveEndpoints};
};

/**
Starts the local server with the recogniser that the options ask for.

@param expected - What is to be transcribed, if it is only this.
@param onFault - Told of each fault of `--fault` as it happens.
@throws {ProblemError} Of kind `bad-input`, where another program has the port, no recogniser serves, or a fault is none.
*/
export const openLocalServer = async (
	values: OptionValues,
	expected?: ExpectedAudio,
	onFault?: (injected: InjectedFault) => void,
): Promise<LocalServer> => {
	const [{createAudioDecoder}, {startLocalServer}, {parseFaults}, recogniser] = await Promise.all([
		import('../audio/decoder.js'),
		import('../local/server.js'),
		import('../local/faults/parse-faults.js'),
		openLocalRecogniser(values, expected),
	]);
	const {fault, seed} = values;
	const faults = fault === undefined ? undefined : parseFaults(fault, '--fault');
	try {
		return await startLocalServer({
			recognisers: [recogniser],
			decoder: createAudioDecoder(),
			port: values.port,
			realTime: {quota: realTimeQuota, pace: Number.POSITIVE_INFINITY},
			...(values['job-seconds'] !== undefined && {jobSeconds: values['job-seconds']}),
			...(faults && {faults}),
			...(seed !== undefined && {seed}),
			...(onFault && {onFault}),
		});
	} catch (error) {
		throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portInUse(values.port, error) : error;
	}
};

/**
As many sessions at once as a paid plan has, where the service's free one would refuse the third.
*/
const realTimeQuota = 50;

const portInUse = (port: number, cause: unknown): ProblemError =>
	new ProblemError(
		{
			kind: 'bad-input',
			message: `Port ${port} is in use by another program.`,
			nextStep: 'Choose another --port, or leave it out for a free one.',
		},
		{cause},
	);
