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
The fields that may change during a session.
*/
const changeableFields = {
	language: text,
	max_delay: numberWithin(0.7, 4),
	max_delay_mode: oneOf('flexible', 'fixed'),
	audio_filtering_config: objectOf({volume_threshold: numberWithin(0, 100)}),
	enable_partials: flag,
	conversation_config: objectOf({end_of_utterance_silence_trigger: numberWithin(0, 2)}),
};

/**
Labels that the service gives itself cannot be asked for.
*/
const speakerLabel = textLike(
	/^(?!S\d+$|UU$|\s).*\S$/v,
	'a label without spaces at its ends, and neither UU nor like S1',
);

const models = oneOf('standard', 'enhanced', 'melia-1');

/**
The `transcription_config` of StartRecognition.

@see The real-time API reference, with its ranges and defaults.
*/
export const transcriptionConfig = objectOf(
	{
		...changeableFields,
		model: models,
		operating_point: models, // The older name of the model.
		domain: text,
		output_locale: text,
		additional_vocab: listOf(
			anyOf(text, objectOf({content: text, sounds_like: listOf(text)}, ['content'])),
			1000,
		),
		diarization: oneOf('none', 'speaker', 'channel', 'channel_and_speaker'),
		speaker_diarization_config: objectOf({
			max_speakers: integerWithin(2),
			prefer_current_speaker: flag,
			speaker_sensitivity: numberWithin(0, 1),
			get_speakers: flag,
			speakers: listOf(
				objectOf({label: speakerLabel, speaker_identifiers: listOf(text, 50)}, [
					'label',
					'speaker_identifiers',
				]),
				50,
			),
		}),
		channel_diarization_labels: listOf(
			textLike(/^[A-Za-z0-9._]+$/v, 'a label of letters, digits, dots and underscores'),
			2,
		),
		enable_entities: flag,
		punctuation_overrides: objectOf({sensitivity: numberWithin(0, 1), permitted_marks: listOf(text)}),
		transcript_filtering_config: objectOf({
			remove_disfluencies: flag,
			replacements: listOf(objectOf({from: text, to: anything}, ['from', 'to'])),
		}),
		streaming_mode: anything, // Sent by the Python client, documented nowhere.
		ctrl: anything,
	},
	['language'],
);

/**
The `transcription_config` of SetRecognitionConfig: everything else is fixed for the session.
*/
export const changedTranscriptionConfig = objectOf(changeableFields);

export const translationConfig = objectOf({target_languages: listOf(text, 5), enable_partials: flag}, [
	'target_languages',
]);

export const audioEventsConfig = objectOf({types: listOf(oneOf('music', 'laughter', 'applause'))});

/**
Headerless samples, or a file whose format is found from its first bytes.
*/
export const audioFormat: Check = (value, path) => {
	const {type} = isObject(value) ? value : {};
	return (type === 'file' ? fileFormat : rawFormat)(value, path);
};

const fileFormat = objectOf({type: text});

const rawFormat = objectOf(
	{
		type: oneOf('raw', 'file'),
		encoding: oneOf('pcm_s16le', 'pcm_f32le', 'mulaw'),
		sample_rate: integerWithin(1000, 384_000),
	},
	['type', 'encoding', 'sample_rate'],
);
