/**
How a screen stands in the room it has: in a frame in the middle where there is enough of it, else without a frame.
All in cells.
*/
export type Frame = {
	readonly hasBorder: boolean;
	readonly columns: number;
	readonly rows: number;

	/**
	Within the border and its padding.
	*/
	readonly innerColumns: number;
	readonly innerRows: number;
};

/**
From this size on a border is worth what it takes.
*/
const smallestBordered = {columns: 58, rows: 13};

/**
A border and a column of padding on each side; a border above and below.
*/
const borderColumns = 4;
const borderRows = 2;

/**
@param wanted - What the content can use at most, without the border.
*/
export const frameOf = (
	columns: number,
	rows: number,
	wanted: {readonly columns: number; readonly rows: number},
): Frame => {
	if (columns < smallestBordered.columns || rows < smallestBordered.rows) {
		return {hasBorder: false, columns, rows, innerColumns: Math.max(1, columns - 2), innerRows: rows};
	}

	const innerColumns = Math.min(columns - borderColumns, wanted.columns);
	const innerRows = Math.min(rows - borderRows, wanted.rows);
	return {
		hasBorder: true,
		columns: innerColumns + borderColumns,
		rows: innerRows + borderRows,
		innerColumns,
		innerRows,
	};
};
