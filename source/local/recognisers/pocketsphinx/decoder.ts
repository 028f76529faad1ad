/**
A decoder of speech, as far as it is used here. It works on one utterance at a time and blocks while it does, so it
lives in a process of its own.
*/
export type Decoder = {
	/**
	Begins an utterance.
	*/
	readonly start: () => void;

	/**
	Takes the next samples of the utterance, 16 kHz mono. In batch mode they are the whole utterance, so that its sound can
	be levelled as a whole before it is searched.
	*/
	readonly hear: (samples: Int16Array) => void;

	/**
	Ends the utterance. What was heard is searched again, where the decoder was made for that.
	*/
	readonly end: () => void;

	/**
	What it has understood of the utterance so far: words, and tokens such as `<sil>` for what is none.
	*/
	readonly segments: () => readonly Segment[];

	/**
	The sounds of a word of its dictionary, such as `K AE T`.
	*/
	readonly pronunciation: (word: string) => string | undefined;

	/**
	Adds a word, or another way to say one, to the dictionary and the language model.

	@param token - Without white space.
	@param sounds - Such as `K AE T`.
	*/
	readonly addWord: (token: string, sounds: string) => void;
};

/**
A token of the decoder and where it was heard. Another way to say a word has a number: `the(2)`.
*/
export type Segment = {
	readonly token: string;

	/**
	From the beginning of the utterance.
	*/
	readonly startSeconds: number;
	readonly endSeconds: number;

	/**
	How likely it is, from 0 to 1, beside what else could have been said. Only of utterances that have ended.
	*/
	readonly posterior?: number;
};

/**
Where the library of the decoder and its models lie.
*/
export type Installation = {
	/**
	The library; of the older generation (0.8, 5prealpha) also the one it is based on. Paths or names that the system's loader knows.
	*/
	readonly library: string;
	readonly baseLibrary?: string;

	/**
	The folder of the acoustic model, and the files of the language model and the dictionary.
	*/
	readonly acousticModel: string;
	readonly languageModel: string;
	readonly dictionary: string;
};
