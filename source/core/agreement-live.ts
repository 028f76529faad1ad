import {shareEqual} from './agreement.js';
import {type AlignmentStep, alignWords, countEdits} from './alignment.js';
import {type NormalisedWord, normaliseWords, type ScorableWord, wordsBefore} from './normalise/normalise.js';

/**
The agreement of two transcripts that still grow.
*/
export type LiveAgreement = {
	/**
	From 0 to 1, as `agreement` has it.
	*/
	readonly agreement: number;

	/**
	What is behind it and will not be looked at again.
	*/
	readonly settled: Settled;
};

/**
A transcript so far: an array, or a list that can be sliced like one.
*/
export type GrowingWords = {readonly slice: (start: number) => readonly ScorableWord[]};

type Settled = {
	/**
	How many words of each transcript it spans, as they came.
	*/
	readonly firstLength: number;
	readonly secondLength: number;

	/**
	How many normalised words that makes, and the distance between them.
	*/
	readonly firstCount: number;
	readonly secondCount: number;
	readonly distance: number;
};

const nothing: Settled = {firstLength: 0, secondLength: 0, firstCount: 0, secondCount: 0, distance: 0};

/**
How many steps may be open before some are settled, how many stay open then, and between how many equal ones the cut
must fall.
*/
const openSteps = 240;
const keptSteps = 120;
const calmSteps = 6;

/**
After this many open steps, as when two transcripts have nothing in common, any place will do for a cut.
*/
const crowdedSteps = 1200;

/**
The agreement of two transcripts so far, from the one before: to be called as finals arrive.

However long the transcripts are, an update works on the open part alone: up to some 240 words a side and the new
ones, 1 to 2 ms. Cuts fall between words that both have, so the result is that of `agreement`, unless the two
transcripts have so little in common that no such place is found for 1,200 words.

@param previous - The result of the call before; nothing at first. Since then the transcripts may only have grown.
@param untilSeconds - How far both modes have heard. Words that start later are left out, or the mode that is behind
would seem to disagree. Infinity when both are done.
*/
export const updateAgreement = (
	previous: LiveAgreement | undefined,
	first: GrowingWords,
	second: GrowingWords,
	untilSeconds: number,
	language: string,
): LiveAgreement => {
	const settled = previous?.settled ?? nothing;
	const firstWords = normaliseWords(wordsUntil(first.slice(settled.firstLength), untilSeconds), language);
	const secondWords = normaliseWords(wordsUntil(second.slice(settled.secondLength), untilSeconds), language);
	const steps = alignWords(firstWords, secondWords);
	return {
		agreement: shareEqual(
			settled.distance + countEdits(steps),
			settled.firstCount + firstWords.length,
			settled.secondCount + secondWords.length,
		),
		settled: settle(settled, steps, firstWords, secondWords),
	};
};

const wordsUntil = (words: readonly ScorableWord[], untilSeconds: number): readonly ScorableWord[] => {
	const end = words.findIndex(word => (word.startSeconds ?? 0) >= untilSeconds);
	return end === -1 ? words : words.slice(0, end);
};

/**
Puts behind all but the end of the open part, if it has grown long.
*/
const settle = (
	settled: Settled,
	steps: readonly AlignmentStep[],
	firstWords: readonly NormalisedWord[],
	secondWords: readonly NormalisedWord[],
): Settled => {
	if (steps.length <= openSteps) {
		return settled;
	}

	let result = settled;
	let [firstCount, secondCount, distance, calm] = [0, 0, 0, 0];
	for (const [index, {kind}] of steps.slice(0, -keptSteps).entries()) {
		firstCount += kind === 'insertion' ? 0 : 1;
		secondCount += kind === 'deletion' ? 0 : 1;
		distance += kind === 'equal' ? 0 : 1;
		calm = kind === 'equal' ? calm + 1 : 0;
		const firstLength = wordsBefore(firstWords, firstCount);
		const secondLength = wordsBefore(secondWords, secondCount);
		const isCalm = calm >= calmSteps / 2 && areEqual(steps.slice(index + 1, index + 1 + calmSteps / 2));
		const isGoodPlace = isCalm || steps.length > crowdedSteps;
		if (isGoodPlace && firstLength !== undefined && secondLength !== undefined) {
			result = {
				firstLength: settled.firstLength + firstLength,
				secondLength: settled.secondLength + secondLength,
				firstCount: settled.firstCount + firstCount,
				secondCount: settled.secondCount + secondCount,
				distance: settled.distance + distance,
			};
		}
	}

	return result;
};

const areEqual = (steps: readonly AlignmentStep[]): boolean => steps.every(step => step.kind === 'equal');
