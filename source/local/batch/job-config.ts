import {jobRejected} from '../http/http-error.js';
import {jobConfigSchema} from './job-config-schema.js';

/**
What a job asks for, as it is on the wire; the fields that this server acts on. Checked against the schema.
*/
export type JobConfig = {
	readonly type: 'transcription';
	readonly transcription_config: BatchTranscriptionConfig;
	readonly fetch_data?: {readonly url: string; readonly auth_headers?: readonly string[]};
	readonly notification_config?: NotificationConfig | readonly NotificationConfig[];
	readonly tracking?: Readonly<Record<string, unknown>>;
	readonly output_config?: {
		readonly srt_overrides?: {readonly max_line_length?: number; readonly max_lines?: number};
	};
	readonly translation_config?: {readonly target_languages: readonly string[]};
	readonly language_identification_config?: {
		readonly expected_languages?: readonly string[];
		readonly default_language?: string;
	};
	readonly summarization_config?: object;
	readonly sentiment_analysis_config?: object;
	readonly topic_detection_config?: {readonly topics?: readonly string[]};
	readonly auto_chapters_config?: object;
	readonly audio_events_config?: {readonly types?: readonly string[]};
};

export type BatchTranscriptionConfig = {
	/**
	A language code, or `auto`.
	*/
	readonly language: string;
	readonly model?: 'standard' | 'enhanced';

	/**
	The older name of the model.
	*/
	readonly operating_point?: 'standard' | 'enhanced';
	readonly diarization?: 'none' | 'speaker' | 'channel';
	readonly channel_diarization_labels?: readonly string[];
	readonly speaker_diarization_config?: {readonly get_speakers?: boolean};
	readonly additional_vocab?: ReadonlyArray<
		string | {readonly content: string; readonly sounds_like?: readonly string[]}
	>;
	readonly punctuation_overrides?: {readonly permitted_marks?: readonly string[]};
	readonly transcript_filtering_config?: {
		readonly remove_disfluencies?: boolean;
		readonly replacements?: ReadonlyArray<{readonly from: string; readonly to: string}>;
	};
};

export type NotificationConfig = {
	readonly url: string;
	readonly method?: 'post' | 'put';
	readonly contents?: readonly string[];
	readonly auth_headers?: readonly string[];
};

/**
Reads the `config` part of a job.

Fields that are null count as missing, and unknown ones are ignored but shown again.

@param languages - The codes of the languages that can be recognised.
@throws {HttpError} 400, saying what is wrong with it.
*/
export const readJobConfig = (text: string, languages: readonly string[]): JobConfig => {
	const config = parse(text);
	const problem = jobConfigSchema(config, 'config') ?? problemOf(config as JobConfig, languages);
	if (problem !== undefined) {
		throw jobRejected(problem);
	}

	return {...(config as JobConfig), type: 'transcription'};
};

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text, (_key, value: unknown) => value ?? undefined);
	} catch (error) {
		throw jobRejected(error instanceof Error ? error.message : 'It is not JSON.');
	}
};

/**
What is wrong between the fields, where each is well formed.
*/
const problemOf = (config: JobConfig, languages: readonly string[]): string | undefined => {
	const {language, model, operating_point, output_locale} =
		config.transcription_config as BatchTranscriptionConfig & {
			readonly output_locale?: string;
		};
	if (model !== undefined && operating_point !== undefined) {
		return 'model and operating_point are two names of one setting. Give only model.';
	}

	if (((model ?? operating_point) as string | undefined) === 'melia-1') {
		return 'The model melia-1 is not available here. Use standard or enhanced.';
	}

	if (language === 'auto') {
		const unknown = (config.language_identification_config?.expected_languages ?? []).filter(
			expected => !languages.includes(expected),
		);
		if (unknown.length > 0) {
			return `Language(s) [${unknown.join(', ')}] are not supported for language id.`;
		}

		return output_locale === undefined ? undefined : 'output_locale cannot be used with the language auto.';
	}

	return languages.includes(language)
		? undefined
		: `The language ${language} is not known here, only ${languages.join(', ')}.`;
};
