import type {RealtimeServerMessage} from '@speechmatics/real-time-client';
import {describe, expect, it} from 'vitest';
import {toRealTimeEvent} from '../../source/speechmatics/messages.js';

const event = (message: object, language = 'en') =>
	toRealTimeEvent(message as RealtimeServerMessage, language);
const metadata = {start_time: 0.16, end_time: 0.68, transcript: 'Ship it. '};
const results = [
	{
		type: 'word',
		start_time: 0.16,
		end_time: 0.52,
		alternatives: [{content: 'Ship', confidence: 0.9, speaker: 'S1'}],
	},
	{
		type: 'punctuation',
		start_time: 0.68,
		end_time: 0.68,
		attaches_to: 'previous',
		is_eos: true,
		alternatives: [{content: '.', confidence: 1, speaker: 'S1'}],
	},
];

describe('toRealTimeEvent', () => {
	it('turns a final into words and marks with their times', () => {
		expect(event({message: 'AddTranscript', metadata, results})).toEqual({
			type: 'final',
			startSeconds: 0.16,
			endSeconds: 0.68,
			words: [
				{text: 'Ship', type: 'word', startSeconds: 0.16, endSeconds: 0.52, confidence: 0.9, speaker: 'S1'},
				{
					text: '.',
					type: 'punctuation',
					startSeconds: 0.68,
					endSeconds: 0.68,
					confidence: 1,
					speaker: 'S1',
					attachesTo: 'previous',
					isEndOfSentence: true,
				},
			],
		});
	});

	it('drops the confidence of a partial, which means nothing', () => {
		expect(event({message: 'AddPartialTranscript', metadata, results: [results[0]]})).toEqual({
			type: 'partial',
			startSeconds: 0.16,
			endSeconds: 0.68,
			words: [{text: 'Ship', type: 'word', startSeconds: 0.16, endSeconds: 0.52, speaker: 'S1'}],
		});
	});

	it('keeps empty finals and partials: silence is news too', () => {
		expect(event({message: 'AddTranscript', metadata, results: []})).toMatchObject({
			type: 'final',
			words: [],
		});
		expect(event({message: 'AddPartialTranscript', metadata})).toMatchObject({type: 'partial', words: []});
	});

	it('takes an entity as the one word that is written, and no speaker where it is unknown', () => {
		const entity = {
			type: 'entity',
			start_time: 1,
			end_time: 2,
			entity_class: 'money',
			alternatives: [{content: '$20', confidence: 1, speaker: 'UU'}],
			spoken_form: [],
		};
		expect(event({message: 'AddTranscript', metadata, results: [entity]})).toMatchObject({
			words: [{text: '$20', type: 'word', startSeconds: 1, endSeconds: 2, confidence: 1}],
		});
		expect(event({message: 'AddTranscript', metadata, results: [entity]})).not.toHaveProperty(
			'words.0.speaker',
		);
	});

	it('leaves out results of unknown types and results without a reading', () => {
		const odd = [
			{type: 'speaker_change', start_time: 1, end_time: 1, alternatives: [{content: 'x'}]},
			{type: 'word'},
		];
		expect(event({message: 'AddTranscript', metadata, results: odd})).toMatchObject({words: []});
	});

	it('gives each word the channel of its message', () => {
		expect(event({message: 'AddTranscript', channel: 'left', metadata, results})).toHaveProperty(
			'words.0.channel',
			'left',
		);
	});

	it('takes the times from the words where a server leaves the metadata out', () => {
		expect(event({message: 'AddTranscript', results})).toMatchObject({startSeconds: 0.16, endSeconds: 0.68});
	});

	it('starts with the delimiter of the language', () => {
		expect(event({message: 'RecognitionStarted', id: 'x', language_pack_info: {word_delimiter: ''}})).toEqual(
			{type: 'started', sessionId: 'x', wordDelimiter: ''},
		);
		expect(event({message: 'RecognitionStarted'}, 'ja')).toEqual({type: 'started', wordDelimiter: ''});
		expect(event({message: 'RecognitionStarted'})).toEqual({type: 'started', wordDelimiter: ' '});
	});

	it.each([
		[
			{message: 'EndOfUtterance', metadata: {start_time: 1.44, end_time: 1.44}},
			{type: 'end-of-utterance', atSeconds: 1.44},
		],
		[
			{message: 'Warning', type: 'duration_limit_exceeded', reason: 'Too long'},
			{type: 'warned', message: 'Too long'},
		],
		[
			{message: 'Warning', type: 'speaker_id'},
			{type: 'warned', message: 'speaker_id'},
		],
		[{message: 'Warning'}, {type: 'warned', message: 'The service warns, and does not say of what.'}],
		[{message: 'Info', type: 'recognition_quality', reason: 'r'}, undefined],
		[{message: 'LanguageInfo', language: 'en'}, undefined],
		[{message: 'AddTranslation', language: 'de', results: []}, undefined],
		[{message: 'InventedTomorrow'}, undefined],
	])('turns %j into %j', (message, expected) => {
		expect(event(message)).toEqual(expected);
	});
});
