import {AppendList} from '../../source/core/append-list.js';
import {bytesPerSecond} from '../../source/core/audio-source.js';
import type {Comparison} from '../../source/core/comparison.js';
import {initialRunState} from '../../source/core/run-state.js';
import {word} from './words.js';

const counted = (latencyMs: number, count: number) =>
	AppendList.from(Array.from({length: count}, () => latencyMs));

/**
A finished side-by-side run of 36 s with 100 words, every figure a round one.
*/
export const finishedComparison: Comparison = {
	run: {
		batch: {
			...initialRunState.batch,
			phase: 'done',
			jobId: 'a1b2c3d4e5',
			begunMs: 0,
			jobCreatedMs: 40,
			runningMs: 40,
			noticedMs: 1800,
			transcriptMs: 1830,
			serverMs: 1700,
			words: [word('Ship', 0, 0.4, 'S1')],
		},
		realTime: {
			...initialRunState.realTime,
			phase: 'done',
			begunMs: 0,
			connectedMs: 60,
			startedMs: 90,
			sentSeconds: 36,
			sentBytes: 36 * bytesPerSecond,
			finals: AppendList.from([word('Ship', 0, 0.4)]),
			firstPartialMs: 900,
			firstPartialLatencyMs: 520,
			latenciesMs: {
				partial: counted(480, 98),
				stable: counted(700, 100),
				final: counted(1900, 100),
			},
			partialCount: 120,
			finalCount: 34,
			unstableWordCount: 11,
			finalisedWordCount: 100,
		},
	},
	audioSeconds: 36,
	isLive: false,
	pace: 1,
	model: 'enhanced',
	prices: [
		{mode: 'batch', model: 'enhanced', usdPerHour: 0.4, date: '2026-09-05', source: 'a test'},
		{mode: 'real-time', model: 'enhanced', usdPerHour: 0.43, date: '2026-09-20', source: 'a test'},
	],
	accuracy: {agreement: 0.95},
};

/**
Error rates over 100 reference words.
*/
export const errorsOf = (substitutions: number) => ({
	rate: substitutions / 100,
	substitutions,
	deletions: 0,
	insertions: 0,
	referenceCount: 100,
	unit: 'word' as const,
});
