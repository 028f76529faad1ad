/**
A spelling in the letters that the dictionary has: without accents, and with straight apostrophes. Capitals stay.
*/
export const plainSpelling = (spelling: string): string =>
	spelling
		.replaceAll(/[ßæœøłđðþıÆŒØŁĐÐÞ’]/gv, letter => plainLetters[letter] ?? letter)
		.normalize('NFKD')
		.replaceAll(/\p{M}/gv, '');

/**
What does not come apart into a letter and an accent.
*/
const plainLetters: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'th',
	þ: 'th',
	ı: 'i',
	Æ: 'Ae',
	Œ: 'Oe',
	Ø: 'O',
	Ł: 'L',
	Đ: 'D',
	Ð: 'Th',
	Þ: 'Th',
	'’': "'",
};
