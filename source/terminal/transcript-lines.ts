import type {AppendList} from '../core/append-list.js';
import {transcriptText} from '../core/transcript-text.js';
import type {Word} from '../core/word.js';

/**
Final words cut into lines for plain output, and the words after the last complete line.
*/
export type TranscriptLines = {
	readonly lines: readonly string[];

	/**
	How many of the finals are in complete lines.
	*/
	readonly usedCount: number;
	readonly open: readonly Word[];
};

/**
After such a pause a line ends even without a full stop.
*/
const pauseSeconds = 2;

/**
Cuts finals into lines: a line ends with a sentence, and before another speaker or a long pause.

@param from - How many finals have been written already.
*/
export const completeLines = (
	finals: AppendList<Word>,
	from: number,
	wordDelimiter: string,
): TranscriptLines => {
	const words = finals.slice(from);
	const lines: string[] = [];
	let start = 0;
	for (const [index, word] of words.entries()) {
		if (index > start && beginsLine(words[index - 1] as Word, word)) {
			lines.push(lineText(words.slice(start, index), wordDelimiter));
			start = index;
		}

		if (word.isEndOfSentence) {
			lines.push(lineText(words.slice(start, index + 1), wordDelimiter));
			start = index + 1;
		}
	}

	return {lines, usedCount: from + start, open: words.slice(start)};
};

const beginsLine = (before: Word, word: Word): boolean =>
	word.type === 'word' &&
	(word.speaker !== before.speaker || word.startSeconds - before.endSeconds > pauseSeconds);

/**
Words as a line, with the speaker in front where there is one.
*/
export const lineText = (words: readonly Word[], wordDelimiter: string): string => {
	const speaker = words[0]?.speaker;
	const text = transcriptText(words, wordDelimiter);
	return speaker === undefined ? text : `${speaker}: ${text}`;
};
