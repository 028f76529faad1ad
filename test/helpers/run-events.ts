import fc from 'fast-check';
import type {Problem} from '../../source/core/problem.js';
import type {RunEvent, RunState} from '../../source/core/run-state.js';
import type {Word} from '../../source/core/word.js';

const seconds = fc.oneof(
	fc.integer({min: 0, max: 3000}).map(hundredths => hundredths / 100),
	fc.double({min: 0, max: 30, noNaN: true}),
);

const word: fc.Arbitrary<Word> = fc.record(
	{
		text: fc.oneof(fc.constantFrom('no', 'yes', 'ship', 'it', '.', ','), fc.string({unit: 'binary'})),
		type: fc.constantFrom('word' as const, 'punctuation' as const),
		startSeconds: seconds,
		endSeconds: seconds,
		confidence: fc.double({min: 0, max: 1, noNaN: true}),
		speaker: fc.constantFrom('S1', 'S2'),
		channel: fc.string(),
		attachesTo: fc.constantFrom('previous' as const, 'next' as const, 'both' as const, 'none' as const),
		isEndOfSentence: fc.boolean(),
		session: fc.nat(3),
	},
	{requiredKeys: ['text', 'type', 'startSeconds', 'endSeconds']},
);
const words = fc.array(word, {maxLength: 6});

const problem: fc.Arbitrary<Problem> = fc.record(
	{
		kind: fc.constantFrom('network' as const, 'server' as const, 'interrupted' as const),
		message: fc.string({unit: 'binary'}),
		nextStep: fc.string(),
		isTransient: fc.boolean(),
	},
	{requiredKeys: ['kind', 'message', 'nextStep']},
);

const common = [
	fc.record({type: fc.constant('begun' as const)}),
	fc.record({type: fc.constant('retrying' as const), attempt: fc.nat(), waitMs: fc.nat(), problem}),
	fc.record({type: fc.constant('warned' as const), message: fc.string()}),
	fc.record({type: fc.constant('finished' as const)}),
	fc.record({type: fc.constant('failed' as const), problem}),
] as const;

const batchEvent = fc.oneof(
	...common,
	fc.record({type: fc.constant('submitting' as const), reference: fc.string()}),
	fc.record({type: fc.constant('uploading' as const), sentBytes: fc.nat(), totalBytes: fc.nat()}),
	fc.record({type: fc.constant('job-created' as const), jobId: fc.string()}),
	fc.record({
		type: fc.constant('job-status' as const),
		jobId: fc.string(),
		status: fc.constantFrom('queued' as const, 'running' as const, 'done' as const, 'rejected' as const),
	}),
	fc.record({
		type: fc.constant('transcript' as const),
		words,
		wordDelimiter: fc.constantFrom(' ', ''),
		document: fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)) as unknown), // JSON has no −0.
	}),
);

const part = (type: 'partial' | 'final') =>
	fc.record({type: fc.constant(type), words, startSeconds: seconds, endSeconds: seconds});

const realTimeEvent = fc.oneof(
	...common,
	fc.record({type: fc.constant('connected' as const)}),
	fc.record({type: fc.constant('started' as const), wordDelimiter: fc.constantFrom(' ', '')}),
	{
		weight: 8,
		arbitrary: fc.record({
			type: fc.constant('audio-sent' as const),
			startSeconds: seconds,
			endSeconds: seconds,
			byteCount: fc.constantFrom(1280, 1024),
			capturedMs: fc.oneof(fc.integer({min: 0, max: 30_000}), fc.double({min: 0, max: 30_000, noNaN: true})),
		}),
	},
	{weight: 4, arbitrary: fc.record({type: fc.constant('audio-acknowledged' as const), endSeconds: seconds})},
	{weight: 4, arbitrary: part('partial')},
	{weight: 4, arbitrary: part('final')},
	fc.record({type: fc.constant('end-of-utterance' as const), atSeconds: seconds}),
	fc.record({type: fc.constant('audio-ended' as const)}),
	fc.record({
		type: fc.constant('audio-held' as const),
		sinceMs: fc.double({min: 0, max: 30_000, noNaN: true}),
	}),
	fc.record({type: fc.constant('audio-released' as const)}),
	fc.record({type: fc.constant('audio-kept' as const), endSeconds: seconds, keptSeconds: seconds}),
	fc.record({type: fc.constant('audio-dropped' as const), seconds}),
	fc.record({type: fc.constant('session-resumed' as const), atSeconds: seconds, sentAgainSeconds: seconds}),
);

const receivedMs = fc.double({min: 0, max: 30_000, noNaN: true});

/**
Any event of a run.
*/
const runEvent = fc.oneof(
	fc.record({mode: fc.constant('batch' as const), event: batchEvent, receivedMs}),
	fc.record({mode: fc.constant('real-time' as const), event: realTimeEvent, receivedMs}),
) as fc.Arbitrary<RunEvent>;

/**
Audio at the pace of speech with the jitter of a microphone, none for a file, in chunks of 32 ms.
*/
const speech = fc
	.tuple(
		fc.nat({max: 500}),
		fc.array(fc.double({min: 0, max: 1.5, noNaN: true}), {maxLength: 60}),
		fc.boolean(),
	)
	.map(([startMs, jittersMs, isFile]) =>
		jittersMs.map((jitterMs, index): RunEvent => {
			const capturedMs = startMs + (index + 1) * 32 + (isFile ? 0 : jitterMs);
			return {
				mode: 'real-time',
				receivedMs: capturedMs + 0.1,
				event: {
					type: 'audio-sent',
					startSeconds: index * 0.032,
					endSeconds: (index + 1) * 0.032,
					byteCount: 1024,
					capturedMs,
				},
			};
		}),
	);

/**
Any run: events in no order that makes sense, and stretches of speech among them.
*/
export const runEvents: fc.Arbitrary<readonly RunEvent[]> = fc
	.array(fc.oneof({weight: 5, arbitrary: runEvent.map(event => [event])}, speech), {maxLength: 40})
	.map(parts => parts.flat());

/**
A state as plain values, to be compared.
*/
export const plainState = ({batch, realTime}: RunState) => ({
	batch,
	realTime: {
		...realTime,
		finals: [...realTime.finals],
		latenciesMs: Object.fromEntries(
			Object.entries(realTime.latenciesMs).map(([name, latencies]) => [name, [...latencies]]),
		),
	},
});
