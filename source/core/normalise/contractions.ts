type Rule = readonly [pattern: RegExp, replacement: string];

/**
Sounds that are not words. They are left out of the score.
*/
const fillers = /\b(?:hmm|mhm|mmm|mm|uh|um)\b/gv;

/**
Tried in this order: what is irregular comes before the endings.
*/
const contractions: readonly Rule[] = [
	[/\bwon't\b/gv, 'will not'],
	[/\bcan't\b/gv, 'can not'],
	[/\blet's\b/gv, 'let us'],
	[/\bain't\b/gv, 'aint'],
	[/\by'all\b/gv, 'you all'],
	[/\bi'ma\b/gv, 'i am going to'],
	[/\bma'am\b/gv, 'madam'],
	[/n't\b/gv, ' not'],
	[/'re\b/gv, ' are'],
	[/'s\b/gv, ' is'],
	[/'d\b/gv, ' would'],
	[/'ll\b/gv, ' will'],
	[/'t\b/gv, ' not'],
	[/'ve\b/gv, ' have'],
	[/'m\b/gv, ' am'],
];

/**
"She's been" is "she has been". Only participles that leave no doubt: "he's done" may be either.
*/
const perfectTenses: ReadonlyArray<readonly [next: RegExp, ...rule: Rule]> = [
	[/^(?:been|gone|got)\b/v, /'s$/v, ' has'],
	[/^(?:been|gone|done)\b/v, /'d$/v, ' had'],
];

/**
Spoken short forms, and titles as they are written.
*/
const shortForms: Readonly<Record<string, string>> = {
	coulda: 'could have',
	gonna: 'going to',
	gotta: 'got to',
	imma: 'i am going to',
	shoulda: 'should have',
	wanna: 'want to',
	woulda: 'would have',

	ald: 'alderman',
	assoc: 'associate',
	asst: 'assistant',
	capt: 'captain',
	col: 'colonel',
	dr: 'doctor',
	esq: 'esquire',
	gen: 'general',
	gov: 'governor',
	hon: 'honorable',
	jr: 'junior',
	lt: 'lieutenant',
	mr: 'mister',
	mrs: 'missus',
	pres: 'president',
	prof: 'professor',
	rep: 'representative',
	rev: 'reverend',
	sen: 'senator',
	sr: 'senior',
	st: 'saint',
};

const shortForm = new RegExp(`\\b(?:${Object.keys(shortForms).join('|')})\\b`, 'gv');

/**
A word in lower case with its contractions and titles written out and without fillers.

@param next - The word after it, which can decide what an ending stands for.
*/
export const expandContractions = (word: string, next: string): string => {
	const text = word.replaceAll(fillers, '');
	const expanded = text.includes("'") ? expandApostrophes(text, next) : text;
	return expanded.replaceAll(shortForm, match => `${shortForms[match]} `);
};

const expandApostrophes = (word: string, next: string): string => {
	let text = word;
	for (const [following, pattern, replacement] of perfectTenses) {
		text = following.test(next) ? text.replace(pattern, replacement) : text;
	}

	for (const [pattern, replacement] of contractions) {
		text = text.replaceAll(pattern, replacement);
	}

	return text;
};
