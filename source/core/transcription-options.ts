/**
What a transcription is asked for, in Duet's words. Both modes get the same.
*/
export type TranscriptionOptions = {
	/**
	An ISO language code such as `en`, or `auto` (batch only).
	*/
	readonly language: string;

	/**
	Called "operating point" in older Speechmatics documents.
	*/
	readonly model: 'standard' | 'enhanced';
	readonly diarization: 'none' | 'speaker' | 'channel';

	/**
	Real-time only: the longest wait between the end of a word and its final. From 0.7 to 4.
	*/
	readonly maxDelaySeconds: number;

	/**
	Real-time only: `flexible` may exceed the maximum delay to finish a number or a date.
	*/
	readonly maxDelayMode: 'flexible' | 'fixed';
	readonly vocabulary: readonly VocabularyEntry[];
};

/**
A word that the engine should know, with spellings of how it sounds.
*/
export type VocabularyEntry = {
	readonly content: string;
	readonly soundsLike?: readonly string[];
};
