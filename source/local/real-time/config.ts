import type {RawEncoding} from '../../core/audio-decoder.js';
import {toProblem} from '../../core/problem.js';
import type {VocabularyEntry} from '../../core/transcription-options.js';
import {filterWords} from '../transcript-filter.js';
import {RealTimeError} from './errors.js';
import {readField, readOptionalField} from './fields.js';
import type {FinaliserSettings} from './finaliser.js';
import {audioEventsConfig, audioFormat, transcriptionConfig, translationConfig} from './schema.js';
import {changeSettings, defaultSettings} from './settings.js';
import type {
	WireAudioEventsConfig,
	WireAudioFormat,
	WireFilter,
	WireModel,
	WireTranscriptionConfig,
	WireTranslationConfig,
	WireVocabularyEntry,
} from './wire.js';

/**
What a client asked for in StartRecognition, with the defaults of the service filled in.
*/
export type SessionConfig = {
	readonly audio: SessionAudio;
	readonly language: string;
	readonly model: 'standard' | 'enhanced';

	/**
	Whether speakers are told apart; in each channel by itself where there are channels.
	*/
	readonly hasSpeakers: boolean;

	/**
	The labels of the channels, in the channel modes.
	*/
	readonly channels?: readonly string[];
	readonly vocabulary: readonly VocabularyEntry[];

	/**
	Missing where nothing is to be filtered.
	*/
	readonly filter?: WireFilter;
	readonly wantsSpeakersAtEnd: boolean;

	/**
	Whether it brought identifiers of speakers from an earlier session.
	*/
	readonly bringsSpeakers: boolean;
	readonly translation?: {readonly languages: readonly string[]; readonly enablePartials: boolean};

	/**
	The types wanted, or all where there are none. Missing where audio events were not asked for.
	*/
	readonly audioEventTypes?: readonly string[];
	readonly settings: FinaliserSettings;
};

/**
A file whose format its first bytes tell, or headerless mono samples.
*/
export type SessionAudio = {readonly type: 'file'} | ({readonly type: 'raw'} & RawEncoding);

/**
What a StartRecognition message asks for.

@param languages - The codes of the languages that can be recognised.
@param urlLanguage - The language of the path `/v2/<language>`, which must then be the one of the message.
@throws {RealTimeError} With the type and reason to send.
*/
export const readStartRecognition = (
	message: Readonly<Record<string, unknown>>,
	languages: readonly string[],
	urlLanguage?: string,
): SessionConfig => {
	const audio = readField<WireAudioFormat>(message, 'audio_format', audioFormat, 'invalid_audio_type');
	const wire = readField<WireTranscriptionConfig>(message, 'transcription_config', transcriptionConfig);
	const translation = readOptionalField<WireTranslationConfig>(
		message,
		'translation_config',
		translationConfig,
	);
	const audioEvents = readOptionalField<WireAudioEventsConfig>(
		message,
		'audio_events_config',
		audioEventsConfig,
	);
	const diarization = wire.diarization ?? 'none';
	return {
		audio:
			audio.type === 'file'
				? {type: 'file'}
				: {type: 'raw', encoding: audio.encoding, sampleRateHz: audio.sample_rate},
		language: readLanguage(wire.language, languages, urlLanguage),
		model: readModel(wire.model ?? wire.operating_point ?? 'standard'),
		hasSpeakers: diarization.endsWith('speaker'),
		...(diarization.startsWith('channel') && {
			channels: readChannels(wire.channel_diarization_labels ?? []),
		}),
		vocabulary: (wire.additional_vocab ?? []).map(readVocabularyEntry),
		...readFilter(wire),
		wantsSpeakersAtEnd: wire.speaker_diarization_config?.get_speakers ?? false,
		bringsSpeakers: (wire.speaker_diarization_config?.speakers ?? []).length > 0,
		...(translation && {
			translation: {
				languages: [...new Set(translation.target_languages)],
				enablePartials: translation.enable_partials ?? false,
			},
		}),
		...(audioEvents && {audioEventTypes: audioEvents.types ?? []}),
		settings: changeSettings(defaultSettings, wire),
	};
};

const readLanguage = (language: string, languages: readonly string[], urlLanguage?: string): string => {
	if ((urlLanguage ?? language) !== language) {
		throw new RealTimeError(
			'invalid_config',
			`transcription_config.language is ${language}, but the address says ${urlLanguage}.`,
		);
	}

	if (!languages.includes(language)) {
		throw new RealTimeError(
			'invalid_language',
			`The language ${language} is not known here, only ${languages.join(', ')}.`,
		);
	}

	return language;
};

const readModel = (model: WireModel): 'standard' | 'enhanced' => {
	if (model === 'melia-1') {
		throw new RealTimeError('invalid_model', 'The model melia-1 is not available here; use enhanced.');
	}

	return model;
};

/**
Channels without labels are named as batch names them. Real-time has two at most.
*/
const readChannels = (labels: readonly string[]): readonly string[] => {
	if (new Set(labels).size < labels.length) {
		throw new RealTimeError('invalid_config', 'channel_diarization_labels must differ from each other.');
	}

	return labels.length > 0 ? labels : ['Channel 1', 'Channel 2'];
};

/**
A replacement whose pattern is wrong is found here, where filtering no words fails already.
*/
const readFilter = (wire: WireTranscriptionConfig): {readonly filter?: WireFilter} => {
	const {language, punctuation_overrides, transcript_filtering_config} = wire;
	if (!punctuation_overrides && !transcript_filtering_config) {
		return {};
	}

	const filter = {
		...(punctuation_overrides && {punctuation_overrides}),
		...(transcript_filtering_config && {transcript_filtering_config}),
	};
	try {
		filterWords([], language, {language, ...filter});
	} catch (error) {
		throw new RealTimeError('invalid_config', toProblem(error).message, {cause: error});
	}

	return {filter};
};

const readVocabularyEntry = (entry: string | WireVocabularyEntry): VocabularyEntry =>
	typeof entry === 'string'
		? {content: entry}
		: {content: entry.content, ...(entry.sounds_like && {soundsLike: entry.sounds_like})};
