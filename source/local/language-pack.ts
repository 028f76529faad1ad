/**
What a transcript says about the language it is in, in both APIs.
*/
export type LanguagePackInfo = {
	readonly adapted: boolean;
	readonly itn: boolean;
	readonly language_description: string;
	readonly word_delimiter: string;
	readonly writing_direction: 'left-to-right' | 'right-to-left';
};

/**
What stands between two words of a language.
*/
export const wordDelimiter = (language: string): string => (undelimited.has(language) ? '' : ' ');

/**
The language pack of a language.

@param name - Its English name.
*/
export const languagePackInfo = (language: string, name: string): LanguagePackInfo => ({
	adapted: false,
	itn: true,
	language_description: name,
	word_delimiter: wordDelimiter(language),
	writing_direction: rightToLeft.has(language) ? 'right-to-left' : 'left-to-right',
});

/**
The version that this server gives itself in transcripts and session starts: in the form the service uses, with the
recogniser's name behind it, so that nobody takes a replay for recognition.
*/
export const versionWithRecogniser = (recogniserId: string): string =>
	`2026.06.05+duet+15.11.0 duet-${recogniserId}`;

const undelimited: ReadonlySet<string> = new Set(['cmn', 'ja']);
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ar_en', 'fa', 'he', 'ug', 'ur']);
