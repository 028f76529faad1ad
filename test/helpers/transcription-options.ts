import type {TranscriptionOptions} from '../../source/core/transcription-options.js';

/**
What a user gets who asks for nothing special.
*/
export const plainOptions: TranscriptionOptions = {
	language: 'en',
	model: 'enhanced',
	diarization: 'none',
	maxDelaySeconds: 1,
	maxDelayMode: 'flexible',
	vocabulary: [],
};
