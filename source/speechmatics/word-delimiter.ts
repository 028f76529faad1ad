/**
What stands between the words of a language, as the service says, or else as its helpers assume.

@param languagePack - The `language_pack_info` of either service.
*/
export const wordDelimiter = (
	languagePack: {readonly word_delimiter?: string} | undefined,
	language: string,
): string => languagePack?.word_delimiter ?? (['cmn', 'ja'].includes(language) ? '' : ' ');
