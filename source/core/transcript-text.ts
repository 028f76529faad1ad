import type {Word} from './word.js';

/**
What one speaker says without a break.
*/
export type SpeakerTurn = {
	readonly speaker?: string;
	readonly channel?: string;
	readonly words: readonly Word[];
};

/**
Words and marks as text. A mark is joined to the neighbour it attaches to, whenever it arrived.

@see The algorithm of the official helpers: pieces joined by the language's word delimiter.
*/
export const transcriptText = (
	words: Iterable<Pick<Word, 'text'> & Partial<Pick<Word, 'type' | 'attachesTo'>>>,
	wordDelimiter = ' ',
): string => {
	let text = '';
	let isGlued = true; // Nothing stands before the first word.
	for (const word of words) {
		const attaches = word.type === 'punctuation' ? (word.attachesTo ?? 'previous') : 'none';
		const isJoinedBefore = attaches === 'previous' || attaches === 'both';
		text += isGlued || isJoinedBefore ? word.text : wordDelimiter + word.text;
		isGlued = attaches === 'next' || attaches === 'both';
	}

	return text;
};

/**
Words grouped where the speaker or channel changes.
*/
export const speakerTurns = (words: Iterable<Word>): readonly SpeakerTurn[] => {
	const turns: Array<{speaker?: string; channel?: string; words: Word[]}> = [];
	for (const word of words) {
		const turn = turns.at(-1);
		if (turn && turn.speaker === word.speaker && turn.channel === word.channel) {
			turn.words.push(word);
		} else {
			turns.push({
				...(word.speaker !== undefined && {speaker: word.speaker}),
				...(word.channel !== undefined && {channel: word.channel}),
				words: [word],
			});
		}
	}

	return turns;
};
