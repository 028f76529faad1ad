import {alignWords, countSteps} from './alignment.js';
import {
	normalisation,
	normaliseWords,
	type ScorableWord,
	type ScoringUnit,
	scoringUnit,
} from './normalise/normalise.js';

/**
How far a transcript is from what was said.
*/
export type WordErrorRate = {
	/**
	Substitutions, deletions and insertions per reference word. Can exceed 1: insertions have no bound.
	*/
	readonly rate: number;
	readonly substitutions: number;
	readonly deletions: number;
	readonly insertions: number;

	/**
	How many words, or characters, the reference has after normalisation.
	*/
	readonly referenceCount: number;
	readonly unit: ScoringUnit;
	readonly normalisation: {readonly name: string; readonly version: number};
};

/**
The word error rate of a transcript, or the character error rate in a language without spaces between words.

@param reference - What was said, as text.
@param hypothesis - What the engine heard, as text or as a transcript's words.
@throws {RangeError} When normalisation leaves nothing of the reference: the rate is a division by its length.
*/
export const wordErrorRate = (
	reference: string,
	hypothesis: string | readonly ScorableWord[],
	language: string,
): WordErrorRate => {
	const said = normaliseWords([{text: reference}], language);
	if (said.length === 0) {
		throw new RangeError('The reference has no words to compare with.');
	}

	const heard = normaliseWords(typeof hypothesis === 'string' ? [{text: hypothesis}] : hypothesis, language);
	const {substitution, deletion, insertion} = countSteps(alignWords(said, heard));
	return {
		rate: (substitution + deletion + insertion) / said.length,
		substitutions: substitution,
		deletions: deletion,
		insertions: insertion,
		referenceCount: said.length,
		unit: scoringUnit(language),
		normalisation,
	};
};
