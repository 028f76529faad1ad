import type {DiffSegment} from './diff.js';
import {sanitise} from './sanitise.js';
import {type FlowRow, type FlowToken, flowTokens} from './text-flow.js';
import {transcriptText} from './transcript-text.js';
import type {Word} from './word.js';
import {wordTokens} from './word-tokens.js';

/**
Two transcripts as one text, with both readings where they differ.
*/
export type DifferenceRows = {
	readonly rows: ReadonlyArray<FlowRow<DifferenceKind>>;

	/**
	The numbers of the rows in which a difference begins.
	*/
	readonly places: readonly number[];
	readonly count: number;
};

/**
Words of both, of the first alone, of the second alone.
*/
export type DifferenceKind = 'equal' | 'first' | 'second';

/**
Wraps the segments of `diffWords` into rows of at most this many columns, with a new row for each speaker. Differences are
written as `git diff --word-diff` does: `[-first-] {+second+}`.
*/
export const differenceRows = (
	segments: ReadonlyArray<DiffSegment<Word>>,
	wordDelimiter: string,
	columns: number,
	widthOf: (text: string) => number,
): DifferenceRows => {
	const rows: Array<FlowRow<DifferenceKind>> = [];
	const places = new Set<number>();
	let count = 0;
	for (const turn of toTurns(segments.flatMap(segment => toTokens(segment, wordDelimiter)))) {
		const turnRows = flowTokens(turn, columns, wordDelimiter, widthOf);
		for (const [index, {begins}] of turn.entries()) {
			if (begins) {
				count++;
				places.add(rows.length + turnRows.findLastIndex(({firstToken}) => firstToken <= index));
			}
		}

		rows.push(...turnRows);
	}

	return {rows, places: [...places], count};
};

type Token = FlowToken<DifferenceKind> & {
	/**
	Unknown where the first transcript has no words: then the turn goes on.
	*/
	readonly speaker: string | undefined;

	/**
	Whether a difference begins with it.
	*/
	readonly begins: boolean;
};

const toTokens = ({kind, first, second}: DiffSegment<Word>, wordDelimiter: string): readonly Token[] => {
	if (kind === 'equal') {
		return tokensOf(first, 'equal', wordDelimiter, ['', '']);
	}

	const tokens = [
		...tokensOf(first, 'first', wordDelimiter, ['[-', '-]']),
		...tokensOf(second, 'second', wordDelimiter, ['{+', '+}']),
	];
	// The second transcript may call the same speaker otherwise, so only the first one begins turns.
	const speaker = first[0]?.speaker;
	return tokens.map((token, index) => ({...token, begins: index === 0, speaker}));
};

const tokensOf = (
	words: readonly Word[],
	kind: DifferenceKind,
	wordDelimiter: string,
	[opening, closing]: readonly [string, string],
): readonly Token[] =>
	wordTokens(words).map(({start, end}) => ({
		text: [
			start === 0 ? opening : '',
			sanitise(transcriptText(words.slice(start, end), wordDelimiter)),
			end === words.length ? closing : '',
		].join(''),
		kind,
		speaker: words[start]?.speaker,
		begins: false,
	}));

const toTurns = (tokens: readonly Token[]): ReadonlyArray<readonly Token[]> => {
	const turns: Token[][] = [];
	let speaker: string | undefined;
	for (const token of tokens) {
		const turn = turns.at(-1);
		if (turn && (token.speaker === undefined || token.speaker === speaker)) {
			turn.push(token);
		} else {
			turns.push([token]);
			speaker = token.speaker;
		}
	}

	return turns;
};
