import {sanitise} from '../core/sanitise.js';
import {fieldOf, textOf} from './outside-value.js';

/**
What stands between the words of a language, as the service says, or else as its helpers assume. Made safe here: it gets into
every text that words are joined to.

@param source - What has the `language_pack_info` of either service.
*/
export const wordDelimiter = (source: unknown, language: string): string =>
	sanitise(
		textOf(fieldOf(source, 'language_pack_info'), 'word_delimiter') ??
			(['cmn', 'ja'].includes(language) ? '' : ' '),
	);
