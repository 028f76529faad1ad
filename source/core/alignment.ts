import {anchorCorridor, cellCount, timeCorridor, wholeCorridor} from './alignment-corridor.js';
import {cheapestPath} from './alignment-path.js';

/**
A word to align. Times are a help for long texts; they never decide whether two words are equal.
*/
export type AlignableWord = {
	readonly text: string;

	/**
	On the same axis on both sides.
	*/
	readonly startSeconds?: number;
};

/**
One step on the way from a reference to a hypothesis, with the indexes of the words it takes.
*/
export type AlignmentStep =
	| {
			readonly kind: 'equal' | 'substitution';
			readonly referenceIndex: number;
			readonly hypothesisIndex: number;
	  }
	| {readonly kind: 'deletion'; readonly referenceIndex: number}
	| {readonly kind: 'insertion'; readonly hypothesisIndex: number};

/**
How many table cells, of a byte each, are looked at without a thought: two texts of 2,000 words, 13 minutes of speech.
*/
const smallCellCount = 2 ** 22;

/**
How wide a corridor may be on average before it is given up.
*/
const widestCorridor = 1024;

/**
By how much a word may start before the one in front of it. Overlapping speakers do that.
*/
const toleranceSeconds = 1;

/**
The fewest substitutions, deletions and insertions that turn a reference into a hypothesis (the Levenshtein
distance over words, all three at the same price), as steps in order.

Up to some 2,000 words a side the result is the minimum, always. Above that only a corridor is searched: around the
words' times where both sides have them, else around runs of words that occur once on both sides. That takes time and
memory linear in the length, and misses the minimum only where a cheaper way would pair words that were said more than
20 seconds, or 64 words, apart from their place.
*/
export const alignWords = (
	reference: readonly AlignableWord[],
	hypothesis: readonly AlignableWord[],
): readonly AlignmentStep[] => {
	const numberOf = numbering();
	const referenceNumbers = Int32Array.from(reference, word => numberOf(word.text));
	const hypothesisNumbers = Int32Array.from(hypothesis, word => numberOf(word.text));
	const corridor = corridorFor(reference, hypothesis, referenceNumbers, hypothesisNumbers);
	return cheapestPath(referenceNumbers, hypothesisNumbers, corridor);
};

/**
@returns A function that gives equal texts equal numbers, because numbers are quick to compare.
*/
const numbering = (): ((text: string) => number) => {
	const numbers = new Map<string, number>();
	return text => {
		const known = numbers.get(text);
		if (known !== undefined) {
			return known;
		}

		numbers.set(text, numbers.size);
		return numbers.size - 1;
	};
};

const corridorFor = (
	reference: readonly AlignableWord[],
	hypothesis: readonly AlignableWord[],
	referenceNumbers: Int32Array,
	hypothesisNumbers: Int32Array,
) => {
	if ((reference.length + 1) * (hypothesis.length + 1) <= smallCellCount) {
		return wholeCorridor(reference.length, hypothesis.length);
	}

	const referenceTimes = startTimes(reference);
	const hypothesisTimes = startTimes(hypothesis);
	if (referenceTimes && hypothesisTimes) {
		const corridor = timeCorridor(referenceTimes, hypothesisTimes);
		if (cellCount(corridor) <= widestCorridor * (reference.length + hypothesis.length)) {
			return corridor;
		}
	}

	return anchorCorridor(referenceNumbers, hypothesisNumbers);
};

/**
@returns Where the words start, or nothing where that is not known or not in order, as with one channel after another.
*/
const startTimes = (words: readonly AlignableWord[]): Float64Array | undefined => {
	const times = Float64Array.from(words, word => word.startSeconds ?? Number.NaN);
	const isInOrder = times.every((seconds, index) => seconds >= (times[index - 1] ?? 0) - toleranceSeconds);
	return isInOrder ? times : undefined;
};

/**
How many steps of each kind an alignment takes.
*/
export const countSteps = (
	steps: readonly AlignmentStep[],
): Readonly<Record<AlignmentStep['kind'], number>> => {
	const counts = {equal: 0, substitution: 0, deletion: 0, insertion: 0};
	for (const step of steps) {
		counts[step.kind] += 1;
	}

	return counts;
};

/**
The edit distance that an alignment stands for: all its steps but the equal ones.
*/
export const countEdits = (steps: readonly AlignmentStep[]): number => steps.length - countSteps(steps).equal;
