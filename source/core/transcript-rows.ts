import {AppendList} from './append-list.js';
import {type FlowToken, flowTokens} from './text-flow.js';
import {type ShownText, type TranscriptTurn, transcriptTurns} from './transcript-turns.js';

/**
A row of a transcript on a screen, ready to be shown: safe, and no wider than asked for.
*/
export type TranscriptRow = {
	/**
	Of the speaker whose turn begins here.
	*/
	readonly label?: string;

	/**
	How many columns stand free before the text, under the label of the turn.
	*/
	readonly indent: number;
	readonly pieces: ReadonlyArray<FlowToken<'final' | 'partial'>>;

	/**
	The number of the word it begins with, for finding the place again when rows have another width.
	*/
	readonly firstWord: number;
};

/**
A transcript as rows, and what they were made from, so that the next update has to look at the end alone.
*/
export type TranscriptRows = {
	/**
	Rows that no later word can change.
	*/
	readonly settled: AppendList<TranscriptRow>;
	readonly open: readonly TranscriptRow[];
	readonly text: ShownText;

	/**
	How many finals are in the settled rows.
	*/
	readonly settledWordCount: number;
};

/**
Wraps a transcript. Of one that has grown since `previous`, only the part that could change is wrapped again, so that
an update costs the same after hours as after a minute.

@param widthOf - How many columns a text takes.
@returns `previous` itself where nothing has changed.
*/
export const updateTranscriptRows = (
	previous: TranscriptRows | undefined,
	text: ShownText,
	widthOf: (text: string) => number,
): TranscriptRows => {
	if (previous && isSameText(previous.text, text)) {
		return previous;
	}

	const isGrown = previous !== undefined && canGoOn(previous, text);
	const start = isGrown ? previous.settledWordCount : 0;
	const settled = isGrown ? previous.settled : AppendList.from<TranscriptRow>();
	const rows = transcriptTurns(text, start).flatMap(turn => turnRows(turn, text, widthOf));
	const fixedCount = countFixed(rows);
	return {
		settled: settled.append(rows.slice(0, fixedCount)),
		open: rows.slice(fixedCount),
		text,
		settledWordCount: fixedCount === 0 ? start : (rows[fixedCount]?.firstWord ?? start),
	};
};

/**
How many rows there are.
*/
export const rowCount = ({settled, open}: TranscriptRows): number => settled.length + open.length;

/**
@param number - From 0 to less than {@link rowCount}.
*/
export const rowAt = ({settled, open}: TranscriptRows, number: number): TranscriptRow | undefined =>
	number < settled.length ? settled.at(number) : open[number - settled.length];

/**
The number of the row that holds a word.
*/
export const rowOfWord = (rows: TranscriptRows, word: number): number => {
	let [low, high] = [0, Math.max(0, rowCount(rows) - 1)];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((rowAt(rows, middle)?.firstWord ?? 0) <= word) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}

	return low;
};

const isSameText = (a: ShownText, b: ShownText): boolean =>
	a.finals === b.finals && a.partial === b.partial && isSameShape(a, b);

const isSameShape = (a: ShownText, b: ShownText): boolean =>
	a.wordDelimiter === b.wordDelimiter && a.columns === b.columns;

/**
Whether the finals behind settled rows are the same words still. One that came late and was put between them is not.
*/
const canGoOn = ({text: before, settledWordCount: count}: TranscriptRows, text: ShownText): boolean =>
	isSameShape(before, text) && (count === 0 || before.finals.at(count - 1) === text.finals.at(count - 1));

/**
How many rows nothing can change any more: those before the last one with a final. That one stays open, because a mark
that comes late joins the last final word.
*/
const countFixed = (rows: readonly TranscriptRow[]): number => {
	let count = rows.findLastIndex(({pieces}) => pieces.some(({kind}) => kind === 'final'));
	while (count > 0 && rows[count - 1]?.firstWord === rows[count]?.firstWord) {
		count--; // A word that is wider than a row begins further up.
	}

	return Math.max(0, count);
};

const turnRows = (
	{label, isBegun, tokens}: TranscriptTurn,
	{columns, wordDelimiter}: ShownText,
	widthOf: (text: string) => number,
): readonly TranscriptRow[] => {
	const shownLabel = label !== undefined && widthOf(label) <= columns / 3 ? label : '';
	const indent = shownLabel === '' ? 0 : widthOf(shownLabel) + 2;
	return flowTokens(tokens, columns - indent, wordDelimiter, widthOf).map(({pieces, firstToken}, index) => ({
		...(isBegun && index === 0 && shownLabel !== '' && {label: shownLabel}),
		indent,
		pieces,
		firstWord: tokens[firstToken]?.firstWord ?? 0,
	}));
};
