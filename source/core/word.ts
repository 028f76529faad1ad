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
	`S1`, `S2`… or a custom label; missing where speakers were not told apart.
	*/
	readonly speaker?: string;
	readonly channel?: string;

	/**
	To which neighbour a punctuation mark is joined without a space. Default: `previous`.
	*/
	readonly attachesTo?: 'previous' | 'next' | 'both' | 'none';
	readonly isEndOfSentence?: boolean;
};
