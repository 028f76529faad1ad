import type {RealtimeServerMessage} from '@speechmatics/real-time-client';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {comparisonText} from '../../source/commands/comparison-text.js';
import {initialRunState, type RunEvent, type RunState, reduceRun} from '../../source/core/run-state.js';
import {sanitise} from '../../source/core/sanitise.js';
import {formats} from '../../source/formats/formats.js';
import {toTranscriptEvent} from '../../source/speechmatics/batch-transcript.js';
import {toRealTimeEvent} from '../../source/speechmatics/messages.js';
import {warningOf} from '../../source/terminal/run-progress.js';
import {createTranscriptWriter} from '../../source/terminal/transcript-writer.js';
import {finishedComparison} from '../helpers/comparison.js';
import {plainOptions} from '../helpers/transcription-options.js';
import {escapes} from './escapes.js';

/**
Text that tries to steer a terminal, among any other text.
*/
const anyText = fc.oneof(
	fc.string({unit: 'binary', maxLength: 12}),
	fc.constantFrom('\u{1B}[2J', '\u{9B}31m', '\u{1B}]0;title\u{7}', 'word', 'ok.', '\u{202E}txt', '\0', '‹›'),
);

/**
Anything where something else was promised.
*/
const wrong = fc.oneof(
	fc.jsonValue({maxDepth: 1}),
	fc.constantFrom(Number.NaN, -1, 1e308, undefined, null, '1', [], {}),
);

const mostly = <Value>(value: fc.Arbitrary<Value>) =>
	fc.oneof({weight: 5, arbitrary: value}, {weight: 1, arbitrary: wrong});

const seconds = mostly(fc.double({min: 0, max: 100, noNaN: true}));

const result = mostly(
	fc.record(
		{
			type: mostly(fc.constantFrom('word', 'punctuation', 'entity', 'speaker_change')),
			start_time: seconds,
			end_time: seconds,
			attaches_to: mostly(fc.constantFrom('previous', 'next', 'both', 'none')),
			is_eos: mostly(fc.boolean()),
			channel: mostly(anyText),
			alternatives: mostly(
				fc.array(
					mostly(
						fc.record(
							{content: mostly(anyText), confidence: seconds, speaker: mostly(anyText)},
							{requiredKeys: []},
						),
					),
					{maxLength: 2},
				),
			),
		},
		{requiredKeys: []},
	),
);

const message = fc.record(
	{
		message: fc.constantFrom(
			'RecognitionStarted',
			'AddPartialTranscript',
			'AddTranscript',
			'AddTranscript',
			'EndOfUtterance',
			'Warning',
			'Info',
			'New',
		),
		results: mostly(fc.array(result, {maxLength: 4})),
		metadata: mostly(fc.record({start_time: seconds, end_time: seconds}, {requiredKeys: []})),
		channel: mostly(anyText),
		reason: mostly(anyText),
		type: mostly(anyText),
		id: wrong,
		language_pack_info: mostly(fc.record({word_delimiter: mostly(anyText)}, {requiredKeys: []})),
	},
	{requiredKeys: ['message']},
);

/**
All texts that users get to see of a run.
*/
const textsOf = (run: RunState): readonly string[] => {
	const words = {batch: run.batch.words, 'real-time': [...run.realTime.finals]};
	return [
		comparisonText(
			{
				comparison: {...finishedComparison, run},
				recording: {name: 'a.wav', seconds: 1, sha256: 'abc'},
				engines: {title: 'local'},
				options: plainOptions,
			},
			80,
		),
		...(['batch', 'real-time'] as const).flatMap(mode =>
			formats.map(format =>
				format.render({
					title: 'a',
					mode,
					language: 'en',
					engine: 'local',
					words: words[mode],
					wordDelimiter: mode === 'batch' ? run.batch.wordDelimiter : run.realTime.wordDelimiter,
					...(mode === 'batch' && {document: run.batch.document}),
				}),
			),
		),
	];
};

describe('whatever a server sends', () => {
	it('in a session: nothing throws, and no text of the run can steer a terminal', () => {
		fc.assert(
			fc.property(fc.array(message, {maxLength: 12}), messages => {
				let written = '';
				const writer = createTranscriptWriter(text => {
					written += text;
				});
				let run = initialRunState;
				const happen = (event: RunEvent) => {
					run = reduceRun(run, event);
					writer.writeComplete(run.realTime);
					written += sanitise(writer.openLine(run.realTime)); // As the output draws it.
				};

				happen({mode: 'real-time', event: {type: 'begun'}, receivedMs: 0});
				for (const [index, sent] of messages.entries()) {
					const event = toRealTimeEvent(sent as unknown as RealtimeServerMessage, 'en');
					if (event) {
						happen({mode: 'real-time', event, receivedMs: index * 10});
						written += sanitise(warningOf({mode: 'real-time', event, receivedMs: 0}) ?? '');
					}
				}

				happen({mode: 'real-time', event: {type: 'finished'}, receivedMs: 1000});
				writer.writeRest(run.realTime);
				expect([written, ...textsOf(run)].flatMap(escapes)).toEqual([]);
			}),
			{numRuns: 3000},
		);
	});

	it('as a transcript of a job: the same', () => {
		const document = fc.record(
			{
				results: mostly(fc.array(result, {maxLength: 8})),
				job: mostly(fc.record({created_at: mostly(anyText)}, {requiredKeys: []})),
				metadata: mostly(
					fc.record(
						{
							created_at: mostly(anyText),
							orchestrator_version: mostly(anyText),
							language_pack_info: mostly(fc.record({word_delimiter: mostly(anyText)}, {requiredKeys: []})),
						},
						{requiredKeys: []},
					),
				),
			},
			{requiredKeys: []},
		);
		fc.assert(
			fc.property(document, sent => {
				const event = toTranscriptEvent(sent as never, 'en');
				const run = [{type: 'begun'} as const, event, {type: 'finished'} as const].reduce(
					(state, next, index) => reduceRun(state, {mode: 'batch', event: next, receivedMs: index}),
					initialRunState,
				);
				expect(textsOf(run).flatMap(escapes)).toEqual([]);
			}),
			{numRuns: 2000},
		);
	});
});
