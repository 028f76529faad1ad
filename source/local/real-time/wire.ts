/**
The JSON that clients send, once the schema has accepted it. Any field but the required ones may also be null.
*/
export type WireAudioFormat =
	| {readonly type: 'file'}
	| {
			readonly type: 'raw';
			readonly encoding: 'pcm_s16le' | 'pcm_f32le' | 'mulaw';
			readonly sample_rate: number;
	  };

/**
The fields of `transcription_config` that may change during a session.
*/
export type WireSettings = {
	readonly max_delay?: number;
	readonly max_delay_mode?: 'flexible' | 'fixed';
	readonly enable_partials?: boolean;
	readonly conversation_config?: {readonly end_of_utterance_silence_trigger?: number};
};

/**
The fields of `transcription_config` that change what this server does.
*/
export type WireTranscriptionConfig = WireSettings & {
	readonly language: string;
	readonly model?: WireModel;
	readonly operating_point?: WireModel;
	readonly diarization?: 'none' | 'speaker' | 'channel' | 'channel_and_speaker';
	readonly channel_diarization_labels?: readonly string[];
	readonly speaker_diarization_config?: {
		readonly get_speakers?: boolean;
		readonly speakers?: readonly unknown[];
	};
	readonly additional_vocab?: ReadonlyArray<string | WireVocabularyEntry>;
} & WireFilter;

/**
What is taken out of the words, or replaced in them.
*/
export type WireFilter = {
	readonly punctuation_overrides?: {readonly permitted_marks?: readonly string[]};
	readonly transcript_filtering_config?: {
		readonly remove_disfluencies?: boolean;
		readonly replacements?: ReadonlyArray<{readonly from: string; readonly to: string}>;
	};
};

/**
The models there are, of which only the first two are everywhere.
*/
export type WireModel = 'standard' | 'enhanced' | 'melia-1';

/**
An entry of `additional_vocab` in its longer form.
*/
export type WireVocabularyEntry = {readonly content: string; readonly sounds_like?: readonly string[]};

export type WireTranslationConfig = {
	readonly target_languages: readonly string[];
	readonly enable_partials?: boolean;
};

export type WireAudioEventsConfig = {readonly types?: readonly string[]};
