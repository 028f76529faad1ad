import {type DiffSegment, diffWords} from '../core/diff.js';
import {type DifferenceRows, differenceRows} from '../core/difference-rows.js';
import {
	rowAt,
	rowCount,
	rowOfWord,
	type TranscriptRows,
	updateTranscriptRows,
} from '../core/transcript-rows.js';
import type {Word} from '../core/word.js';
import type {CurrentRun} from './current-run.js';
import type {Scroll} from './scroll.js';
import {textWidth} from './text-width.js';
import type {Theme} from './theme.js';

/**
The transcripts as rows of the width of their panes. Kept in the state, so that an update wraps only what is new.
*/
export type Texts = {
	readonly batch: TranscriptRows | undefined;
	readonly 'real-time': TranscriptRows | undefined;
	readonly differences: ShownDifferences | undefined;
};

type ShownDifferences = DifferenceRows & {
	readonly columns: number;
	readonly segments: ReadonlyArray<DiffSegment<Word>>;
	readonly first: readonly Word[];
	readonly second: CurrentRun['run']['realTime']['finals'];
};

export const noTexts: Texts = {batch: undefined, 'real-time': undefined, differences: undefined};

/**
Brings the transcripts' rows up to date.

@param columns - Inside each pane.
@returns `texts` itself where nothing has changed.
*/
export const updateTexts = (
	texts: Texts,
	{run: {batch, realTime}}: CurrentRun,
	columns: Readonly<Record<'batch' | 'real-time', number>>,
	{signs}: Theme,
): Texts => {
	const marks = {partialMarks: [signs.partialStart, signs.partialEnd]} as const;
	const batchRows = updateTranscriptRows(
		texts.batch,
		{
			finals: batch.words,
			partial: noWords,
			wordDelimiter: safeDelimiter(batch.wordDelimiter),
			columns: columns.batch,
			...marks,
		},
		textWidth,
	);
	const realTimeRows = updateTranscriptRows(
		texts['real-time'],
		{
			finals: realTime.finals,
			partial: realTime.partial,
			wordDelimiter: safeDelimiter(realTime.wordDelimiter),
			columns: columns['real-time'],
			...marks,
		},
		textWidth,
	);
	return batchRows === texts.batch && realTimeRows === texts['real-time']
		? texts
		: {...texts, batch: batchRows, 'real-time': realTimeRows};
};

const noWords: readonly Word[] = [];

/**
Between words stands a space or nothing; what a server says instead is not for a terminal.
*/
const safeDelimiter = (delimiter: string): string => (delimiter === '' ? '' : ' ');

/**
Brings the differences up to date: to be asked only while they are shown, because aligning long transcripts takes time.
*/
export const updateDifferences = (texts: Texts, current: CurrentRun, columns: number): Texts => {
	const {batch, realTime} = current.run;
	const known = texts.differences;
	const isSameRun = known?.first === batch.words && known.second === realTime.finals;
	if (known && isSameRun && known.columns === columns) {
		return texts;
	}

	const language = current.subject?.options.language ?? 'en';
	const segments = isSameRun ? known.segments : diffWords(batch.words, realTime.finals.slice(), language);
	const rows = differenceRows(segments, safeDelimiter(batch.wordDelimiter), columns, textWidth);
	return {
		...texts,
		differences: {...rows, columns, segments, first: batch.words, second: realTime.finals},
	};
};

/**
A scroll position in rows of another width, at the same word.
*/
export const samePlace = (
	scroll: Scroll,
	before: TranscriptRows | undefined,
	after: TranscriptRows | undefined,
): Scroll => {
	if (!before || !after || scroll.isFollowing || scroll.top === 0 || rowCount(before) === 0) {
		return scroll;
	}

	const word = rowAt(before, Math.min(scroll.top, rowCount(before) - 1))?.firstWord ?? 0;
	return {...scroll, top: rowOfWord(after, word)};
};
