import {describe, expect, it} from 'vitest';
import {transcriptText} from '../../../source/core/transcript-text.js';
import {heardWords} from '../../../source/local/recognisers/replay/heard-words.js';
import {wordTimings} from '../../../source/local/recognisers/replay/word-timing.js';
import {between} from './degrade.js';
import {batchText, batchWords, hypotheses, knownAudio, optionsWith, replay, sample} from './listen.js';

describe('replay in real time', () => {
	const options = optionsWith();
	const heard = knownAudio.flatMap(known => heardWords(known, options));
	const timings = wordTimings(heard, options.maxDelaySeconds);

	it('shows, settles and marks every word when its timing says so, to within a piece of 40 ms', async () => {
		const all = await hypotheses(sample);
		for (const [index, {word, first, mark}] of heard.entries()) {
			const firstWith = (text: string): number =>
				all.find(({words}) =>
					words.some(shown => shown.endSeconds === word.endSeconds && (text === '' || shown.text === text)),
				)?.audioSeconds ?? Number.NaN;
			const {showSeconds, settleSeconds, markSeconds} = timings[index] ?? expect.fail();
			const endSeconds = sample.length / 16_000;
			const isAt = (seconds: number, shownSeconds: number): void => {
				expect(shownSeconds).toBeGreaterThanOrEqual(Math.min(seconds, endSeconds) - 1e-6);
				expect(shownSeconds).toBeLessThan(seconds + 0.04);
			};

			isAt(showSeconds, firstWith(''));
			const isRightAtOnce = (first ?? word.text).toLowerCase() === word.text;
			isAt(isRightAtOnce ? showSeconds : settleSeconds, firstWith(word.text));
			if (mark) {
				isAt(markSeconds, firstWith(mark.text));
			}
		}
	});

	it('starts with a first shape, without capitals, and settles on the word', async () => {
		const shapes = (await hypotheses(sample)).flatMap(({words}) =>
			words.filter(({startSeconds}) => startSeconds === 2.48).map(({text}) => text),
		);
		expect([...new Set(shapes)]).toEqual(['big', 'begin']);
		const texts = (await hypotheses(sample)).map(({words}) => transcriptText(words));
		expect(texts.find(text => text !== '')).toBe('good');
		expect(texts).toContain('Good morning');
	});

	it('has a hypothesis for every item of audio, whatever its length', async () => {
		for (const chunkLength of [160, 2048, 64_000]) {
			const ends = (await hypotheses(between(sample, 0, 8), {}, chunkLength)).map(one => one.audioSeconds);
			for (let end = chunkLength; end <= 128_000; end += chunkLength) {
				expect(ends).toContain(end / 16_000);
			}
		}
	});

	it('leaves out words older than 10 s, and ends with a settled hypothesis', async () => {
		const all = await hypotheses(sample);
		expect(all.filter(({isSettled}) => isSettled)).toEqual([all.at(-1)]);
		for (const {audioSeconds, words} of all) {
			expect(words.every(({endSeconds}) => endSeconds > audioSeconds - 10)).toBe(true);
		}
	});

	it('ends with the words that were heard but had not shown yet', async () => {
		const all = await hypotheses(between(sample, 0, 3.7));
		expect(transcriptText(all.at(-2)?.words ?? [])).toBe("Good morning, everyone. Let's begin today's");
		expect(transcriptText(all.at(-1)?.words ?? [])).toBe(
			"Good morning, everyone. Let's begin today's meeting.",
		);
	});

	it('says how long nobody has spoken', async () => {
		const silenceAt = new Map(
			(await hypotheses(between(sample, 0, 8))).map(one => [one.audioSeconds, one.silenceSeconds]),
		);
		expect(silenceAt.get(0.32)).toBeCloseTo(0.3, 1);
		expect(silenceAt.get(1.52)).toBe(0);
		expect(silenceAt.get(6.8)).toBeCloseTo(6.8 - 6.28, 2);
		expect(silenceAt.get(7.2)).toBe(0);
	});

	it('ends quietly once it is aborted', async () => {
		const stop = new AbortController();
		const heardSoFar: number[] = [];
		const endless = async function* (): AsyncIterable<Int16Array> {
			for (;;) {
				yield between(sample, 0, 1);
			}
		};
		for await (const {audioSeconds} of replay.recognise(endless(), options, stop.signal)) {
			heardSoFar.push(audioSeconds);
			if (audioSeconds >= 1) {
				stop.abort();
			}
		}

		expect(heardSoFar.at(-1)).toBe(1);
	});
});

describe('replay in batch', () => {
	it('has settled hypotheses only, each continuing the one before', async () => {
		const all = await hypotheses(sample, {mode: 'batch'}, 16_000);
		expect(all.every(({isSettled}) => isSettled)).toBe(true);
		expect(transcriptText(all.flatMap(({words}) => words))).toBe(await batchText(sample));
		expect(all.filter(({words}) => words.length > 0).length).toBeGreaterThan(20);
	});

	it('tells speakers apart only where that is asked for', async () => {
		const speakers = new Set((await batchWords(sample)).map(({speaker}) => speaker));
		expect(speakers).toEqual(new Set(['S1', 'S2']));
		const unknown = await batchWords(sample, {diarization: false});
		expect(unknown.every(word => !('speaker' in word))).toBe(true);
	});
});
