import type {AlignmentStep} from './alignment.js';
import type {Corridor} from './alignment-corridor.js';

const diagonal = 0;
const down = 1;
const right = 2;
const unreachable = 2 ** 30;

/**
The cheapest way through the edit table that stays inside a corridor, by dynamic programming.

A cell stands for how many words of each side are done; a step down leaves a reference word out, a step to the right
puts a hypothesis word in, a diagonal one takes both. One row of prices is kept, and a byte per cell for the way back.
*/
export const cheapestPath = (
	reference: Int32Array,
	hypothesis: Int32Array,
	corridor: Corridor,
): readonly AlignmentStep[] => {
	const {first, last} = corridor;
	const offsets = rowOffsets(corridor);
	const moves = new Uint8Array(offsets.at(-1) ?? 0);
	const prices = new Int32Array(hypothesis.length + 1).fill(unreachable);
	for (let row = 0; row <= reference.length; row += 1) {
		const start = first[row] as number;
		const end = last[row] as number;
		const offset = (offsets[row] as number) - start;
		const word = row === 0 ? -1 : (reference[row - 1] as number);
		let left = unreachable;
		let above = start === 0 ? unreachable : (prices[start - 1] as number);
		// What the corridor has left behind must not be found by the next row.
		prices.fill(unreachable, row === 0 ? 0 : first[row - 1], start);
		for (let column = start; column <= end; column += 1) {
			const aboveLeft = above;
			above = prices[column] as number;
			let price = row === 0 && column === 0 ? 0 : unreachable;
			let move = diagonal;
			if (row > 0 && column > 0) {
				price = aboveLeft + (hypothesis[column - 1] === word ? 0 : 1);
			}

			if (above + 1 < price) {
				price = above + 1;
				move = down;
			}

			if (left + 1 < price) {
				price = left + 1;
				move = right;
			}

			prices[column] = price;
			left = price;
			moves[offset + column] = move;
		}
	}

	return walkBack(
		reference,
		hypothesis,
		(row, column) => moves[(offsets[row] as number) - (first[row] as number) + column],
	);
};

/**
Where each row of a corridor begins in an array of all its cells, and at the end how many there are.
*/
const rowOffsets = ({first, last}: Corridor): Float64Array => {
	const offsets = new Float64Array(first.length + 1);
	for (let row = 0; row < first.length; row += 1) {
		offsets[row + 1] = (offsets[row] as number) + (last[row] as number) - (first[row] as number) + 1;
	}

	return offsets;
};

const walkBack = (
	reference: Int32Array,
	hypothesis: Int32Array,
	moveAt: (row: number, column: number) => number | undefined,
): readonly AlignmentStep[] => {
	const steps: AlignmentStep[] = [];
	let row = reference.length;
	let column = hypothesis.length;
	while (row > 0 || column > 0) {
		const move = moveAt(row, column);
		row -= move === right ? 0 : 1;
		column -= move === down ? 0 : 1;
		if (move === down) {
			steps.push({kind: 'deletion', referenceIndex: row});
		} else if (move === right) {
			steps.push({kind: 'insertion', hypothesisIndex: column});
		} else {
			const kind = reference[row] === hypothesis[column] ? 'equal' : 'substitution';
			steps.push({kind, referenceIndex: row, hypothesisIndex: column});
		}
	}

	return steps.reverse();
};
