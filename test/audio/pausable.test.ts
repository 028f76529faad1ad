import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {type Pausable, pausableCapture, pausablePlayback} from '../../source/audio/pausable.js';
import type {AudioChunk, AudioSource} from '../../source/core/audio-source.js';
import {type CaptureTimes, capturedAtMs, withChunk} from '../../source/core/capture-times.js';
import {costOf} from '../../source/core/comparison.js';
import {initialRunState, reduceRun} from '../../source/core/run-state.js';
import {collect} from '../helpers/collect.js';
import {countingSamples} from '../helpers/counting-samples.js';
import {inPieces} from '../helpers/pieces.js';

/**
Time that stands still until the test moves it, for timers and clock alike.
*/
beforeEach(() => {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance'], now: 0});
});

afterEach(() => {
	vi.useRealTimers();
});

const never = new AbortController().signal;
const clock = {nowMs: () => performance.now()};
const after = (milliseconds: number) =>
	new Promise<void>(resolve => {
		setTimeout(resolve, milliseconds);
	});
const wait = (milliseconds: number) => after(Math.ceil(milliseconds)); // Fake timers know whole milliseconds.

const chunkMs = 40;
const chunkSamples = 640;
const sampleMs = 1 / 16;

/**
A microphone whose samples count, from 0 at the time it starts. It goes on whether it is listened to or not.
*/
const microphone = (chunkCount: number): AudioSource => ({
	title: 'microphone',
	pace: 1,
	async *chunks(signal) {
		const startMs = clock.nowMs();
		for (let index = 0; index < chunkCount && !signal.aborted; index++) {
			const capturedMs = startMs + (index + 1) * chunkMs;
			await after(Math.max(0, capturedMs - clock.nowMs()));
			yield {
				bytes: countingSamples(index * chunkSamples, chunkSamples),
				startSeconds: (index * chunkMs) / 1000,
				endSeconds: ((index + 1) * chunkMs) / 1000,
				capturedMs,
			};
		}
	},
});

const recordingOf = (chunkCount: number) => ({
	name: 'talk.wav',
	seconds: (chunkCount * chunkMs) / 1000,
	openPcm: () => inPieces(countingSamples(0, chunkCount * chunkSamples), 5000),
});

type Pause = {readonly fromMs: number; readonly untilMs: number};

/**
Plays a source to its end with these pauses.

@param busyMs - How long the reader takes for each chunk.
*/
const play = async (
	{source, pause, resume}: Pausable,
	pauses: readonly Pause[],
	busyMs: readonly number[] = [],
): Promise<readonly AudioChunk[]> => {
	const startMs = clock.nowMs();
	for (const {fromMs, untilMs} of pauses) {
		setTimeout(pause, fromMs - startMs);
		setTimeout(resume, untilMs - startMs);
	}

	const chunks: AudioChunk[] = [];
	const read = async () => {
		for await (const chunk of source.chunks(never)) {
			chunks.push(chunk);
			await after(busyMs[chunks.length % busyMs.length] ?? 0);
		}
	};
	const ended = read();
	await vi.runAllTimersAsync();
	await ended;
	return chunks;
};

const firstSample = ({bytes}: AudioChunk): number => Buffer.from(bytes).readUInt16LE(0);
const samplesOf = (chunks: readonly AudioChunk[]): readonly number[] => chunks.map(firstSample);
const captureTimesOf = (chunks: readonly AudioChunk[]): CaptureTimes => chunks.reduce(withChunk, []);

/**
Each chunk begins where the one before it ended, and is as long as it says.
*/
const expectContinuous = (chunks: readonly AudioChunk[]) => {
	let sentSamples = 0;
	for (const {bytes, startSeconds, endSeconds} of chunks) {
		expect(startSeconds).toBe(sentSamples / 16_000);
		sentSamples += bytes.length / 2;
		expect(endSeconds).toBe(sentSamples / 16_000);
	}
};

/**
Any pattern of pauses, in whole milliseconds, at times of one's own and at those of chunks.
*/
const anyPauses = fc
	.array(fc.oneof(fc.integer({min: 1, max: 200}), fc.constantFrom(40, 80, 120)), {maxLength: 8})
	.map(steps => {
		const times = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
		return times.flatMap((fromMs, index) =>
			index % 2 === 0 ? [{fromMs, untilMs: times[index + 1] ?? fromMs + 50}] : [],
		);
	});

const anyReader = fc.array(fc.integer({min: 0, max: 90}), {minLength: 1, maxLength: 4});

const overlaps = (fromMs: number, toMs: number) => (pause: Pause) =>
	Math.min(toMs, pause.untilMs) > Math.max(fromMs, pause.fromMs);

describe('pausableCapture', () => {
	it('drops what is said in a pause', async () => {
		const chunks = await play(pausableCapture(microphone(6), clock), [{fromMs: 80, untilMs: 160}]);
		expect(samplesOf(chunks)).toEqual([0, 640, 4 * 640, 5 * 640]);
		expect(
			chunks.map(({startSeconds, endSeconds, capturedMs}) => [startSeconds, endSeconds, capturedMs]),
		).toEqual([
			[0, 0.04, 40],
			[0.04, 0.08, 80],
			[0.08, 0.12, 200],
			[0.12, 0.16, 240],
		]);
	});

	it('drops a chunk with only a part in a pause, at either end', async () => {
		const chunks = await play(pausableCapture(microphone(6), clock), [{fromMs: 90, untilMs: 150}]);
		expect(samplesOf(chunks)).toEqual([0, 640, 4 * 640, 5 * 640]);
	});

	it('sends what was captured before a pause, also where the reader asks for it in the pause', async () => {
		const microphoneThatKeeps: AudioSource = {
			title: 'microphone',
			pace: 1,
			async *chunks() {
				yield {bytes: countingSamples(0, 640), startSeconds: 0, endSeconds: 0.04, capturedMs: 40};
				yield {bytes: countingSamples(640, 640), startSeconds: 0.04, endSeconds: 0.08, capturedMs: 80};
			},
		};
		const pausable = pausableCapture(microphoneThatKeeps, clock);
		await vi.advanceTimersByTimeAsync(100);
		pausable.pause();
		const {items} = await collect(pausable.source.chunks(never));
		expect(samplesOf(items)).toEqual([0, 640]);
	});

	it('counts no paused time as latency, and bills only what is sent', async () => {
		const chunks = await play(pausableCapture(microphone(100), clock), [{fromMs: 1000, untilMs: 3000}]);
		let run = reduceRun(initialRunState, {mode: 'real-time', event: {type: 'begun'}, receivedMs: 0});
		for (const {bytes, ...chunk} of chunks) {
			run = reduceRun(run, {
				mode: 'real-time',
				event: {type: 'audio-sent', ...chunk, byteCount: bytes.length},
				receivedMs: chunk.capturedMs,
			});
		}

		// The word ends 0.5 s after the pause, at 3.5 s of the run and 1.5 s of the audio, and is heard 0.7 s later.
		const word = {type: 'word', text: 'yes', startSeconds: 1.2, endSeconds: 1.5} as const;
		const {realTime, ...rest} = reduceRun(run, {
			mode: 'real-time',
			event: {type: 'final', startSeconds: 1.2, endSeconds: 1.5, words: [word]},
			receivedMs: 4200,
		});
		expect([...realTime.latenciesMs.final]).toEqual([expect.closeTo(700)]);
		expect(realTime.sentSeconds).toBe(2);
		const price = {
			mode: 'real-time',
			model: 'enhanced',
			usdPerHour: 3600,
			date: '2026-03-01',
			source: '',
		} as const;
		const comparison = {
			run: {...rest, realTime},
			audioSeconds: 4,
			isLive: true,
			pace: 1,
			model: 'enhanced',
			prices: [price],
			accuracy: {},
		};
		expect(costOf(comparison, 'real-time')?.usd).toBeCloseTo(2);
	});

	it('for any pauses and any reader: sends all that touches no pause, once, continuous, with its true time', async () => {
		await fc.assert(
			fc.asyncProperty(anyPauses, anyReader, async (pauses, busyMs) => {
				const startMs = clock.nowMs();
				const atMs = ({fromMs, untilMs}: Pause) => ({fromMs: startMs + fromMs, untilMs: startMs + untilMs});
				const chunks = await play(pausableCapture(microphone(30), clock), pauses.map(atMs), busyMs);
				const wanted = Array.from({length: 30}, (_, index) => index).filter(
					index => !pauses.some(overlaps(index * chunkMs, (index + 1) * chunkMs)),
				);
				expect(samplesOf(chunks)).toEqual(wanted.map(index => index * chunkSamples));
				expectContinuous(chunks);

				const times = captureTimesOf(chunks);
				for (const chunk of chunks) {
					const middleSeconds = (chunk.startSeconds + chunk.endSeconds) / 2;
					const capturedMs = startMs + (firstSample(chunk) + chunkSamples / 2) * sampleMs;
					expect(capturedAtMs(times, middleSeconds)).toBeCloseTo(capturedMs);
				}
			}),
			{numRuns: 60},
		);
	});
});

describe('pausablePlayback', () => {
	it('holds the recording in a pause, and goes on from there', async () => {
		const pausable = pausablePlayback(recordingOf(5), {pace: 1, clock, wait});
		const chunks = await play(pausable, [{fromMs: 90, untilMs: 1000}]);
		expect(samplesOf(chunks)).toEqual([0, 640, 1280, 1920, 2560]);
		expect(chunks.map(({capturedMs}) => capturedMs)).toEqual([40, 80, 1030, 1070, 1110]);
		expect(clock.nowMs()).toBe(1110);
	});

	it('has the title, the length and the pace of the recording', () => {
		const {source} = pausablePlayback(recordingOf(5), {pace: 2, clock});
		expect(source).toMatchObject({title: 'talk.wav', durationSeconds: 0.2, pace: 2});
	});

	it('can be paused before it starts', async () => {
		const pausable = pausablePlayback(recordingOf(2), {pace: 1, clock, wait});
		pausable.pause();
		const chunks = await play(pausable, [{fromMs: 10, untilMs: 500}]);
		expect(chunks.map(({capturedMs}) => capturedMs)).toEqual([540, 580]);
	});

	it('ends quietly when it is stopped in a pause', async () => {
		const stop = new AbortController();
		const {source, pause, isPaused} = pausablePlayback(recordingOf(5), {pace: 1, clock, wait});
		const collected = collect(source.chunks(stop.signal));
		await vi.advanceTimersByTimeAsync(50);
		pause();
		await vi.advanceTimersByTimeAsync(1000);
		expect(isPaused()).toBe(true);
		expect(vi.getTimerCount()).toBe(0); // It waits without looking at the clock.
		stop.abort();
		await vi.runAllTimersAsync();
		const {items, error} = await collected;
		expect(samplesOf(items)).toEqual([0]);
		expect(error).toBeUndefined();
	});

	it('sends nothing that is due in a pause, also to a reader that is late', async () => {
		const {source, pause, resume} = pausablePlayback(recordingOf(5), {pace: 1, clock, wait});
		const chunks = source.chunks(never)[Symbol.asyncIterator]();
		const first = chunks.next();
		await vi.advanceTimersByTimeAsync(40);
		await first;
		await vi.advanceTimersByTimeAsync(45); // The second is due at 80 ms; nobody has asked for it.
		pause();
		expect(await chunks.next()).toMatchObject({value: {capturedMs: 80}});
		let third: unknown;
		chunks.next().then(result => {
			third = result;
		});
		await vi.advanceTimersByTimeAsync(10_000);
		expect(third).toBeUndefined();
		resume();
		await vi.advanceTimersByTimeAsync(35);
		expect(third).toMatchObject({value: {capturedMs: 10_120}});
	});

	it('for any pauses and any reader: sends all of it, once, continuous, at its time plus the pauses before it', async () => {
		await fc.assert(
			fc.asyncProperty(anyPauses, anyReader, async (pauses, busyMs) => {
				const startMs = clock.nowMs();
				const atMs = ({fromMs, untilMs}: Pause) => ({fromMs: startMs + fromMs, untilMs: startMs + untilMs});
				const pausable = pausablePlayback(recordingOf(30), {pace: 1, clock, wait});
				const chunks = await play(pausable, pauses.map(atMs), busyMs);
				expect(samplesOf(chunks)).toEqual(Array.from({length: 30}, (_, index) => index * chunkSamples));
				expectContinuous(chunks);
				for (const [index, {capturedMs}] of chunks.entries()) {
					const wantedMs = pauses.reduce(
						(dueMs, {fromMs, untilMs}) => (dueMs > fromMs ? dueMs + untilMs - fromMs : dueMs),
						(index + 1) * chunkMs,
					);
					expect(capturedMs - startMs).toBeCloseTo(wantedMs);
				}
			}),
			{numRuns: 60},
		);
	});
});

describe('pause and resume', () => {
	it('do nothing where it is paused, or not paused, already', async () => {
		const pausable = pausableCapture(microphone(4), clock);
		pausable.resume();
		expect(pausable.isPaused()).toBe(false);
		setTimeout(pausable.pause, 100); // In the middle of a pause: it still begins at 80 ms.
		const chunks = await play(pausable, [{fromMs: 80, untilMs: 120}]);
		expect(samplesOf(chunks)).toEqual([0, 640, 1920]);
	});

	it('with no time between them lose nothing', async () => {
		const chunks = await play(pausableCapture(microphone(3), clock), [{fromMs: 60, untilMs: 60}]);
		expect(samplesOf(chunks)).toEqual([0, 640, 1280]);
	});
});
