import {readFile} from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createAudioDecoder} from '../../source/audio/decoder.js';
import {createPacedSource, type PlayableAudio} from '../../source/audio/paced-source.js';
import {bytesPerSecond} from '../../source/core/audio-source.js';
import {initialRealTimeState, type RealTimeState} from '../../source/core/real-time-state.js';
import {reduceRealTime} from '../../source/core/reduce-real-time.js';
import {transcriptText} from '../../source/core/transcript-text.js';
import {createReplayRecogniser, loadKnownAudio} from '../../source/local/recognisers/replay.js';
import {createRealTimeEngine} from '../../source/speechmatics/real-time-engine.js';
import type {RunLimits} from '../../source/speechmatics/run-limits.js';
import {collect} from '../helpers/collect.js';
import {root, sampleFile} from '../helpers/duet.js';
import {startTestServer} from '../helpers/local-server.js';
import {type Harm, startTcpProxy} from '../helpers/tcp-proxy.js';
import {plainOptions} from '../helpers/transcription-options.js';

const clock = {nowMs: () => performance.now()};
const pcm = (await readFile(sampleFile)).subarray(44);
const sample: PlayableAudio = {
	name: 'sample.wav',
	seconds: pcm.byteLength / bytesPerSecond,
	async *openPcm() {
		yield pcm;
	},
};
const recogniser = createReplayRecogniser(await loadKnownAudio(path.join(root, 'assets')));

/**
A loss at a place in the audio.
*/
type Loss = {readonly atSeconds: number; readonly how: Harm; readonly refusals: number};

const quick: Partial<RunLimits> = {
	firstWaitMs: 4,
	longestWaitMs: 20,
	acknowledgeMs: 400,
	endMs: 1000,
	startMs: 2000,
	outageMs: 20_000,
};

/**
A local server that replays the sample, behind a line that can be lost.
*/
const openLine = async () => {
	const {server} = await startTestServer({
		recognisers: [recogniser],
		decoder: createAudioDecoder(),
		realTime: {quota: 100, pace: 60},
	});

	/**
	Streams the sample, and loses the connection at these places.
	*/
	const stream = async (losses: readonly Loss[], options = plainOptions) => {
		const proxy = await startTcpProxy(Number(new URL(server.realTimeUrl).port));
		const engine = createRealTimeEngine({
			...server,
			realTimeUrl: `ws://127.0.0.1:${proxy.port}/v2`,
			clock,
			limits: quick,
		});
		const left = [...losses].sort((a, b) => a.atSeconds - b.atSeconds);
		let state: RealTimeState = initialRealTimeState;
		const {items, error} = await collect(
			engine.transcribe(createPacedSource(sample, {pace: 20, clock}), options, new AbortController().signal),
			event => {
				state = reduceRealTime(state, {event, receivedMs: clock.nowMs()});
				const [next] = left;
				if (next && event.type === 'audio-sent' && event.endSeconds >= next.atSeconds) {
					left.shift();
					proxy.harm(next.how, next.refusals);
				}
			},
		);
		return {state, items, error, text: transcriptText(state.finals)};
	};

	return {stream};
};

const firstSeed = Number(process.env['SEED'] ?? 1);
const seedCount = Number(process.env['SEEDS'] ?? 60);
const atOnce = 6;

const anyLoss = fc.record({
	atSeconds: fc.integer({min: 0, max: Math.floor(sample.seconds * 100)}).map(hundredths => hundredths / 100),
	how: fc.constantFrom<Harm>('reset', 'end', 'freeze'),
	refusals: fc.nat({max: 2}),
});

const lossesOf = (seed: number): readonly Loss[] =>
	fc.sample(fc.array(anyLoss, {minLength: 1, maxLength: 6}), {seed, numRuns: 1})[0] ?? [];

describe('a stream whose connection is lost', () => {
	it('is the same word for word, whenever and however often', async () => {
		const {stream} = await openLine();
		const faultless = await stream([]);
		expect(faultless.error).toBeUndefined();
		expect(faultless.text).toMatch(/^Good morning, everyone.*see you next week\.$/);
		for (let seed = firstSeed; seed < firstSeed + seedCount; seed += atOnce) {
			await Promise.all(
				Array.from({length: atOnce}, async (_, index) => {
					const losses = lossesOf(seed + index);
					const {text, error} = await stream(losses);
					expect({seed: seed + index, losses, error, text}).toEqual({
						seed: seed + index,
						losses,
						error: undefined,
						text: faultless.text,
					});
				}),
			);
		}
	}, 600_000);
});
