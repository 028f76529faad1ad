// Letters that Unicode's decomposition leaves whole.
const plainLetters: Readonly<Record<string, string>> = {
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ß: 'ss',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
};

/**
Lower case, without diacritics: "Café" is "cafe". Symbols stay.
*/
export const foldLetters = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/\p{Mn}/gv, '')
		.replaceAll(/[æœøßđðþł]/gv, letter => plainLetters[letter] ?? letter);

/**
English text with a space for every mark and symbol that says nothing about a number. A currency symbol stands apart
from what is before it, as in "us $5", and so does a symbol behind its amount, as in "5 €".
*/
export const blankSymbols = (text: string): string =>
	text
		.replaceAll(/(?<=\d),(?=\d)/gv, '')
		.replaceAll(/\.(?!\d)/gv, ' ')
		.replaceAll(/[[\p{M}\p{S}\p{P}]--[.%$¢€£]]/gv, ' ')
		.replaceAll(/[$¢€£]/gv, ' $&');

/**
Text of any language with a space for every mark and symbol. Combining marks stay: they are vowels in Hindi and Thai.
*/
export const blankAllSymbols = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKC')
		.replaceAll(/[\p{S}\p{P}]/gv, ' ')
		.toLowerCase();
