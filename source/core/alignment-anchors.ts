/**
A place where both sides surely say the same: the indexes where a run of words starts.
*/
export type Anchor = readonly [referenceIndex: number, hypothesisIndex: number];

/**
How long a run of words has to be.
*/
const runLength = 4;

/**
Runs of words that occur exactly once on both sides, as many as can be had in an order that both sides share.
*/
export const findAnchors = (reference: Int32Array, hypothesis: Int32Array): readonly Anchor[] => {
	const hypothesisRuns = uniqueRuns(hypothesis);
	const shared: Anchor[] = [];
	for (const [run, referenceIndex] of uniqueRuns(reference)) {
		const hypothesisIndex = hypothesisRuns.get(run);
		if (hypothesisIndex !== undefined) {
			shared.push([referenceIndex, hypothesisIndex]);
		}
	}

	return longestRising(shared);
};

/**
Each run that occurs once, and where, in order.
*/
const uniqueRuns = (words: Int32Array): ReadonlyMap<string, number> => {
	const indexes = new Map<string, number>();
	const repeated = new Set<string>();
	for (let index = 0; index + runLength <= words.length; index += 1) {
		const run = words.subarray(index, index + runLength).join(' ');
		if (indexes.has(run)) {
			repeated.add(run);
		} else {
			indexes.set(run, index);
		}
	}

	for (const run of repeated) {
		indexes.delete(run);
	}

	return indexes;
};

/**
The longest selection in which the second index rises as the first does, by patience sorting.

@see https://en.wikipedia.org/wiki/Longest_increasing_subsequence
*/
const longestRising = (anchors: readonly Anchor[]): readonly Anchor[] => {
	// For each length, the anchor with the lowest end that a selection of that length can have.
	const ends: number[] = [];
	const before = new Int32Array(anchors.length).fill(-1);
	for (const [index, [, column]] of anchors.entries()) {
		const length = firstAtLeast(ends, anchors, column);
		before[index] = ends[length - 1] ?? -1;
		ends[length] = index;
	}

	const rising: Anchor[] = [];
	for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
		const anchor = anchors[index];
		if (anchor) {
			rising.push(anchor);
		}
	}

	return rising.reverse();
};

const firstAtLeast = (ends: readonly number[], anchors: readonly Anchor[], column: number): number => {
	let low = 0;
	let high = ends.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const end = anchors[ends[middle] ?? 0]?.[1] ?? 0;
		if (end < column) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};
