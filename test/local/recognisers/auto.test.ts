import {describe, expect, it} from 'vitest';
import {ProblemError} from '../../../source/core/problem.js';
import type {Hypothesis, Recogniser, RecogniserOptions} from '../../../source/core/recogniser.js';
import {transcriptText} from '../../../source/core/transcript-text.js';
import {createAutoRecogniser} from '../../../source/local/recognisers/auto.js';
import {collect} from '../../helpers/collect.js';
import {scriptedRecogniser} from '../../helpers/scripted-recogniser.js';
import {word} from '../../helpers/words.js';
import {between, joined, reversed, silence} from './degrade.js';
import {batchText, optionsWith, replay, sample} from './listen.js';

const script = [word('one', 0.2, 0.5), word('two', 1, 1.3), word('three', 3, 3.4)];

/**
Hears the script in any audio, and keeps a list of the streams it was asked for and how they ended.
*/
const scripted = (changes: Partial<Recogniser> = {}) => {
	const log: string[] = [];
	const {recognise, ...rest} = scriptedRecogniser(script, {languages: {en: 'English', de: 'German'}});
	const general: Recogniser = {
		...rest,
		async *recognise(audio, options, signal) {
			log.push('asked');
			signal.addEventListener('abort', () => log.push('aborted'));
			try {
				yield* recognise(audio, options, signal);
			} finally {
				log.push('ended');
			}
		},
		capacity: {batch: 2, 'real-time': 2},
		...changes,
	};
	return {general, log};
};

/**
Audio in chunks of 40 ms, which notes whether it was let go.
*/
const chunks = (samples: Int16Array, log: string[] = []) => ({
	async *[Symbol.asyncIterator]() {
		try {
			for (let from = 0; from < samples.length; from += 640) {
				log.push('read');
				yield samples.subarray(from, from + 640);
			}
		} finally {
			log.push('let go');
		}
	},
});

const hear = async (
	recogniser: Recogniser,
	samples: Int16Array,
	options: Partial<RecogniserOptions> = {},
): Promise<readonly Hypothesis[]> => {
	const signal = new AbortController().signal;
	const {items, error} = await collect(recogniser.recognise(chunks(samples), optionsWith(options), signal));
	if (error !== undefined) {
		throw error;
	}

	return items;
};

const settledText = (all: readonly Hypothesis[]): string =>
	transcriptText(all.filter(({isSettled}) => isSettled).flatMap(({words}) => words));

const namesOf = (all: readonly Hypothesis[]) =>
	new Set(all.filter(({words}) => words.length > 0).map(({recogniserId}) => recogniserId));

const unknown = reversed(sample);

it('knows the languages of both, and keeps up with as much as the slower one', () => {
	const auto = createAutoRecogniser(replay, scripted().general);
	expect(auto.id).toBe('auto');
	expect(auto.languages).toEqual({de: 'German', en: 'English'});
	expect(auto.capacity).toEqual({batch: 2, 'real-time': 2});
	expect(auto.knows).toBeUndefined(); // It has words for any speech.
});

it('leaves a language that only one of them knows to that one', async () => {
	for (const mode of ['batch', 'real-time'] as const) {
		const {general} = scripted();
		const all = await hear(createAutoRecogniser(replay, general), sample, {mode, language: 'de'});
		expect(settledText(all)).toBe('one two three');
		expect(namesOf(all)).toEqual(new Set(['scripted']));
	}
});

it('knows what replay knows about its words, and nothing about others', async () => {
	const auto = createAutoRecogniser(replay, scripted().general);
	const words = (await hear(auto, sample, {mode: 'batch'})).flatMap(hypothesis => hypothesis.words);
	expect(auto.annotate?.(words)).toEqual(replay.annotate?.(words));
	expect(auto.annotate?.(script)).toMatchObject({sentiments: [], topics: [], chapters: []});
});

describe('a recording', () => {
	const mode = 'batch';

	it('that is known is replayed, from its start, and the other one is not even asked', async () => {
		const {general, log} = scripted();
		const all = await hear(createAutoRecogniser(replay, general), sample, {mode});
		expect(settledText(all)).toBe(await batchText(sample));
		expect(namesOf(all)).toEqual(new Set(['replay']));
		expect(log).toEqual([]);
	});

	it('that is not known is recognised, from its start', async () => {
		const {general} = scripted();
		const all = await hear(createAutoRecogniser(replay, general), unknown, {mode});
		expect(settledText(all)).toBe('one two three');
		expect(namesOf(all)).toEqual(new Set(['scripted']));
		expect(all.at(-1)?.audioSeconds).toBe(unknown.length / 16_000);
	});

	it('is let go where it is stopped while it is decided', async () => {
		const stop = new AbortController();
		const {general, log} = scripted();
		const read: string[] = [];
		const known: Recogniser = {
			...replay,
			async knows() {
				stop.abort();
				return false;
			},
		};
		const all = createAutoRecogniser(known, general).recognise(
			chunks(sample, read),
			optionsWith({mode}),
			stop.signal,
		);
		expect((await collect(all)).items).toEqual([]);
		expect(log).toEqual([]);
	});
});

describe('a stream', () => {
	it('that is known is replayed, with not a word of the other one', async () => {
		const {general, log} = scripted();
		const all = await hear(createAutoRecogniser(replay, general), sample);
		expect(namesOf(all)).toEqual(new Set(['replay']));
		expect(settledText(all.slice(-1))).toMatch(/see you next week\.$/);
		expect(log).toEqual(['asked', 'aborted', 'ended']);
	});

	it('that is not known is recognised, held back for 1.5 s after the first word', async () => {
		const all = await hear(createAutoRecogniser(replay, scripted().general), unknown);
		expect(namesOf(all)).toEqual(new Set(['scripted']));
		expect(all.find(({words}) => words.length > 0)?.audioSeconds).toBeCloseTo(0.52 + 1.5, 1);
		expect(settledText(all)).toBe('one two three');
	});

	it('goes on after replay refused it', async () => {
		const late = [word('late', 7, 7.5)];
		const general = scriptedRecogniser(late);
		const all = await hear(createAutoRecogniser(replay, general), between(unknown, 2, 12));
		expect(settledText(all)).toBe('late');
	});

	it('has a hypothesis for every item of audio, on a clock that never goes back, the last one settled', async () => {
		for (const samples of [sample, unknown, silence(3), between(unknown, 2, 2.3), between(sample, 0, 2)]) {
			const all = await hear(createAutoRecogniser(replay, scripted().general), samples);
			const clock = all.map(({audioSeconds}) => audioSeconds);
			expect(clock).toEqual(clock.toSorted((one, other) => one - other));
			for (let end = 640; end <= samples.length; end += 640) {
				expect(clock).toContain(end / 16_000);
			}

			expect(all.at(-1)?.isSettled).toBe(true);
		}
	});

	it('that ends before it is decided has the words of the one that has some', async () => {
		const short = await hear(createAutoRecogniser(replay, scripted().general), between(unknown, 2, 2.6));
		expect(settledText(short)).toBe('one');
		const none = await hear(createAutoRecogniser(replay, scripted().general), new Int16Array());
		expect(none.flatMap(({words}) => words)).toEqual([]);
	});

	it('asks for audio only when both are ready', async () => {
		const ready = Promise.withResolvers<void>();
		const {general} = scripted();
		const {recognise} = general;
		const slow: Recogniser = {
			...general,
			async *recognise(...asked) {
				await ready.promise;
				yield* recognise(...asked);
			},
		};
		const read: string[] = [];
		const stream = createAutoRecogniser(replay, slow)
			.recognise(chunks(sample, read), optionsWith(), new AbortController().signal)
			[Symbol.asyncIterator]();
		const first = stream.next();
		await new Promise(setImmediate);
		expect(read).toEqual([]);
		ready.resolve();
		await first;
		expect(read).toEqual(['read']);
		await stream.return?.();
	});

	it('fails where the general one fails', async () => {
		const failing: Recogniser = {
			...scripted().general,
			// biome-ignore lint/correctness/useYield: It fails before.
			async *recognise(audio) {
				for await (const _ of audio) {
					throw new ProblemError({kind: 'server', message: 'The decoder died.', nextStep: 'Try again.'});
				}
			},
		};
		await expect(hear(createAutoRecogniser(replay, failing), unknown)).rejects.toThrow('The decoder died.');
	});

	it('fails with the audio, whoever hears of it first', async () => {
		const broken = async function* (): AsyncIterable<Int16Array> {
			yield between(sample, 0, 0.1);
			throw new Error('The audio is broken.');
		};
		const all = createAutoRecogniser(replay, scripted().general).recognise(
			broken(),
			optionsWith(),
			new AbortController().signal,
		);
		expect((await collect(all)).error).toMatchObject({message: 'The audio is broken.'});
	});

	it.each([
		['before it is decided', joined(silence(30))],
		['once it is replayed', sample],
		['once it is recognised', unknown],
	])('ends with both when it is stopped %s, and lets the audio go', async (_, samples) => {
		const stop = new AbortController();
		const {general, log} = scripted();
		const read: string[] = [];
		const auto = createAutoRecogniser(replay, general);
		const {items} = await collect(
			auto.recognise(chunks(samples, read), optionsWith(), stop.signal),
			({audioSeconds}) => {
				if (audioSeconds >= 5) {
					stop.abort();
				}
			},
		);
		expect(items.at(-1)?.audioSeconds).toBeLessThan(5.2);
		expect(log).toEqual(['asked', 'aborted', 'ended']);
		expect(read.at(-1)).toBe('let go');
	});
});
