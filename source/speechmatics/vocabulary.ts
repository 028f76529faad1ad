import type {VocabularyEntry} from '../core/transcription-options.js';

/**
The custom dictionary as both services take it: nothing at all when it is empty, as it delays the start of a session.
*/
export const additionalVocabulary = (vocabulary: readonly VocabularyEntry[]) =>
	vocabulary.length === 0
		? {}
		: {
				additional_vocab: vocabulary.map(({content, soundsLike}) => ({
					content,
					...(soundsLike && soundsLike.length > 0 && {sounds_like: [...soundsLike]}),
				})),
			};
