import {plainSpelling} from './plain-spelling.js';
import {spellingRules} from './spelling-rules.js';
import {soundsOfName} from './spoken-names.js';

/**
How a spelling that is in no dictionary may be said in English. About one sound in seven is not what the dictionary of
the model has for its words, mostly vowels.

@returns The sounds of that dictionary (ARPAbet without stress), such as `K AE T`. Empty where nothing in it can be said.
*/
export const soundsOf = (spelling: string): string =>
	plainSpelling(spelling)
		.replaceAll("'", '')
		.matchAll(pieces)
		.map(({0: piece}) => soundsOfPiece(piece))
		.toArray()
		.flat()
		.join(' ');

/**
Initialisms with their plural, words, the parts of names such as `GitHub`, numbers, and signs that have a name.
*/
const pieces = /[A-Z]{2,}s?(?![a-z])|(?:Ma?c)?[A-Z]?[a-z]+|[A-Z]|\d+|[&+#%@]/gv;

const soundsOfPiece = (piece: string): readonly string[] => {
	if (!isReadOut(piece)) {
		return soundsOfWord(piece.toLowerCase());
	}

	if (/^\d/v.test(piece)) {
		return [soundsOfName(piece)];
	}

	const hasPlural = /^[A-Z]{2,}s$/v.test(piece);
	const names = Array.from(hasPlural ? piece.slice(0, -1) : piece, name => soundsOfName(name.toLowerCase()));
	return hasPlural ? [...names, 'Z'] : names;
};

/**
Whether it is said letter by letter: a single one, up to three capitals, or no vowel in it.
*/
const isReadOut = (piece: string): boolean => /^(?:.|[A-Z]{2,3}s?|[^aeiouyAEIOUY]*)$/v.test(piece);

const soundsOfWord = (word: string): readonly string[] => {
	const sounds: string[] = [];
	let index = 0;
	while (index < word.length) {
		const rule = ruleAt(word, index);
		for (const sound of rule?.sounds ?? []) {
			if (sound !== sounds.at(-1) || isVowel(sound)) {
				sounds.push(sound); // Two letters for one consonant, as in `butter`.
			}
		}

		index += rule?.letters.length ?? 1;
	}

	return sounds;
};

const isVowel = (sound: string): boolean => /^[AEIOU]/v.test(sound);

type Rule = {
	readonly pattern: RegExp;
	readonly letters: string;
	readonly sounds: readonly string[];
};

const ruleAt = (word: string, index: number): Rule | undefined =>
	rules.get(word.charAt(index))?.find(({pattern}) => {
		pattern.lastIndex = index;
		return pattern.test(word);
	});

const asClasses = (pattern: string): string =>
	pattern.replaceAll('V', '[aeiouy]').replaceAll('C', '[b-df-hj-np-tv-xz]');

const toRule = (line: string): Rule => {
	const {before = '', letters = '', after = '', sounds = ''} = ruleParts.exec(line)?.groups ?? {};
	return {
		pattern: new RegExp(`(?<=${asClasses(before)})${letters}(?=${asClasses(after)})`, 'vy'),
		letters,
		sounds: sounds.split(' ').filter(Boolean),
	};
};

const ruleParts = /^(?<before>[^\(]*)\((?<letters>[a-z]+)\)(?<after>\S*)(?<sounds>.*)$/v;

const rules: ReadonlyMap<string, readonly Rule[]> = Map.groupBy(
	spellingRules
		.trim()
		.split(/\s*[;\n]\s*/v)
		.map(toRule),
	({letters}) => letters.charAt(0),
);
