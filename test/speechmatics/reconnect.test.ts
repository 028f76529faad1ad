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
import type {TranscriptionOptions} from '../../source/core/transcription-options.js';
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
	const stream = async (losses: readonly Loss[], options: TranscriptionOptions = plainOptions) => {
		const proxy = await startTcpProxy(Number(new URL(server.realTimeUrl).port));
		const engine = createRealTimeEngine({
			...server,
			realTimeUrl: `ws://127.0.0.1:${proxy.port}/v2`,
			clock,
			limits: quick,
		});
		const left = [...losses].sort((a, b) => a.atSeconds - b.atSeconds);
		let state: RealTimeState = initialRealTimeState;
		let withdrawnCount = 0;
		const {error} = await collect(
			engine.transcribe(createPacedSource(sample, {pace: 20, clock}), options, new AbortController().signal),
			event => {
				const shownCount = state.finals.length + state.partial.length;
				state = reduceRealTime(state, {event, receivedMs: clock.nowMs()});
				withdrawnCount = Math.max(withdrawnCount, shownCount - state.finals.length - state.partial.length);
				const [next] = left;
				if (next && event.type === 'audio-sent' && event.endSeconds >= next.atSeconds) {
					left.shift();
					proxy.harm(next.how, next.refusals);
				}
			},
		);
		return {state, withdrawnCount, error, text: transcriptText(state.finals)};
	};

	return {stream};
};

/**
As many as are wanted: a longer search is `SEED=1000 SEEDS=500 npx vitest run test/speechmatics/reconnect.test.ts`.
*/
const firstSeed = Number(process.env['SEED'] ?? 1);
const seedCount = Number(process.env['SEEDS'] ?? 12);
const atOnce = 12;

const anyLoss = fc.record({
	atSeconds: fc.integer({min: 0, max: Math.floor(sample.seconds * 100)}).map(hundredths => hundredths / 100),
	how: fc.constantFrom<Harm>('reset', 'end', 'freeze'),
	refusals: fc.nat({max: 2}),
});

const lossesOf = (seed: number): readonly Loss[] =>
	fc.sample(fc.array(anyLoss, {minLength: 1, maxLength: 6}), {seed, numRuns: 1})[0] ?? [];

const waysToListen: readonly TranscriptionOptions[] = [
	plainOptions,
	{...plainOptions, maxDelaySeconds: 0.7, maxDelayMode: 'fixed'},
	{...plainOptions, maxDelaySeconds: 4},
	{...plainOptions, diarization: 'speaker'},
];

describe('the sample, streamed through a line that is lost at random', () => {
	it('is the same word for word, at the same times', async () => {
		const {stream} = await openLine();
		const faultless = await Promise.all(waysToListen.map(async options => stream([], options)));
		for (const {error, text} of faultless) {
			expect(error).toBeUndefined();
			expect(text).toMatch(/^Good morning, everyone.*see you next week\.$/);
		}

		const check = async (seed: number): Promise<void> => {
			const losses = lossesOf(seed);
			const way = seed % waysToListen.length;
			const {text, error, state, withdrawnCount} = await stream(losses, waysToListen[way]);
			expect({seed, losses, error, text}).toEqual({
				seed,
				losses,
				error: undefined,
				text: faultless[way]?.text,
			});
			const finals = [...state.finals];
			const difference = finals.map(({startSeconds, endSeconds}, index) => {
				const other = faultless[way]?.state.finals.at(index);
				return Math.max(
					Math.abs(startSeconds - (other?.startSeconds ?? 0)),
					Math.abs(endSeconds - (other?.endSeconds ?? 0)),
				);
			});
			expect(Math.max(...difference), `seed ${seed}`).toBeLessThanOrEqual(0.08); // Two steps of the wire's grid.
			expect(state.sentSeconds).toBeCloseTo(sample.seconds);
			expect(withdrawnCount).toBeLessThanOrEqual(3); // What was on show stays there, whatever happens behind it.
			expect(state.droppedSeconds).toBe(0);
			expect(state.latenciesMs.final.length).toBe(finals.filter(({type}) => type === 'word').length);
			expect(state.resumptions.length).toBeGreaterThan(0);
			for (const {speaker, session} of finals) {
				expect(speaker?.split('.')[1]).toBe(
					waysToListen[way]?.diarization === 'speaker' ? session?.toString() : undefined,
				);
			}
		};

		for (let seed = firstSeed; seed < firstSeed + seedCount; seed += atOnce) {
			await Promise.all(Array.from({length: atOnce}, async (_, index) => check(seed + index)));
		}
	}, 600_000);
});
