import {cutRows, type Line} from '../line.js';

/**
From here on a free row stands between head and text.
*/
const roomyRows = 9;

/**
What the text keeps of a roomy pane, whatever there is to say above it.
*/
const leastTextRows = 3;

/**
The head of a pane, as far as the text leaves room for it: of a low pane at most half. The rows that name keys stay before
all others, as they lead out of what these say.

@param lineCount - Of the text; rows it does not need are the head's.
*/
export const fittedHead = (
	head: readonly Line[],
	innerRows: number,
	lineCount: number,
	{columns, ellipsis}: {readonly columns: number; readonly ellipsis: string},
): readonly Line[] => {
	const isRoomy = innerRows >= roomyRows;
	const textRows = Math.min(lineCount, isRoomy ? leastTextRows : Math.ceil(innerRows / 2));
	const room = Math.max(1, innerRows - textRows);
	if (head.length <= room) {
		return isRoomy && head.length < room ? [...head, []] : head;
	}

	const keys = head.filter(namesKeys).slice(0, room);
	const others = room - keys.length;
	const place = head.findIndex(namesKeys);
	const before = head.slice(0, Math.max(0, place));
	const after = head.slice(before.length + keys.length);
	return [
		...cutRows(before, others, columns, ellipsis),
		...keys,
		...after.slice(0, Math.max(0, others - before.length)),
	];
};

const namesKeys = (line: Line): boolean => line.some(({style}) => style === 'key');
