import type {RealtimeTranscriptionConfig} from '@speechmatics/real-time-client';
import {sampleRateHz} from '../core/audio-source.js';
import {ProblemError} from '../core/problem.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import {additionalVocabulary} from './vocabulary.js';

/**
The options as a real-time session takes them. Here the SDK knows the model by its newer name, and warns on the console
about the older one. Entities are off in both modes, whose documents disagree on the default.

@throws {ProblemError} Of kind `bad-input`, for a setting that only batch has and that cannot be left out.
*/
export const realTimeConfig = ({
	language,
	model,
	diarization,
	maxDelaySeconds,
	maxDelayMode,
	vocabulary,
}: TranscriptionOptions): RealtimeTranscriptionConfig => {
	if (language === 'auto') {
		throw new ProblemError({
			kind: 'bad-input',
			message: 'Real-time cannot find out the language by itself.',
			nextStep: 'Name the language, for example --language en; only batch takes auto.',
		});
	}

	return {
		audio_format: {type: 'raw', encoding: 'pcm_s16le', sample_rate: sampleRateHz},
		transcription_config: {
			language,
			model,
			diarization: diarization === 'channel' ? 'none' : diarization,
			enable_entities: false,
			enable_partials: true,
			max_delay: maxDelaySeconds,
			max_delay_mode: maxDelayMode,
			...additionalVocabulary(vocabulary),
		},
	};
};

/**
What real-time leaves out of the options, in sentences.
*/
export const realTimeWarnings = ({diarization}: TranscriptionOptions): readonly string[] =>
	diarization === 'channel'
		? ['Real-time hears one channel here, so it does not tell channels apart; batch does.']
		: [];
