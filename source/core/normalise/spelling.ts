import {iseEnding, keepsIse, spellingRules} from './spelling-rules.js';
import {spellingWords} from './spelling-words.js';

/**
The American spelling of a British one, and any other word as it is.

It only has to be the same for both spellings of a word, so a rule may reach further than a dictionary does.
*/
export const toAmericanSpelling = (word: string): string => {
	const singular = word.replace(/s$/v, '');
	const irregular = spellingWords.get(word) ?? spellingWords.get(singular)?.concat('s');
	if (irregular !== undefined) {
		return irregular;
	}

	const spelling = spellingRules.reduce(
		(text, [pattern, replacement]) => text.replace(pattern, replacement),
		word,
	);
	const iseStart = spelling.search(iseEnding);
	const keeps = iseStart === -1 || keepsIse.test(spelling.slice(0, iseStart));
	return keeps ? spelling : spelling.replace(iseEnding, 'iz');
};
