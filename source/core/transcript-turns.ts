import {sanitise} from './sanitise.js';
import type {FlowToken} from './text-flow.js';
import {transcriptText} from './transcript-text.js';
import {isSpoken, type Word} from './word.js';
import {wordTokens} from './word-tokens.js';

/**
What is shown, and how.
*/
export type ShownText = {
	readonly finals: GrowingWords;
	readonly partial: readonly Word[];
	readonly wordDelimiter: string;

	/**
	At least 10.
	*/
	readonly columns: number;

	/**
	What stands before and after the partial, so that it can be told without colours.
	*/
	readonly partialMarks: readonly [start: string, end: string];
};

/**
An array, or a list that can be read like one.
*/
type GrowingWords = {
	readonly length: number;
	readonly at: (index: number) => Word | undefined;
	readonly slice: (start: number) => readonly Word[];
};

/**
After such a pause a new paragraph begins, also without another speaker. So it does where another session goes on.
*/
const pauseSeconds = 2;

/**
A piece of a transcript that stays together, and the number of the word it begins with.
*/
type TranscriptToken = FlowToken<'final' | 'partial'> & {readonly firstWord: number};

/**
What is set as one paragraph.
*/
export type TranscriptTurn = {
	readonly label: string | undefined;

	/**
	Whether it begins here, rather than before the words that were looked at.
	*/
	readonly isBegun: boolean;
	readonly tokens: TranscriptToken[];
};

/**
The words from `start` on, by speaker, with marks joined to their words.
*/
export const transcriptTurns = (text: ShownText, start: number): readonly TranscriptTurn[] => {
	const finals = text.finals.slice(start);
	const words = [...finals, ...text.partial];
	const turns: TranscriptTurn[] = [];
	let before = wordBefore(text.finals, start);
	for (const {token, first, last} of tokensOf(text, finals, start)) {
		const word = words.slice(first, last + 1).find(isSpoken) ?? (words[first] as Word);
		const isBegun = before === undefined || beginsTurn(before, word);
		const turn = turns.at(-1);
		if (turn && !isBegun) {
			turn.tokens.push(token);
		} else {
			const label = word.speaker === undefined ? undefined : sanitise(word.speaker);
			turns.push({label, isBegun, tokens: [token]});
		}

		before = word;
	}

	return turns;
};

/**
The last spoken word before a place: a mark does not say who speaks.
*/
const wordBefore = (finals: GrowingWords, start: number): Word | undefined => {
	let index = start - 1;
	while (index > 0 && finals.at(index)?.type === 'punctuation') {
		index--;
	}

	return index < 0 ? undefined : finals.at(index);
};

const tokensOf = (
	{partial, wordDelimiter, partialMarks}: ShownText,
	finals: readonly Word[],
	start: number,
): ReadonlyArray<{readonly token: TranscriptToken; readonly first: number; readonly last: number}> => {
	const [opening, closing] = partialMarks;
	const textOf = (words: readonly Word[]) => sanitise(transcriptText(words, wordDelimiter));
	const settled = wordTokens(finals).map(({start: from, end}) => ({
		token: {text: textOf(finals.slice(from, end)), kind: 'final' as const, firstWord: start + from},
		first: from,
		last: end - 1,
	}));
	const open = wordTokens(partial).map(({start: from, end}) => ({
		token: {
			text: [
				from === 0 ? opening : '',
				textOf(partial.slice(from, end)),
				end === partial.length ? closing : '',
			].join(''),
			kind: 'partial' as const,
			firstWord: start + finals.length + from,
		},
		first: finals.length + from,
		last: finals.length + end - 1,
	}));
	return [...settled, ...open];
};

const beginsTurn = (before: Word, word: Word): boolean =>
	word.speaker !== before.speaker ||
	word.session !== before.session ||
	word.channel !== before.channel ||
	word.startSeconds - before.endSeconds > pauseSeconds;
