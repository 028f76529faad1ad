import type {VocabularyEntry} from '../../../core/transcription-options.js';
import type {Decoder} from './decoder.js';
import {functionWords} from './function-words.js';
import {soundsOf} from './letter-to-sound.js';
import {plainSpelling} from './plain-spelling.js';

/**
Teaches a decoder the words and phrases of a vocabulary. Each becomes a token, said as it is spelled and as each of its
`soundsLike` is spelled. Words that the dictionary knows stay in it too, as the language model knows when they are said.

@returns What is shown for a token without the number of its way to be said: new ones such as `@12`, and the words of the
dictionary that the vocabulary spells in its own way. What cannot be said in English has no token.
*/
export const addVocabulary = (
	decoder: Decoder,
	entries: readonly VocabularyEntry[],
): ReadonlyMap<string, string> => {
	const lookUp = (word: string): string | undefined =>
		isWord.test(word) ? decoder.pronunciation(word) : undefined;
	const texts = new Map<string, string>();
	const entriesOfText = Map.groupBy(entries, ({content}) => content.trim().replaceAll(/\s+/gv, ' '));
	for (const [text, same] of entriesOfText) {
		const ways = waysToSay([text, ...same.flatMap(({soundsLike = []}) => soundsLike)], lookUp);
		const token = `@${texts.size}`;
		for (const [index, sounds] of ways.entries()) {
			decoder.addWord(index === 0 ? token : `${token}(${index + 1})`, sounds);
			texts.set(token, text);
		}

		const known = plainSpelling(text).toLowerCase();
		if (!functionWords.has(known) && !texts.has(known) && lookUp(known) !== undefined) {
			texts.set(known, text);
		}
	}

	return texts;
};

/**
The dictionary also has tokens for silence and noise, and other ways to say a word, as `the(2)`.
*/
const isWord = /^[a-z](?:[a-z'.\-]*[a-z.])?$/v;

/**
Longer than any word or phrase that is said in one breath.
*/
const maximumSounds = 100;

const waysToSay = (
	spellings: readonly string[],
	lookUp: (word: string) => string | undefined,
): readonly string[] => {
	const ways = spellings.flatMap(spelling => {
		const asWords = piecesOf(spelling)
			.map(piece => lookUp(piece.toLowerCase()) ?? soundsOf(piece))
			.filter(Boolean)
			.join(' ');
		// `IT` is no pronoun, and may be read out.
		return /[A-Z]{2}/v.test(spelling) ? [asWords, soundsOf(spelling)] : [asWords];
	});
	return Array.from(new Set(ways)).filter(way => way !== '' && way.split(' ').length <= maximumSounds);
};

/**
What stands between spaces and hyphens, without the marks around it.
*/
const piecesOf = (spelling: string): readonly string[] =>
	plainSpelling(spelling)
		.split(/[\s\p{Pd}_\/]+/v)
		.map(piece => piece.replaceAll(/^[^A-Za-z\d\&+#%@]+|[^A-Za-z\d\&+#%@]+$/gv, ''));
