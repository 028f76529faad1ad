/**
A piece of text on its way through the normaliser, and the words it came from. "it's" becomes two tokens from one
word, "twenty six" one token from two.
*/
export type Token = {
	readonly text: string;

	/**
	Indexes of the first and the last word it came from.
	*/
	readonly firstWord: number;
	readonly lastWord: number;
};

/**
Several neighbouring tokens as one, with another text.
*/
export const joinTokens = (tokens: readonly Token[], text: string): Token => ({
	text,
	firstWord: Math.min(...tokens.map(token => token.firstWord)),
	lastWord: Math.max(...tokens.map(token => token.lastWord)),
});

const bracketed = /[<\[][^>\]]*[>\]]|\([^\)]+\)/gv;
const curlyApostrophe = /[\u2018\u2019\u02BC]/gv;

// A contraction that stands apart ("it 's") belongs to the word before it.
const chunk = /\S+(?:\s+'(?:all|d|ll|m|ma|re|s|t|ve)(?=[\s\p{P}]|$))?/gv;
const hidden = '\u{0}';

/**
Words as tokens, without what stands in brackets, which may begin in one word and end in another.
*/
export const readTokens = (words: readonly string[]): readonly Token[] => {
	const text = words.join(' ').replaceAll(curlyApostrophe, "'");
	// Hiding keeps every offset, and so the way back to the words.
	const visible = text.replaceAll(bracketed, match => hidden.repeat(match.length));
	const wordAt = offsetsToWords(words);
	return visible
		.matchAll(chunk)
		.map(match => ({
			text: match[0].replaceAll(hidden, ''),
			firstWord: wordAt(match.index),
			lastWord: wordAt(match.index + match[0].length - 1),
		}))
		.filter(token => token.text !== '')
		.toArray();
};

/**
@returns Which word holds an offset of the text that joins them by single spaces. To be asked in rising order.
*/
const offsetsToWords = (words: readonly string[]): ((offset: number) => number) => {
	let index = 0;
	let endOffset = words[0]?.length ?? 0;
	return offset => {
		while (offset >= endOffset && index < words.length - 1) {
			index += 1;
			endOffset += 1 + (words[index]?.length ?? 0);
		}

		return index;
	};
};
