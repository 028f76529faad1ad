import type {Word} from '../word.js';
import {normaliseBasic, normaliseCharacters} from './basic.js';
import {normaliseEnglish} from './english.js';
import {readTokens, type Token} from './token.js';

/**
The name and version of what is done to texts before their words are compared. Rates with another one are not
comparable with these.

English follows Whisper's English normaliser: github.com/openai/whisper, whisper/normalizers/english.py, release
20250625. On purpose otherwise: curly apostrophes count as straight ones; "a hundred" is 100; "oh" and "o" are a zero
only beside a number; a zero in front stays, so that "007" is "double oh seven"; "point five" and ".5" are 0.5; "$0.5"
is 50 cents; "2 and a half" is 2.5 as "two and a half" is; "5 €" and "76 %" are "€5" and "76%"; a sign or a "point"
needs a number after it; trailing full stops always go; American spelling comes from rules, with some words beyond the
original's list.

As in the original, not matched: "10:30" with "ten thirty", "3rd" with "3", "1, 2, 3" with "one two three", "U.S."
with "US", "-5" with "minus five", "$3.5" with "$3.50"; fractions, Roman numerals, units of measure.

Other languages follow its basic normaliser, except that combining marks stay, as Hindi and Thai fall apart without.
*/
export const normalisation = {name: 'duet-whisper', version: 1} as const;

/**
What is counted in a score.
*/
export type ScoringUnit = 'word' | 'character';

type Normaliser = {
	readonly unit: ScoringUnit;
	readonly apply: (words: readonly Token[]) => readonly Token[];
};

// Chinese and Cantonese under both of their codes, Japanese, Thai, Lao, Burmese, Khmer.
const withoutSpaces: ReadonlySet<string> = new Set(['cmn', 'zh', 'yue', 'ja', 'th', 'lo', 'my', 'km']);

const normaliserFor = (language: string): Normaliser => {
	const code = language.toLowerCase().split(/[_\-]/v, 1)[0] ?? '';
	if (code === 'en') {
		return {unit: 'word', apply: normaliseEnglish};
	}

	return withoutSpaces.has(code)
		? {unit: 'character', apply: normaliseCharacters}
		: {unit: 'word', apply: normaliseBasic};
};

/**
Words, or characters in a language that writes no spaces between words.

@param language - A language code such as `en`, `de` or `cmn_en`; the part before the first mark decides.
*/
export const scoringUnit = (language: string): ScoringUnit => normaliserFor(language).unit;

/**
Text as the words, or characters, that are compared in a score.
*/
export const normaliseForScoring = (text: string, language: string): readonly string[] =>
	normaliserFor(language)
		.apply(readTokens([text]))
		.map(token => token.text);

/**
The part of a word that scoring looks at. A transcript's words are such; so are a reference's, without times.
*/
export type ScorableWord = Pick<Word, 'text'> &
	Partial<Pick<Word, 'type' | 'startSeconds' | 'endSeconds' | 'attachesTo'>>;

/**
A normalised word, with the indexes of the first and last words that it stands for, and their times.
*/
export type NormalisedWord = Token & {readonly startSeconds?: number; readonly endSeconds?: number};

/**
The same as {@link normaliseForScoring} for a transcript, keeping the way back to its words. Punctuation is passed over.
*/
export const normaliseWords = (words: readonly ScorableWord[], language: string): readonly NormalisedWord[] =>
	normaliserFor(language)
		.apply(readTokens(words.map(word => (word.type === 'punctuation' ? '' : word.text))))
		.map(token => {
			const startSeconds = words[token.firstWord]?.startSeconds;
			const endSeconds = words[token.lastWord]?.endSeconds;
			return {
				...token,
				...(startSeconds !== undefined && {startSeconds}),
				...(endSeconds !== undefined && {endSeconds}),
			};
		});

/**
How many original words stand before a place between normalised ones; nothing where that would cut a word.
*/
export const wordsBefore = (words: readonly NormalisedWord[], count: number): number | undefined => {
	const end = (words[count - 1]?.lastWord ?? -1) + 1;
	const start = words[count]?.firstWord ?? end;
	return start < end ? undefined : end;
};
