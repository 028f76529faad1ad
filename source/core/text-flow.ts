import {wrapWords} from './wrap-words.js';

/**
A piece of text that a line is not broken within, if it fits on one.

@template Kind - What sets it apart from its neighbours, such as being final or not.
*/
export type FlowToken<Kind> = {
	readonly text: string;
	readonly kind: Kind;
};

/**
A line of text, in pieces of one kind each.
*/
export type FlowRow<Kind> = {
	readonly pieces: ReadonlyArray<FlowToken<Kind>>;

	/**
	Which token the row begins with.
	*/
	readonly firstToken: number;
};

/**
Sets tokens one after the other into rows of at most this many columns. It only looks forward: what is appended later
changes nothing but the last row and those after it.

@param columns - At least 1. A token wider than that is cut.
@param delimiter - What stands between tokens on a row: a space, or nothing in languages without spaces.
@param widthOf - How many columns a text takes.
*/
export const flowTokens = <Kind>(
	tokens: ReadonlyArray<FlowToken<Kind>>,
	columns: number,
	delimiter: string,
	widthOf: (text: string) => number,
): ReadonlyArray<FlowRow<Kind>> => {
	const rows: Array<{pieces: Array<FlowToken<Kind>>; firstToken: number}> = [];
	const delimiterWidth = widthOf(delimiter);
	let width = 0;
	for (const [index, {text, kind}] of tokens.entries()) {
		const tokenWidth = widthOf(text);
		const row = rows.at(-1);
		if (row && width + delimiterWidth + tokenWidth <= columns) {
			addTo(row.pieces, text, kind, delimiter);
			width += delimiterWidth + tokenWidth;
			continue;
		}

		const parts = tokenWidth <= columns ? [text] : wrapWords(text, columns, widthOf);
		rows.push(...parts.map(part => ({pieces: [{text: part, kind}], firstToken: index})));
		width = widthOf(parts.at(-1) ?? '');
	}

	return rows;
};

const addTo = <Kind>(pieces: Array<FlowToken<Kind>>, text: string, kind: Kind, delimiter: string): void => {
	const last = pieces.at(-1);
	if (last?.kind === kind) {
		pieces[pieces.length - 1] = {text: last.text + delimiter + text, kind};
	} else {
		pieces.push({text: delimiter + text, kind});
	}
};
