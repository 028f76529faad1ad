import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createKeptAudio} from '../../source/speechmatics/kept-audio.js';
import {chunkNumber, createManualAudio} from '../helpers/manual-audio.js';

/**
Something that happens to the audio of a run, in tenths of a second.
*/
const anyStep = fc.oneof(
	fc.record({type: fc.constant('speak' as const), count: fc.integer({min: 1, max: 30})}),
	fc.record({type: fc.constant('read' as const), count: fc.integer({min: 1, max: 30})}),
	fc.record({type: fc.constant('lose' as const)}),
	fc.record({type: fc.constant('release' as const), behind: fc.nat({max: 10})}),
);

const keptCount = 20;
const almostSeconds = 0.001;

/**
Audio of which two seconds are kept, and a session that reads it.
*/
const listen = (isLive: boolean) => {
	const abort = new AbortController();
	const audio = createManualAudio({isLive});
	let coveredSeconds = 0; // By releases and by what was said to be dropped.
	let droppedSeconds = 0;
	let mostSeconds = 0;
	let mostAheadSeconds = 0; // Of what was said to be dropped, before what is kept.
	const kept = createKeptAudio(
		{keptSeconds: keptCount / 10, aheadSeconds: 1},
		{
			kept() {
				mostSeconds = Math.max(mostSeconds, kept.endSeconds - kept.startSeconds);
			},
			dropped(seconds) {
				coveredSeconds += seconds;
				droppedSeconds += seconds;
				mostAheadSeconds = Math.max(mostAheadSeconds, coveredSeconds - kept.startSeconds);
			},
		},
		abort.signal,
	);
	void kept.fill(audio.source);
	let session: {readonly abort: AbortController; readonly chunks: AsyncIterator<{bytes: Uint8Array}>};
	let isReading = false;
	let next: Promise<IteratorResult<{bytes: Uint8Array}>> | undefined;
	let lastNumber: number | undefined;

	const settle = async () =>
		new Promise<undefined>(resolve => {
			setImmediate(() => resolve(undefined));
		});

	return {
		audio,
		kept,
		abort,
		settle,
		droppedSeconds: () => droppedSeconds,

		/**
		Never more is kept than may be, and nothing is said to be dropped that is kept. Looked at in callbacks whose failures nobody
		sees, so it is said here.
		*/
		expectBounds() {
			expect(mostSeconds).toBeLessThanOrEqual(keptCount / 10 + almostSeconds);
			expect(mostAheadSeconds).toBeLessThanOrEqual(almostSeconds);
		},

		/**
		@returns The numbers of the chunks that could be read at once.
		*/
		async read(count: number): Promise<readonly number[]> {
			if (!isReading) {
				const stop = new AbortController();
				session = {
					abort: stop,
					chunks: kept.read(AbortSignal.any([abort.signal, stop.signal]))[Symbol.asyncIterator](),
				};
				isReading = true;
				next = undefined;
				lastNumber = undefined;
			}

			const numbers: number[] = [];
			while (numbers.length < count) {
				next ??= session.chunks.next();
				const result = await Promise.race([next, settle()]);
				if (!result || result.done) {
					break;
				}

				next = undefined;
				const number = chunkNumber(result.value.bytes);
				// What is left out, at the front or in between, was released or said to be dropped.
				if (number !== (lastNumber ?? -1) + 1) {
					expect(number / 10).toBeLessThanOrEqual(coveredSeconds + almostSeconds);
				}

				if (!isLive && lastNumber !== undefined) {
					expect(number).toBe(lastNumber + 1); // It waits until a session has everything.
				}

				lastNumber = number;
				numbers.push(number);
			}

			return numbers;
		},
		async lose(): Promise<void> {
			if (isReading) {
				session.abort.abort();
				await (next ?? session.chunks.return?.());
				isReading = false;
			}
		},

		/**
		As a final does, which covers nothing that its session has not heard.
		*/
		release(wantedSeconds: number): void {
			const heardSeconds = isReading ? ((lastNumber ?? -1) + 1) / 10 : kept.sentSeconds;
			const seconds = Math.min(wantedSeconds, heardSeconds);
			kept.release(seconds);
			coveredSeconds = Math.max(coveredSeconds, seconds);
		},
	};
};

describe('kept audio', () => {
	it('begins each session with the oldest chunk that is not released', async () => {
		const {audio, read, lose, release, abort} = listen(true);
		audio.speak(10);
		expect(await read(8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		release(0.55); // In the middle of a chunk, which is kept.
		await lose();
		audio.speak(2);
		expect(await read(100)).toEqual([5, 6, 7, 8, 9, 10, 11]);
		abort.abort();
	});

	it('leaves a session that hears too slowly with a gap rather than with ever more audio', async () => {
		const {audio, read, droppedSeconds, settle, abort} = listen(true);
		audio.speak(5);
		expect(await read(2)).toEqual([0, 1]);
		audio.speak(30);
		await settle();
		expect((await read(100))[0]).toBe(15);
		expect(droppedSeconds()).toBeCloseTo(1.5); // Also what it has heard, as no final has covered that.
		abort.abort();
	});

	it.each([true, false])('loses nothing in silence, whatever happens (live: %s)', async isLive => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyStep, {maxLength: 30}), async steps => {
				const {audio, kept, read, lose, release, settle, abort, expectBounds} = listen(isLive);
				for (const step of steps) {
					if (step.type === 'speak') {
						audio.speak(step.count);
						await settle();
					} else if (step.type === 'read') {
						await read(step.count);
					} else if (step.type === 'lose') {
						await lose();
					} else {
						release(Math.max(0, kept.sentSeconds - step.behind / 10));
					}
				}

				abort.abort();
				await settle();
				expectBounds();
			}),
			{numRuns: 300},
		);
	});
});
