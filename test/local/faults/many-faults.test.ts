import {setTimeout as sleep} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {WebSocket} from 'ws';
import {type LocalServer, startLocalServer} from '../../../source/local/server.js';
import {jobForm, sixWordWav} from '../../helpers/local-server.js';
import {plainWavDecoder} from '../../helpers/plain-wav.js';
import {endOfStream, silentFrames, startRecognition} from '../../helpers/real-time-client.js';
import {scriptedRecogniser, shipIt} from '../../helpers/scripted-recogniser.js';
import {sixWordRecogniser} from '../../helpers/six-word-recogniser.js';
import {survivableFaults} from '../../helpers/survivable-faults.js';

const startFaulty = async (
	mode: keyof typeof survivableFaults,
	seed: number,
	faults: string = survivableFaults[mode],
): Promise<LocalServer> =>
	startLocalServer({
		recognisers: [mode === 'batch' ? sixWordRecogniser() : scriptedRecogniser(shipIt)],
		decoder: plainWavDecoder,
		jobSeconds: 0,
		timeScale: 100,
		faults,
		seed,
		realTime: {quota: 50, pace: Number.POSITIVE_INFINITY},
	});

/**
A session of twenty seconds by a client that gives up as soon as something is wrong.

@param patienceMs - How long it waits for a sign of life.
@returns Whether it came to its end.
*/
const runSession = async ({apiKey, realTimeUrl}: LocalServer, patienceMs: number): Promise<boolean> =>
	new Promise(resolve => {
		const socket = new WebSocket(realTimeUrl, {
			headers: {authorization: `Bearer ${apiKey}`},
			handshakeTimeout: patienceMs,
		});
		let isWhole = false;
		let watchdog: NodeJS.Timeout | undefined;
		const hear = (): void => {
			clearTimeout(watchdog);
			watchdog = setTimeout(() => socket.terminate(), patienceMs);
		};

		socket.on('open', () => {
			hear();
			socket.send(JSON.stringify(startRecognition()));
		});
		socket.on('message', data => {
			hear();
			const {message} = JSON.parse(String(data)) as {message: string};
			if (message === 'RecognitionStarted') {
				for (const frame of silentFrames(200)) {
					socket.send(frame);
				}

				socket.send(JSON.stringify(endOfStream(200)));
			} else if (message === 'EndOfTranscript') {
				isWhole = true;
				socket.close();
			}
		});
		socket.on('error', () => undefined);
		socket.on('close', () => {
			clearTimeout(watchdog);
			resolve(isWhole);
		});
	});

/**
A job that runs longest is done after a tenth of this. Only the transcript of one that is done can be broken, and to ask
whether it is done would be a request more, with faults of its own.
*/
const doneMs = 250;

/**
Every request of a job's life, once each, whatever comes back.

@returns Whether the transcript came.
*/
const runJob = async ({apiKey, batchUrl}: LocalServer): Promise<boolean> => {
	const ask = async (path: string, init: RequestInit = {}): Promise<Record<string, unknown>> => {
		const response = await fetch(batchUrl + path, {
			...init,
			headers: {authorization: `Bearer ${apiKey}`},
		}).catch(() => undefined);
		return (await response?.json().catch(() => undefined)) ?? {};
	};

	const {id = 'x'} = await ask('/jobs', {
		method: 'POST',
		body: jobForm({type: 'transcription', transcription_config: {language: 'en'}}, sixWordWav),
	});
	await ask(`/jobs/${String(id)}?wait=3`);
	await sleep(doneMs);
	return 'results' in (await ask(`/jobs/${String(id)}/transcript`));
};

const happened = ({faultLog}: LocalServer) => faultLog().map(({spec, occasion}) => `${spec} at ${occasion}`);

describe.each([
	['real-time', runSession],
	['batch', runJob],
] as const)('two hundred faults of %s', (mode, run) => {
	it('leave a server that serves as before', async () => {
		const server = await startFaulty(mode, 20_261_127);
		let wholeCount = 0;
		while (server.faultLog().length < 200) {
			const outcomes = await Promise.all(Array.from({length: 10}, async () => run(server, 300)));
			wholeCount += outcomes.filter(Boolean).length;
		}

		expect(wholeCount).toBeGreaterThan(0);
		const seen = new Set(server.faultLog().map(({spec}) => spec));
		expect(seen.size).toBeGreaterThan(survivableFaults[mode].split(',').length * 0.7);
		let isServed = false;
		while (!isServed) {
			isServed = await run(server, 300);
		}

		await server.close();
	}, 60_000);

	it('are the same again with the same seed, and others with another', async () => {
		// Which comes first, a number of messages or of seconds, is left to chance as in any server.
		const faults = survivableFaults[mode]
			.split(',')
			.filter(fault => !fault.includes('messages'))
			.join(',');
		const runTwelve = async (seed: number) => {
			const server = await startFaulty(mode, seed, faults);
			for (let count = 0; count < 12; count += 1) {
				await run(server, 2000);
			}

			await server.close();
			return happened(server);
		};

		const first = await runTwelve(5);
		expect(first.length).toBeGreaterThan(5);
		expect(await runTwelve(5)).toEqual(first);
		expect(await runTwelve(6)).not.toEqual(first);
	}, 60_000);
});
