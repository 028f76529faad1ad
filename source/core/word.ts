/**
One recognised word or punctuation mark, placed in the audio.

Punctuation is an item of its own, as on the wire, because a mark may be final later than the word before it.
*/
export type Word = {
	readonly text: string;
	readonly type: 'word' | 'punctuation';

	/**
	Where it starts and ends, in seconds from the start of the audio. A punctuation mark has no length.
	*/
	readonly startSeconds: number;
	readonly endSeconds: number;

	/**
	From 0 to 1. Partials have none that means anything.
	*/
	readonly confidence?: number;

	/**
	`S1`, `S2`… or a custom label; missing where speakers were not told apart. Of the second session of a run `S1.2`: it
	need not be the `S1` of the first.
	*/
	readonly speaker?: string;

	/**
	Which session of a real-time run heard it, counted from 1; missing in the first.
	*/
	readonly session?: number;
	readonly channel?: string;

	/**
	To which neighbour a punctuation mark is joined without a space. Default: `previous`.
	*/
	readonly attachesTo?: 'previous' | 'next' | 'both' | 'none';
	readonly isEndOfSentence?: boolean;
};

/**
Whether it is a word that was spoken, and no mark.
*/
export const isSpoken = ({type}: Word): boolean => type === 'word';
