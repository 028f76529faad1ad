import {beforeAll, describe, expect, it} from 'vitest';
import type {Mode} from '../../source/core/mode.js';
import type {Hypothesis, Recogniser} from '../../source/core/recogniser.js';
import {noise, silence} from '../local/recognisers/degrade.js';
import {collect} from './collect.js';
import {
	audioToleranceSeconds,
	finalWords,
	foundInOrder,
	sequenceFaults,
	settledWords,
	wordFaults,
} from './hypotheses.js';
import {openRawClient, startRecognition} from './real-time-client.js';
import {startRealTimeServer} from './real-time-server.js';
import {createEar, type Ear, type Heard} from './recogniser-ear.js';
import {endlessly, inItems, watchAudio} from './watched-audio.js';

/**
What is put to the test.
*/
export type RecogniserSpecimen = {
	/**
	Called once, before the tests.
	*/
	readonly create: () => Recogniser | Promise<Recogniser>;

	/**
	Some seconds of 16 kHz speech in the first of its languages, and words that it must hear in them, in lower case and in
	their order. It may hear others besides.
	*/
	readonly speech: {readonly samples: Int16Array; readonly words: readonly string[]};

	/**
	How long one test may take, in which the speech is recognised twice at the most. Default: 20 s.
	*/
	readonly timeoutMs?: number;
};

/**
What every recogniser must do, as `core/recogniser` says it: the specifications of a `describe` block.
*/
export const describeRecogniser = (
	name: string,
	{create, speech, timeoutMs = 20_000}: RecogniserSpecimen,
): void => {
	describe(`${name}, like every recogniser,`, {timeout: timeoutMs}, () => {
		let recogniser: Recogniser;
		let ear: Ear;
		let heard: Record<Mode, Heard>;

		beforeAll(async () => {
			recogniser = await create();
			ear = createEar(recogniser);
			heard = {
				'real-time': await ear.hear(speech.samples, 'real-time'),
				batch: await ear.hear(speech.samples, 'batch', [16_000]),
			};
		}, timeoutMs);

		it('says what it is, what it knows, and what it keeps up with', () => {
			const {id, title, languages, capacity} = recogniser;
			expect(id).toMatch(/^[a-z][\da-z\-]*$/v);
			expect(title).toMatch(/^\S.*\S$/v);
			expect(Object.keys(languages)).not.toEqual([]);
			expect(Object.values(languages).filter(language => language.trim() === '')).toEqual([]);
			const counts = Object.values<number>(capacity ?? {});
			expect(counts.filter(count => !Number.isInteger(count) || count < 1)).toEqual([]);
		});

		it('is not asked about a language that it does not know', async () => {
			let wasAsked = false;
			const watched: Recogniser = {
				...recogniser,
				recognise(...request) {
					wasAsked = true;
					return recogniser.recognise(...request);
				},
			};
			const {url} = await startRealTimeServer({recognisers: [watched]});
			const client = await openRawClient(url);
			client.send(startRecognition({language: 'tlh'}));
			expect(await client.until('Error')).toMatchObject({type: 'invalid_language'});
			expect(wasAsked).toBe(false);
		});

		it('knows its speech, where it knows only some', async ({skip}) => {
			const audio = watchAudio(inItems(speech.samples, [1600]));
			const isKnown = recogniser.knows?.(audio, ear.language, new AbortController().signal);
			skip(isKnown === undefined, 'It has words for any speech.');
			expect(await isKnown).toBe(true);
			await audio.left;
		});

		it('asks for the first audio when it is ready, and has no words before', async () => {
			const gate = Promise.withResolvers<void>();
			// biome-ignore lint/correctness/useYield: it is to end without an item.
			const nothing = async function* (): AsyncIterable<Int16Array> {
				await gate.promise;
			};
			const audio = watchAudio(nothing());
			const said: Hypothesis[] = [];
			const ended = collect(ear.listen(audio, 'real-time'), hypothesis => said.push(hypothesis));
			await Promise.race([audio.asked, ended]);
			expect(audio.wasAsked()).toBe(true);
			expect(said.flatMap(({words}) => words)).toEqual([]);

			gate.resolve();
			expect((await ended).error).toBeUndefined();
		});

		it('hears the words of its speech', () => {
			const live = finalWords(heard['real-time'].hypotheses);
			expect(foundInOrder(live, speech.words)).toEqual(speech.words);
			const recorded = settledWords(heard.batch.hypotheses);
			expect(foundInOrder(recorded, speech.words)).toEqual(speech.words);
		});

		it.each([1, 160, 4001])('has a hypothesis for each item of audio (of %i samples)', async length => {
			const samples = speech.samples.subarray(0, 200 * length);
			const {hypotheses, itemCount} = await ear.hear(samples, 'real-time', [length]);
			expect(hypotheses.length).toBeGreaterThanOrEqual(itemCount);
		});

		it('settles on the same words however long the items are', async () => {
			const odd = await ear.hear(speech.samples, 'real-time', [1, 48_000, 160, 2, 333, 16_000, 1, 4001]);
			expect(texts(odd)).toEqual(texts(heard['real-time']));
		});

		it('keeps two streams at once apart', async () => {
			const [spoken, silent] = await Promise.all([
				ear.hear(speech.samples, 'real-time'),
				ear.hear(new Int16Array(speech.samples.length), 'real-time'),
			]);
			expect(texts(spoken)).toEqual(texts(heard['real-time']));
			expect(allWords(silent)).toEqual([]);
		});

		it('says in batch only what is settled', () => {
			expect(heard.batch.hypotheses.filter(({isSettled}) => !isSettled)).toEqual([]);
		});

		describe.each<Mode>(['real-time', 'batch'])('(%s)', mode => {
			it('places its words in the audio heard, in their order, and never where others are settled', () => {
				const {hypotheses} = heard[mode];
				expect(wordFaults(hypotheses)).toEqual([]);
				expect(sequenceFaults(hypotheses)).toEqual([]);
			});

			it('names no speakers where that was not asked for', () => {
				expect(allWords(heard[mode]).filter(({speaker}) => speaker !== undefined)).toEqual([]);
			});

			it('ends settled, at the end of the audio', () => {
				expect(heard[mode].hypotheses.at(-1)?.isSettled).toBe(true);
				expect(heard[mode].offSeconds).toBeLessThanOrEqual(audioToleranceSeconds);
			});

			it.each([
				['silence', silence(3)],
				['no audio', silence(0)],
				['one sample', speech.samples.subarray(0, 1)],
				['10 ms', speech.samples.subarray(0, 160)],
			])('has no words for %s', async (_what, samples) => {
				const heardThere = await ear.hear(samples, mode);
				expect(allWords(heardThere)).toEqual([]);
				expect(heardThere.offSeconds).toBeLessThanOrEqual(audioToleranceSeconds);
			});

			it('has some words for mere noise, or none, or refuses it and says what to do', async () => {
				const {items, error} = await collect(
					ear.listen(watchAudio(inItems(noise(48_000, 0.3), [1600])), mode),
				);
				const refusal = {problem: {kind: 'rejected', nextStep: expect.stringMatching(/\S/v)}};
				expect(error ?? refusal).toMatchObject(refusal);
				expect(wordFaults(items)).toEqual([]);
			});

			it.each([0, 15])('ends when it is stopped after %i items, and leaves the audio', async itemCount => {
				const stop = new AbortController();
				const stopThere = (count: number): void => {
					if (count === itemCount) {
						stop.abort();
					}
				};
				const audio = watchAudio(endlessly(speech.samples), stopThere);
				const ended = collect(ear.listen(audio, mode, stop.signal));
				stopThere(0);
				await ended;
				expect(stop.signal.aborted).toBe(true);
				await (audio.wasAsked() ? audio.left : undefined);
			});
		});
	});
};

const allWords = ({hypotheses}: Heard) => hypotheses.flatMap(({words}) => words);

const texts = ({hypotheses}: Heard): readonly string[] => settledWords(hypotheses).map(({text}) => text);
