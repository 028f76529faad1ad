import {ProblemError} from '../core/problem.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import type {OptionValues} from './options.js';
import {readVocabulary} from './vocabulary-file.js';

/**
What the options ask of a transcription.

@throws {ProblemError} Where the vocabulary cannot be read.
*/
export const transcriptionOptions = async (values: OptionValues): Promise<TranscriptionOptions> => ({
	language: values.language,
	model: values.model,
	diarization: values.diarization,
	maxDelaySeconds: values['max-delay'],
	maxDelayMode: values['max-delay-mode'],
	vocabulary: values.vocab === undefined ? [] : await readVocabulary(values.vocab),
});

/**
The same for audio that is mixed down to one channel, as both modes get it side by side.

@throws {ProblemError} Also where channels are to be told apart.
*/
export const oneChannelOptions = async (values: OptionValues): Promise<TranscriptionOptions> => {
	if (values.diarization === 'channel') {
		throw new ProblemError({
			kind: 'bad-input',
			message: '--diarization channel needs the channels, and this command mixes them down to one.',
			nextStep: 'Use --diarization speaker here, or duet batch, which uploads the file as it is.',
		});
	}

	return transcriptionOptions(values);
};

/**
The settings in one line for people, such as `en · enhanced · max delay 2 s · speakers`.
*/
export const settingsText = (options: TranscriptionOptions): string =>
	[
		options.language,
		options.model,
		`max delay ${options.maxDelaySeconds} s ${options.maxDelayMode}`,
		`diarization ${options.diarization}`,
		...(options.vocabulary.length > 0 ? [`vocabulary of ${options.vocabulary.length}`] : []),
	].join(' · ');
