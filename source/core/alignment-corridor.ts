import {findAnchors} from './alignment-anchors.js';

/**
The part of an edit table that is searched: for each row the first and the last column. Row r and column c stand for r
reference and c hypothesis words done. Neither edge ever goes back, neighbouring rows touch, and both corners of the
table are inside.
*/
export type Corridor = {readonly first: Int32Array; readonly last: Int32Array};

/**
Words farther apart are not paired. Two engines place the same word within a second; the rest is room for stretches
that one of them missed.
*/
const reachSeconds = 20;
const reachWords = 64;

/**
Up to this many cells, all that lies between two anchors is searched; beyond, a band along its diagonal.
*/
const largestGapCells = 2 ** 20;
const bandWords = 512;

/**
The whole table.
*/
export const wholeCorridor = (rows: number, columns: number): Corridor => ({
	first: new Int32Array(rows + 1),
	last: new Int32Array(rows + 1).fill(columns),
});

/**
How many cells a corridor has.
*/
export const cellCount = ({first, last}: Corridor): number =>
	last.reduce((count, column, row) => count + column - (first[row] ?? 0) + 1, 0);

/**
A corridor along the words' times.

@param reference - Where each reference word starts, in seconds.
@param hypothesis - The same for the hypothesis.
*/
export const timeCorridor = (reference: Float64Array, hypothesis: Float64Array): Corridor => {
	const corridor = wholeCorridor(reference.length, hypothesis.length);
	let first = 0;
	let last = 0;
	for (const [row, seconds] of reference.entries()) {
		while ((hypothesis[first] ?? Number.POSITIVE_INFINITY) < seconds - reachSeconds) {
			first += 1;
		}

		while ((hypothesis[last] ?? Number.POSITIVE_INFINITY) <= seconds + reachSeconds) {
			last += 1;
		}

		corridor.first[row] = first;
		corridor.last[row] = last;
	}

	corridor.first[reference.length] = first;
	return connected(corridor);
};

/**
A corridor along runs of words that both sides have exactly once.
*/
export const anchorCorridor = (reference: Int32Array, hypothesis: Int32Array): Corridor => {
	const rows = reference.length;
	const columns = hypothesis.length;
	const corridor = {first: new Int32Array(rows + 1).fill(columns), last: new Int32Array(rows + 1)};
	let [fromRow, fromColumn] = [0, 0];
	for (const [toRow, toColumn] of [...findAnchors(reference, hypothesis), [rows, columns] as const]) {
		const height = toRow - fromRow;
		const width = toColumn - fromColumn;
		const isBand = height * width > largestGapCells;
		for (let row = fromRow; row <= toRow; row += 1) {
			const middle = fromColumn + Math.round((width * (row - fromRow)) / Math.max(height, 1));
			const first = isBand ? middle - bandWords : fromColumn - reachWords;
			const last = isBand ? middle + bandWords : toColumn + reachWords;
			corridor.first[row] = Math.max(0, Math.min(corridor.first[row] ?? 0, first));
			corridor.last[row] = Math.min(columns, Math.max(corridor.last[row] ?? 0, last));
		}

		[fromRow, fromColumn] = [toRow, toColumn];
	}

	return connected(corridor);
};

/**
Widens a corridor where it has to be, so that it keeps what {@link Corridor} promises.
*/
const connected = ({first, last}: Corridor): Corridor => {
	const rows = first.length - 1;
	first[0] = 0;
	for (let row = rows - 1; row >= 0; row -= 1) {
		first[row] = Math.min(first[row] ?? 0, first[row + 1] ?? 0);
	}

	for (let row = 0; row <= rows; row += 1) {
		const reached = Math.max(last[row] ?? 0, last[row - 1] ?? 0);
		last[row] = Math.max(reached, first[row + 1] ?? 0);
	}

	return {first, last};
};
