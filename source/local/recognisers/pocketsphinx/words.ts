import type {Word} from '../../../core/word.js';
import type {Segment} from './decoder.js';

/**
Where the tokens of an utterance stand in the stream, and how they read.
*/
export type Reading = {
	/**
	Where the utterance begins in the audio.
	*/
	readonly offsetSeconds: number;

	/**
	What is shown for tokens of the additional vocabulary.
	*/
	readonly texts: ReadonlyMap<string, string>;

	/**
	Whether the first word begins a sentence.
	*/
	readonly beginsSentence: boolean;
};

/**
The words among the tokens, as they are read: without the number of the way a word was said, without silence and noises,
and a capital at the beginning of a sentence. The language model has no marks and no numerals, so there are none.
*/
export const toWords = (
	segments: readonly Segment[],
	{offsetSeconds, texts, beginsSentence}: Reading,
): readonly Word[] =>
	segments.filter(isWord).map(({token, startSeconds, endSeconds, posterior}, index) => {
		const own = texts.get(withoutVariant(token)); // Written as the user writes it, wherever it stands.
		const text = own ?? pronoun(withoutVariant(token));
		return {
			text: index === 0 && beginsSentence && own === undefined ? capitalised(text) : text,
			type: 'word',
			startSeconds: offsetSeconds + startSeconds,
			endSeconds: offsetSeconds + endSeconds,
			...(posterior !== undefined && {confidence: Math.max(0, Math.min(1, posterior))}),
		};
	});

/**
The full stop after the last word of an utterance. It means that there was a pause, no more.
*/
export const fullStop = (word: Word): Word => ({
	text: '.',
	type: 'punctuation',
	startSeconds: word.endSeconds,
	endSeconds: word.endSeconds,
	confidence: word.confidence ?? 1,
	attachesTo: 'previous',
	isEndOfSentence: true,
});

/**
Whether the token is a word: silence is `<sil>`, noises are `[NOISE]` or `++BREATH++`.
*/
export const isWord = ({token}: Segment): boolean => !/^(?:<.*>|\[.*\]|\+\+.*\+\+)$/v.test(token);

const withoutVariant = (token: string): string => token.replace(/\(\d+\)$/v, '');

const pronoun = (text: string): string => (/^i(?:'|$)/v.test(text) ? capitalised(text) : text);

const capitalised = (text: string): string => {
	const [first = ''] = text;
	return first.toUpperCase() + text.slice(first.length);
};
