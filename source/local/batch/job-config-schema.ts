import {
	anyOf,
	anything,
	type Check,
	flag,
	integerWithin,
	isObject,
	listOf,
	numberWithin,
	objectOf,
	oneOf,
	text,
	textLike,
} from '../json-checks.js';

/**
An object in which other fields are ignored. Clients send fields that mean nothing in a job, such as `enable_partials`
from a configuration that both modes share, and newer ones know more than this server.
*/
const openObject =
	(fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
	(value, path) =>
		objectOf(fields, required)(
			isObject(value)
				? Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(fields, name)))
				: value,
			path,
		);

const models = oneOf('standard', 'enhanced', 'melia-1');

const headers = listOf(textLike(/^[\w\-]+:.*$/v, 'of the form Name: value'));

const vocabularyEntry = anyOf(text, openObject({content: text, sounds_like: listOf(text)}, ['content']));

/**
The `transcription_config` of a job.

@see The batch API reference, with its ranges.
*/
const transcriptionConfig = openObject(
	{
		language: text,
		model: models,
		operating_point: models,
		domain: text,
		output_locale: text,
		additional_vocab: listOf(vocabularyEntry, 1000),
		punctuation_overrides: openObject({sensitivity: numberWithin(0, 1), permitted_marks: listOf(text)}),
		diarization: oneOf('none', 'speaker', 'channel'),
		channel_diarization_labels: listOf(
			textLike(/^[A-Za-z0-9._]+$/v, 'a label of letters, digits, dots and underscores'),
			100,
		),
		speaker_diarization_config: openObject({
			speaker_sensitivity: numberWithin(0, 1),
			prefer_current_speaker: flag,
			get_speakers: flag,
			speakers: listOf(anything, 50),
		}),
		enable_entities: flag,
		transcript_filtering_config: openObject({
			remove_disfluencies: flag,
			replacements: listOf(openObject({from: text, to: anything}, ['from', 'to'])),
		}),
		audio_filtering_config: openObject({volume_threshold: numberWithin(0, 100)}),
		language_hints: listOf(text),
		language_hints_strict: flag,
	},
	['language'],
);

const notification = openObject(
	{
		url: text,
		method: oneOf('post', 'put'),
		contents: listOf(
			oneOf(
				'jobinfo',
				'transcript',
				'transcript.json-v2',
				'transcript.txt',
				'transcript.srt',
				'data',
				'text',
			),
		),
		auth_headers: headers,
	},
	['url'],
);

/**
The `config` part of a job.

@see The batch API reference. Only jobs of type `transcription` are taken: alignment is by arrangement there, too.
*/
export const jobConfigSchema = openObject(
	{
		type: oneOf('transcription'),
		transcription_config: transcriptionConfig,
		fetch_data: openObject({url: text, auth_headers: headers}, ['url']),
		notification_config: anyOf(notification, listOf(notification, 3)), // The Python client sends one by itself.
		tracking: openObject({title: anything, reference: anything, tags: listOf(text), details: anything}),
		output_config: openObject({
			srt_overrides: openObject({max_line_length: integerWithin(1), max_lines: integerWithin(1)}),
		}),
		translation_config: openObject({target_languages: listOf(text, 5)}, ['target_languages']),
		language_identification_config: openObject({
			expected_languages: listOf(text),
			low_confidence_action: oneOf('allow', 'reject', 'use_default_language'),
			default_language: text,
		}),
		summarization_config: openObject({
			content_type: oneOf('auto', 'informative', 'conversational'),
			summary_length: oneOf('brief', 'detailed'),
			summary_type: oneOf('paragraphs', 'bullets'),
		}),
		sentiment_analysis_config: openObject({}),
		topic_detection_config: openObject({topics: listOf(text)}),
		auto_chapters_config: openObject({}),
		audio_events_config: openObject({types: listOf(oneOf('music', 'laughter', 'applause'))}),
	},
	['transcription_config'],
);
