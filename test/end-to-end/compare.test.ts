import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {AppendList} from '../../source/core/append-list.js';
import {summariseLatencies} from '../../source/core/latency.js';
import {finalSeconds} from '../../source/local/real-time/finaliser-timing.js';
import {heardWords} from '../../source/local/recognisers/replay/heard-words.js';
import {wordTimings} from '../../source/local/recognisers/replay/word-timing.js';
import {loadKnownAudio} from '../../source/local/recognisers/replay.js';
import {root, runDuet, sampleFile} from '../helpers/duet.js';

const assets = path.join(root, 'assets');
const maxDelaySeconds = 2;

/**
The latencies that the local engine's own schedule gives every word of the sample, in milliseconds.
*/
const scheduledLatenciesMs = async (audioSeconds: number) => {
	const [known] = await loadKnownAudio(assets);
	if (!known) {
		throw new Error('Replay knows no audio.');
	}

	const heard = heardWords(known, {
		mode: 'real-time',
		language: 'en',
		model: 'enhanced',
		diarization: true,
		maxDelaySeconds,
		vocabulary: [],
	});
	const timings = wordTimings(heard, maxDelaySeconds);
	const latencies = heard.map(({word: {endSeconds}, first}, index) => {
		const {showSeconds = 0, settleSeconds = 0} = timings[index] ?? {};
		const final = finalSeconds(settleSeconds, endSeconds, maxDelaySeconds);
		return {
			partial: ((first === undefined ? showSeconds : settleSeconds) - endSeconds) * 1000,
			final: (Math.min(final, audioSeconds) - endSeconds) * 1000,
		};
	});
	return {
		partial: summariseLatencies(AppendList.from(latencies.map(({partial}) => partial))),
		final: summariseLatencies(AppendList.from(latencies.map(({final}) => final))),
	};
};

describe('duet compare --json, on the bundled sample at the pace of speech', () => {
	let exitCode: number | null;
	// biome-ignore lint/suspicious/noExplicitAny: The object is what this test is about.
	let report: any;
	beforeAll(async () => {
		const result = await runDuet([
			'compare',
			'--json',
			'--max-delay',
			String(maxDelaySeconds),
			'--max-delay-mode',
			'fixed',
		]);
		exitCode = result.exitCode;
		report = JSON.parse(result.stdout);
	}, 90_000);

	it('is done in both modes', () => {
		expect(exitCode).toBe(0);
		expect([report.version, report.batch.status, report.realtime.status]).toEqual([1, 'done', 'done']);
		expect(report.engine).toMatchObject({kind: 'local', recogniser: 'replay'});
	});

	it('has both transcripts, word by word, with times and speakers', () => {
		for (const {transcript, words} of [report.batch, report.realtime]) {
			expect(transcript).toMatch(/^Good morning, everyone\. Let's begin today's meeting\./);
			expect(words.length).toBeGreaterThan(80);
			expect(words[0]).toMatchObject({text: 'Good', speaker: 'S1', startSeconds: expect.any(Number)});
			const starts = words.map((word: {startSeconds: number}) => word.startSeconds);
			expect(starts).toEqual(starts.toSorted((a: number, b: number) => a - b));
		}
	});

	it('has latencies that agree with the engine’s own schedule to within 50 ms', async () => {
		const scheduled = await scheduledLatenciesMs(report.audio.seconds);
		for (const kind of ['partial', 'final'] as const) {
			for (const figure of ['p50', 'p95'] as const) {
				const difference =
					report.realtime.latencyMs[kind][figure] - (scheduled[kind]?.[figure] ?? Number.NaN);
				expect(Math.abs(difference), `${kind} ${figure}`).toBeLessThanOrEqual(50);
			}

			expect(report.realtime.latencyMs[kind].count).toBe(report.realtime.words.length);
		}
	});

	it('has word error rates against the reference, with the count of its words', () => {
		for (const measured of [report.accuracy.batch, report.accuracy.realtime]) {
			const {wordErrorRate, substitutions, deletions, insertions, referenceCount} = measured;
			expect(wordErrorRate).toBeCloseTo((substitutions + deletions + insertions) / referenceCount, 10);
			expect(wordErrorRate).toBeGreaterThan(0);
			expect(wordErrorRate).toBeLessThan(0.1);
		}
	});

	it('has costs that are seconds × price', () => {
		for (const [{cost}, usdPerHour] of [
			[report.batch, 0.4],
			[report.realtime, 0.43],
		] as const) {
			expect(cost.usdPerHour).toBe(usdPerHour);
			expect(cost.usd).toBeCloseTo((report.audio.seconds / 3600) * usdPerHour, 8);
		}
	});

	it('splits the turnaround into parts that add up to it', () => {
		const parts: number[] = Object.values(report.batch.phasesMs);
		const sum = parts.reduce((total, part) => total + part, 0);
		expect(Math.abs(sum - report.batch.turnaroundMs)).toBeLessThanOrEqual(parts.length);
		expect(report.batch.realTimeFactor).toBeCloseTo(
			report.batch.turnaroundMs / 1000 / report.audio.seconds,
			2,
		);
	});

	it('advises, with reasons', () => {
		expect(report.advice.mode).toBe('batch');
		expect(report.advice.because.length).toBeGreaterThan(1);
	});
});

describe('duet compare', () => {
	it('prints both transcripts, the differences, the table and the verdict on stdout, and nothing else', async () => {
		const {stdout, stderr, exitCode} = await runDuet(['--pace', '25', '--max-delay', '0.7']);
		expect(exitCode).toBe(0);
		expect(stdout.match(/S1: Good morning, everyone\./g)).toHaveLength(2);
		expect(stdout).toMatch(/Where they differ/);
		expect(stdout).toMatch(/^Comparison +Batch +Real-time$/m);
		expect(stdout).toMatch(/^For this audio: batch\.$/m);
		expect(stdout).not.toMatch(/warn|API key/i);
		expect(stderr).toContain('replay');
	});

	it('shows agreement, and does not call it accuracy, where there is no reference', async () => {
		const {stdout} = await runDuet([sampleFile, '--pace', '25']);
		expect(stdout).toMatch(/^Agreement +\d+\.\d % the same as real-time/m);
		expect(stdout).not.toMatch(/^Accuracy/m);
	});
});
