/**
A recording that replay can find again, and what it says about it.
*/
export type KnownAudio = {
	readonly language: string;

	/**
	16 kHz mono.
	*/
	readonly samples: Int16Array;

	/**
	In order of time, on the recording's own axis.
	*/
	readonly words: readonly KnownWord[];

	/**
	In order, one for each stretch of words that ends with a sentence mark.
	*/
	readonly sentences: readonly KnownSentence[];
	readonly summary: string;
	readonly chapters: readonly KnownChapter[];
};

/**
What was really said, and how the engine's idea of it differs.
*/
export type KnownWord = {
	readonly text: string;
	readonly startSeconds: number;
	readonly endSeconds: number;
	readonly speaker: string;
	readonly confidence: number;

	/**
	The first guess, shown until more has been heard.
	*/
	readonly first?: string;

	/**
	What is heard instead; the first one whose conditions hold counts.
	*/
	readonly heard: readonly Mishearing[];

	/**
	The punctuation after the word.
	*/
	readonly mark?: {readonly text: string; readonly confidence: number};
};

export type Mishearing = {
	/**
	One word, several with spaces between, or none when the word is missed.
	*/
	readonly as: string;
	readonly confidence?: number;
	readonly whenModel?: 'standard' | 'enhanced';

	/**
	Real-time only: holds for a maximum delay below this.
	*/
	readonly whenMaxDelayBelow?: number;
};

export type KnownSentence = {
	readonly sentiment: 'positive' | 'negative' | 'neutral';
	readonly topics: readonly string[];

	/**
	By target language.
	*/
	readonly translations: Readonly<Record<string, string>>;
};

export type KnownChapter = {
	readonly title: string;
	readonly text: string;

	/**
	Sentences counted from 1, both included.
	*/
	readonly firstSentence: number;
	readonly lastSentence: number;
};

export const isSentenceMark = (text: string): boolean => /[.?!]/v.test(text);

/**
The words of each sentence, so that word n of sentence m is at [m][n].
*/
export const sentenceWords = (words: readonly KnownWord[]): ReadonlyArray<readonly KnownWord[]> => {
	const sentences: KnownWord[][] = [];
	let isOpen = false;
	for (const word of words) {
		if (isOpen) {
			sentences.at(-1)?.push(word);
		} else {
			sentences.push([word]);
		}

		isOpen = !(word.mark && isSentenceMark(word.mark.text));
	}

	return sentences;
};
