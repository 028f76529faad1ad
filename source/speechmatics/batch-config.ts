import type {TranscriptionConfig} from '@speechmatics/batch-client';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import {additionalVocabulary} from './vocabulary.js';

/**
The options as a batch job takes them. The model goes by its older name: version 5.1.0 of the SDK types no other, and
older containers know no other.
*/
export const batchConfig = ({
	language,
	model,
	diarization,
	vocabulary,
}: TranscriptionOptions): TranscriptionConfig => ({
	language,
	operating_point: model,
	diarization,
	enable_entities: false,
	...additionalVocabulary(vocabulary),
});
