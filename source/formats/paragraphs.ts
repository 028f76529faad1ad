import {type SpeakerTurn, speakerTurns} from '../core/transcript-text.js';
import type {Word} from '../core/word.js';

/**
Words that are read together: a turn of a speaker, or a part of a long one.
*/
export type Paragraph = SpeakerTurn & {readonly startSeconds: number};

/**
A transcript as paragraphs. A long turn is split where a sentence ends, after a silence or once it has grown long.
*/
export const paragraphs = (words: readonly Word[]): readonly Paragraph[] =>
	speakerTurns(words).flatMap(turn =>
		splitTurn(turn.words).map(part => ({...turn, words: part, startSeconds: part[0]?.startSeconds ?? 0})),
	);

const longParagraphWords = 80;
const silenceSeconds = 2;

const splitTurn = (words: readonly Word[]): ReadonlyArray<readonly Word[]> => {
	const parts: Word[][] = [[]];
	for (const word of words) {
		const part = parts.at(-1);
		const last = part?.at(-1);
		const isBreak =
			part &&
			last?.isEndOfSentence &&
			word.type === 'word' &&
			(part.length >= longParagraphWords || word.startSeconds - last.endSeconds >= silenceSeconds);
		if (part && !isBreak) {
			part.push(word);
		} else {
			parts.push([word]);
		}
	}

	return parts;
};
