import {fieldOf, textOf} from './outside-value.js';

/**
What stands between the words of a language, as the service says, or else as its helpers assume.

@param source - What has the `language_pack_info` of either service.
*/
export const wordDelimiter = (source: unknown, language: string): string =>
	textOf(fieldOf(source, 'language_pack_info'), 'word_delimiter') ??
	(['cmn', 'ja'].includes(language) ? '' : ' ');
