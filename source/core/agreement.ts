import {alignWords, countEdits} from './alignment.js';
import {normaliseWords, type ScorableWord} from './normalise/normalise.js';

/**
How alike two transcripts are: 1 − the word edit distance between them / the longer one's length, after
normalisation. It says nothing about which of them is right: both can be wrong alike.

For finished transcripts. While words still arrive, see `updateAgreement`.

@returns From 0 to 1; 1 when both are empty.
*/
export const agreement = (
	first: readonly ScorableWord[],
	second: readonly ScorableWord[],
	language: string,
): number => {
	const firstWords = normaliseWords(first, language);
	const secondWords = normaliseWords(second, language);
	const distance = countEdits(alignWords(firstWords, secondWords));
	return shareEqual(distance, firstWords.length, secondWords.length);
};

/**
The agreement that follows from a distance and two lengths.
*/
export const shareEqual = (distance: number, firstCount: number, secondCount: number): number => {
	const longer = Math.max(firstCount, secondCount);
	return longer === 0 ? 1 : 1 - distance / longer;
};
